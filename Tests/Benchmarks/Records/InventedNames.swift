import TestSupport

/// Names as a large employer has them: a hundred surnames, a few hundred favourite characters, and thousands of
/// characters that stand in one name or two, which is what fonts and caches feel.
struct InventedNames: Sendable {
  private let everyday = EverydayCharacters.all

  /// Returns the next name.
  func name(_ random: inout SeededGenerator) -> String {
    let lot = Int.random(in: 0..<1000, using: &random)
    if lot < 8 { return pick(Self.transcribed, &random) }
    var name = lot < 25 ? pick(Self.doubleSurnames, &random) : String(pick(Self.surnames, &random))
    if Int.random(in: 0..<5, using: &random) > 0 { name.append(pick(Self.favourites, &random)) }
    name.append(last(lot, &random))
    return name
  }

  private func last(_ lot: Int, _ random: inout SeededGenerator) -> Character {
    if lot % 50 == 7 { return pick(Self.rare, &random) }
    if lot % 4 == 3 { return pick(everyday, &random) }
    return pick(Self.favourites, &random)
  }

  private func pick<Choice>(_ choices: [Choice], _ random: inout SeededGenerator) -> Choice {
    choices[Int.random(in: choices.indices, using: &random)]
  }

  private static let surnames = Array(
    "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
      + "余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
  )
  private static let doubleSurnames = ["欧阳", "上官", "司徒", "诸葛", "夏侯", "皇甫", "慕容", "尉迟"]
  private static let favourites = Array(
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华红玉兰梅丹萍鑫波斌辉宁健凯琳莉颖倩薇璐瑶晨旭阳佳怡欣"
      + "浩宇轩梓涵雨思子博文嘉琪志海燕春俊峰航雪婷立新永德胜振凤淑珍安若诗语国庆建东远晓天佑昊岚栋然"
  )
  /// Characters that registries meet rarely, some of them outside the older national sets.
  private static let rare = Array("喆堃㛃䶮翀翾彧昇赟頔犇骉淼燚垚珺暐玥媜祎旻珩璟")
  private static let transcribed = [
    "阿依古丽·买买提", "古丽娜尔·阿不都热合曼", "艾力·吐尔逊", "努尔兰·哈力克", "扎西·次仁", "卓玛·央金",
  ]
}
