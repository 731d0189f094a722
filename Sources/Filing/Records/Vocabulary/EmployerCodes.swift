/// The employer's kind of body.
enum EmployerNature: String, CodeList {
  case enterprise = "企业"
  case stateOrgan = "机关"
  case publicInstitution = "事业单位"
  case association = "社会团体"
  case privateNonEnterprise = "民办非企业单位"
  case selfEmployed = "个体工商户"
  case other = "其他"

  static let listName = "单位性质"

  var label: String { rawValue }

  /// The first two characters that a credit code of this kind of body has.
  var creditCodePrefix: String? {
    switch self {
    case .enterprise: "91"
    case .selfEmployed: "92"
    case .stateOrgan: "11"
    case .publicInstitution: "12"
    case .association: "51"
    case .privateNonEnterprise: "52"
    case .other: nil
    }
  }
}

/// The level of government an employer belongs to (after GB/T 12404).
enum Affiliation: String, CodeList {
  case central = "10"
  case province = "20"
  case prefecture = "40"
  case county = "50"
  case town = "60"
  case other = "90"

  static let listName = "隶属关系"

  var label: String {
    switch self {
    case .central: "中央"
    case .province: "省、自治区、直辖市"
    case .prefecture: "市、地区、州（盟）"
    case .county: "县（区、旗）"
    case .town: "街道、镇、乡"
    case .other: "其他"
    }
  }
}

/// The employer's kind of economy (after GB/T 12402).
enum EconomicType: String, CodeList {
  case state = "110"
  case collective = "120"
  case shareCooperative = "130"
  case joint = "140"
  case limited = "150"
  case shares = "160"
  case `private` = "170"
  case otherDomestic = "190"
  case regional = "200"
  case foreign = "300"

  static let listName = "单位经济类型"

  var label: String {
    switch self {
    case .state: "国有全资"
    case .collective: "集体全资"
    case .shareCooperative: "股份合作"
    case .joint: "联营"
    case .limited: "有限责任"
    case .shares: "股份有限"
    case .private: "私有"
    case .otherDomestic: "其他内资"
    case .regional: "港澳台投资"
    case .foreign: "外商投资"
    }
  }
}
