/// A closed list of codes as sheets use it: to offer the words, and to understand them.
public struct Vocabulary: Sendable {
  /// What the list is called, such as `用工形式`.
  public let name: String
  /// The codes with the words that forms print, in the order of the list.
  public let entries: [Entry]

  /// One code.
  public struct Entry: Sendable, Hashable {
    /// The code that records hold.
    public let code: String
    /// The word that forms print.
    public let label: String
    /// Other spellings.
    public let aliases: [String]
  }

  /// Returns the entry that `text` means: its code, its word or another spelling.
  public func entry(meantBy text: String) -> Entry? {
    entries.first { $0.code == text }
      ?? entries.first { $0.label == text || $0.aliases.contains(text) }
  }

  /// The lists that columns of sheets may offer.
  public static let all: [Vocabulary] = [
    Vocabulary(EmploymentForm.self), Vocabulary(TermType.self), Vocabulary(IdentityType.self),
    Vocabulary(Sex.self), Vocabulary(InsuranceKind.self), Vocabulary(WorkTimeSystem.self),
    Vocabulary(TerminationReason.self), Vocabulary(TerminationType.self),
    Vocabulary(SignMode.self), Vocabulary(WageType.self), Vocabulary(RetirementCategory.self),
    Vocabulary(FilingKind.self), Vocabulary(ContractState.self), Vocabulary(ReviewStatus.self),
    Vocabulary(Profile.self),
  ]

  private init<List: CodeList>(_ list: List.Type) {
    name = list.listName
    entries = list.allCases.map { Entry(code: $0.rawValue, label: $0.label, aliases: $0.aliases) }
  }
}
