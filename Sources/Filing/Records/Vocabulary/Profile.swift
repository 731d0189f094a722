/// The place and system whose words and habits a record file follows.
public enum Profile: String, CodeList {
  /// The law alone.
  case law = "CN"
  /// Jilin labour filing.
  case jilin = "CN-JL"
  /// Jilin electronic contracts.
  case jilinElectronic = "CN-JL-E"
  /// Zhanyi (Qujing, Yunnan) online signing.
  case zhanyi = "CN-YN-ZHANYI"
  /// Shanxi one-package service.
  case shanxi = "CN-SX"
  /// Zhuzhou social insurance.
  case zhuzhou = "CN-HN-ZHUZHOU"

  /// What the list is called in messages.
  public static let listName = "地区方案"

  /// The place's name.
  public var label: String {
    switch self {
    case .law: "全国通用"
    case .jilin: "吉林用工备案"
    case .jilinElectronic: "吉林电子劳动合同"
    case .zhanyi: "云南沾益劳动合同网签"
    case .shanxi: "山西打包快办"
    case .zhuzhou: "湖南株洲人社通"
    }
  }

  /// Whether the place uses dropdown values that no manual shows, so that unknown ones only warn.
  var hasUnseenCodes: Bool { self == .shanxi || self == .zhuzhou }
}
