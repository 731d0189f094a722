/// A kind of social insurance.
public enum InsuranceKind: String, CodeList {
  /// Basic pension of enterprise staff.
  case pension = "110"
  /// Basic pension of public institutions.
  case publicPension = "120"
  /// Basic pension of residents.
  case residentPension = "170"
  /// Unemployment.
  case unemployment = "210"
  /// Basic medical of staff.
  case medical = "310"
  /// Serious illness.
  case seriousIllness = "330"
  /// Work injury.
  case injury = "410"
  /// Maternity.
  case maternity = "510"

  /// What the list is called in messages.
  public static let listName = "险种"

  /// The full name.
  public var label: String {
    switch self {
    case .pension: "企业职工基本养老保险"
    case .publicPension: "机关事业单位基本养老保险"
    case .residentPension: "城乡居民基本养老保险"
    case .unemployment: "失业保险"
    case .medical: "职工基本医疗保险"
    case .seriousIllness: "大病医疗保险"
    case .injury: "工伤保险"
    case .maternity: "生育保险"
    }
  }

  /// Other spellings.
  public var aliases: [String] {
    switch self {
    case .pension: ["养老保险", "基本养老保险", "养老"]
    case .medical: ["医疗保险", "基本医疗保险", "医疗"]
    case .unemployment: ["失业"]
    case .injury: ["工伤"]
    case .maternity: ["生育"]
    default: []
    }
  }
}
