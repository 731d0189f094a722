/// A closed list of codes as sheets use it: to offer the words, and to understand them.
public struct CodeTable: Sendable {
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
  public static let all: [CodeTable] = [
    CodeTable(EmploymentForm.self), CodeTable(TermType.self), CodeTable(IdentityType.self),
    CodeTable(Sex.self), CodeTable(InsuranceKind.self), CodeTable(WorkTimeSystem.self),
    CodeTable(TerminationReason.self), CodeTable(TerminationType.self),
    CodeTable(SignMode.self), CodeTable(WageType.self), CodeTable(RetirementCategory.self),
    CodeTable(FilingKind.self), CodeTable(ContractState.self), CodeTable(ReviewStatus.self),
    CodeTable(Profile.self),
  ]

  private init<List: CodeList>(_ list: List.Type) {
    name = list.listName
    entries = list.allCases.map { Entry(code: $0.rawValue, label: $0.label, aliases: $0.aliases) }
  }
}
