public import Diagnostics
public import Records

/// The rules of one place: its words, figures, required fields and how grave each rule is there.
public struct RuleBook: Sendable {
  /// The place.
  public let profile: Profile
  /// The place whose rules apply where this book is silent.
  public let parent: Profile?
  /// The place's name.
  public let name: String
  /// Where the book's contents come from.
  public let source: String
  /// The code of the place in GB/T 2260, where the employer's file names none.
  public let region: String?
  /// What the place calls each kind of filing.
  public let labels: [FilingKind: String]
  /// Whether its forms have a block for the authority's opinion and seal.
  public let hasAuthorityBlock: Bool
  /// The figures, by name.
  public let figures: [String: Int]
  /// How grave the rules are where the place has its own mind; nothing means switched off.
  public let severities: [String: Severity?]
  /// How grave they are for rows of an upload template.
  public let uploadSeverities: [String: Severity?]
  /// The fields that must be filled in, by path.
  public let required: [String]
  /// The attachments that each kind of filing needs.
  public let attachments: [FilingKind: [String]]
  /// Whether windows that end on a free day move to the next working day.
  let shiftsHolidays: Bool
  let probation: [ProbationStep]
  let retirement: [RetirementRegime]

  /// Returns the figure `figure`; a shelf is only made of books that have all of them.
  subscript(_ figure: Figure) -> Int { figures[figure.name] ?? 0 }
}

/// How long a probation may be in contracts shorter than so many months (Labour Contract Law article 19).
struct ProbationStep: Sendable, Hashable {
  /// The contract is shorter than so many months; nothing for all longer ones.
  let below: Int?
  /// The longest probation in months.
  let limit: Int
}

/// The retirement ages from one day on.
struct RetirementRegime: Sendable, Hashable {
  /// The first day.
  let from: String
  let steps: [RetirementStep]
}

/// The retirement age of one category and how it rises with the month of birth.
struct RetirementStep: Sendable, Hashable {
  let category: RetirementCategory
  /// The original age in years.
  let age: Int
  /// The first month of birth with a later age, as months since the year 0; nothing when the age stays.
  let firstMonth: Int?
  /// How many months of birth share one more month of delay.
  let step: Int
  /// The longest delay in months.
  let limit: Int
}
