/// Hides the given names of persons.
enum NameMask {
  /// Family names of two characters; of a longer name that begins with one, both are kept.
  private static let compoundSurnames: Set<String> = Set(
    """
    欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 \
    公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 \
    拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 西门 第五 南荣 东里 东宫 仲长 子桑 即墨 达奚 \
    褚师 纳兰 完颜 耶律 贺兰 贺若 宿勤 叱干 爱新 叶赫
    """.split(separator: " ").map(String.init)
  )

  /// Returns `name` with all but the family name hidden; of a name in several parts the first character of each
  /// part is kept.
  ///
  /// For a notice board there is a star for each hidden character; on the web two, whatever the length.
  static func masked(_ name: String, _ level: MaskLevel) -> String {
    guard name.contains(where: isSeparator) else { return part(name, level) }
    var shown = ""
    var open = ""
    for character in name {
      if isSeparator(character) {
        shown += part(open, level, isOneOfSeveral: true)
        shown.append(character)
        open = ""
      } else {
        open.append(character)
      }
    }
    return shown + part(open, level, isOneOfSeveral: true)
  }

  private static func part(
    _ text: String,
    _ level: MaskLevel,
    isOneOfSeveral: Bool = false
  ) -> String {
    let count = text.count
    guard count > 0 else { return "" }
    // A single character is the whole of what is to be hidden.
    guard count > 1 else { return "*" }
    let isCompound =
      count > 2 && !isOneOfSeveral && compoundSurnames.contains(String(text.prefix(2)))
    let kept = isCompound ? 2 : 1
    let stars = level == .web ? 2 : count - kept
    return text.prefix(kept) + String(repeating: "*", count: stars)
  }

  /// Separators of names in several parts: the point of 民委发〔2016〕33号, and those of Latin names.
  private static func isSeparator(_ character: Character) -> Bool {
    switch character {
    case "·", " ", "-", "'", "’", "\u{202F}", "\u{F0B}": true
    default: false
    }
  }
}
