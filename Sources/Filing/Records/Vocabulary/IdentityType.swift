/// The kind of paper that says who a person is.
public enum IdentityType: String, CodeList {
  /// Resident identity card or household register.
  case residentCard = "01"
  /// Army officer's card.
  case officer = "02"
  /// Armed police officer's card.
  case policeOfficer = "03"
  /// Hong Kong passport or mainland travel permit.
  case hongKong = "04"
  /// Macao passport or mainland travel permit.
  case macao = "05"
  /// Mainland travel permit for Taiwan residents.
  case taiwan = "06"
  /// Foreign permanent resident's card.
  case permanentResident = "07"
  /// Foreign passport.
  case passport = "08"
  /// Disability certificate.
  case disability = "09"
  /// Certificate of a soldier's or martyr's family.
  case soldierFamily = "10"
  /// Foreigner's employment permit.
  case foreignWorker = "11"
  /// Foreign expert's certificate.
  case foreignExpert = "12"
  /// Resident foreign journalist's card.
  case foreignJournalist = "13"
  /// Employment permit of a Taiwan, Hong Kong or Macao resident.
  case regionalWorker = "14"
  /// Settlement certificate of a returned or invited expert.
  case settledExpert = "15"
  /// Chinese passport.
  case chinesePassport = "16"
  /// Residence permit of a Hong Kong, Macao or Taiwan resident.
  case regionalResident = "17"
  /// Social security card.
  case socialSecurityCard = "90"
  /// Any other paper.
  case other = "99"

  /// What the list is called in messages.
  public static let listName = "证件类型"

  /// The word that forms print.
  public var label: String {
    switch self {
    case .residentCard: "居民身份证"
    case .officer: "中国人民解放军军官证"
    case .policeOfficer: "中国人民武装警察警官证"
    case .hongKong: "港澳居民来往内地通行证（香港）"
    case .macao: "港澳居民来往内地通行证（澳门）"
    case .taiwan: "台湾居民来往大陆通行证"
    case .permanentResident: "外国人永久居留证"
    case .passport: "外国人护照"
    case .disability: "残疾人证"
    case .soldierFamily: "军烈属证明"
    case .foreignWorker: "外国人就业证"
    case .foreignExpert: "外国专家证"
    case .foreignJournalist: "外国人常驻记者证"
    case .regionalWorker: "台港澳人员就业证"
    case .settledExpert: "回国（来华）定居专家证"
    case .chinesePassport: "中国护照"
    case .regionalResident: "港澳台居民居住证"
    case .socialSecurityCard: "社会保障卡"
    case .other: "其他身份证件"
    }
  }

  /// Words of the batch templates.
  public var aliases: [String] {
    switch self {
    case .residentCard: ["居民身份证（户口簿）", "居民身份证(户口簿)", "01.居民身份证(户口簿)", "身份证"]
    case .hongKong: ["港澳居民来往内地通行证", "香港特区护照/港澳居民来往内地通行证"]
    case .macao: ["澳门特区护照/港澳居民来往内地通行证"]
    case .passport: ["护照"]
    default: []
    }
  }
}
