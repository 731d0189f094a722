/// How much of persons a document shows.
///
/// No statute says which digits are to be hidden; the levels follow what the law asks for, the least that is needed
/// (Personal Information Protection Law article 6).
public enum MaskLevel: String, Sendable, CaseIterable, Comparable {
  /// Everything, as the papers that are handed in.
  case whole = "M0"
  /// For a notice board inside: family names, and identity numbers without the day of birth.
  case notice = "M1"
  /// For the public web: of an identity number only the end.
  case web = "M2"

  /// Returns whether `lhs` shows more than `rhs`.
  public static func < (lhs: MaskLevel, rhs: MaskLevel) -> Bool { lhs.rawValue < rhs.rawValue }

  /// What operators call the level.
  public var label: String {
    switch self {
    case .whole: "不遮"
    case .notice: "内部"
    case .web: "公开"
    }
  }

  /// Returns the level called `word`: its code in either case, or its label.
  public init?(word: String) {
    let code = word.uppercased()
    guard let level = Self.allCases.first(where: { $0.rawValue == code || $0.label == word })
    else { return nil }
    self = level
  }

  /// Returns `text`, which is of the kind `data`, as the level shows it; `known` are persons whom words may name.
  public func masked(
    _ text: String,
    as data: PersonalData,
    knowing known: KnownPersons = KnownPersons()
  ) -> String {
    guard self != .whole else { return text }
    return switch data {
    case .name: NameMask.masked(text, self)
    case .identityNumber: NumberMask.identity(text, self)
    case .phone: NumberMask.phone(text)
    case .account: NumberMask.account(text)
    case .address: AddressMask.masked(text)
    case .birthDate: "****-**-**"
    case .words: WordMask(self, known).masked(text)
    case .nothing: text
    }
  }
}
