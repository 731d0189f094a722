/// Male or female, as an identity card says.
public enum Sex: String, CodeList {
  /// Male.
  case male = "男"
  /// Female.
  case female = "女"

  /// What the list is called in messages.
  public static let listName = "性别"

  /// The word that forms print.
  public var label: String { rawValue }

  /// Codes of GB/T 2261.1 and other spellings.
  public var aliases: [String] {
    self == .male ? ["1", "男性", "male", "M"] : ["2", "女性", "female", "F"]
  }
}

/// Which original retirement age applies (decision of 2024-09-13, article 1).
public enum RetirementCategory: String, CodeList {
  /// Men.
  case male60
  /// Women whose original age was 55.
  case female55
  /// Women whose original age was 50.
  case female50
  /// Special kinds of work, settled by hand.
  case special

  /// What the list is called in messages.
  public static let listName = "退休类别"

  /// The word that forms print.
  public var label: String {
    switch self {
    case .male60: "男职工（原60周岁）"
    case .female55: "女职工（原55周岁）"
    case .female50: "女职工（原50周岁）"
    case .special: "特殊工种"
    }
  }
}

/// Whether a contract is signed on paper or electronically.
public enum SignMode: String, CodeList {
  /// On paper.
  case paper
  /// Electronically.
  case electronic

  /// What the list is called in messages.
  public static let listName = "签订方式"

  /// The word that forms print.
  public var label: String { self == .paper ? "纸质" : "电子" }
}
