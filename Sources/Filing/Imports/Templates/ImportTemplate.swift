public import Records

/// A sheet that operators fill and Mingce takes in: its columns, where each goes, and what is filled in beside them.
public struct ImportTemplate: Sendable {
  /// The name on the command line.
  public let name: String
  /// The printed name.
  public let title: String
  /// What it is for, in a sentence.
  public let summary: String
  /// The place whose sheet it is.
  public let profile: Profile
  /// The name of the sheet's tab.
  let sheetName: String
  /// Whether the title stands in a row of its own above the headings.
  let showsTitle: Bool
  /// The beginning of the ids that rows get.
  let idPrefix: String
  /// What a row becomes.
  let makes: [RecordPart]
  /// Whether the person's contract comes from earlier records.
  let base: BaseUse
  let columns: [ImportColumn]
  /// What is filled in where no column says anything.
  let fills: [ImportFill]
  /// The lines of the sheet 注意事项.
  let notes: [String]

  /// The heading of the column that returned rows have behind all others where the sheet has none of its own.
  static let reasonHeading = "失败原因"

  /// How many rows of headings there are.
  var headingDepth: Int { columns.map(\.headings.count).max() ?? 1 }
}

/// A kind of record that a row may become.
enum RecordPart: String, Sendable, CaseIterable {
  case filing
  case insuranceChange
  case wage
  case infoChange

  /// The member of the record file that holds records of the kind.
  var listName: String {
    switch self {
    case .filing: "filings"
    case .insuranceChange: "insuranceChanges"
    case .wage: "wages"
    case .infoChange: "infoChanges"
    }
  }

  /// The prefixes of the fields that call for a record of the kind.
  var ownPrefixes: [String] {
    switch self {
    case .filing: ["c", "t", "f"]
    case .insuranceChange: ["i", "x"]
    case .wage: ["w"]
    case .infoChange: ["ic", "e.bank"]
    }
  }

  /// Returns where the field `path` stands in a record of the kind, or nothing when it has no place there.
  func place(of path: String) -> [String]? {
    var steps = path.split(separator: ".").map(String.init)
    guard let prefix = steps.first else { return nil }
    steps.removeFirst()
    switch (self, prefix) {
    case (.filing, "c"): return ["contract"] + steps
    case (.filing, "t"): return ["termination"] + steps
    case (.filing, "f"): return steps
    case (.insuranceChange, "i"), (.wage, "w"), (.infoChange, "ic"): return steps
    case (.insuranceChange, "x"): return ["publicInstitution"] + steps
    case (.filing, "e"), (.insuranceChange, "e"), (.infoChange, "e"): return ["employee"] + steps
    default: return nil
    }
  }
}

/// Whether a row needs the person's contract out of earlier records.
enum BaseUse: Sendable {
  case none
  /// It is taken where it is found.
  case wanted
  /// A row without one is refused.
  case required
}

/// A column of a sheet.
struct ImportColumn: Sendable {
  /// What a column is besides a place for values.
  enum Role: Sendable {
    case value
    /// Numbers the rows; never read.
    case counter
    /// Tells why a row was refused; filled by the authority, never read.
    case failureReason
  }

  /// The headings from the uppermost level down.
  let headings: [String]
  /// Other headings of the same column.
  let aliases: [String]
  let role: Role
  /// The field it fills, such as `e.name`; nothing when it is only carried.
  let field: String?
  let kind: ColumnKind
  let isRequired: Bool
  /// Whether it must agree with what the system knows (V-58).
  let isKey: Bool
  /// Whether values may count up from row to row without looking dragged.
  let mayCount: Bool
  /// What every row holds before anyone has written.
  let prefill: String?
  let note: String?
  let sample: String?
  let width: Double
  let isHidden: Bool
  /// Words that mean that there is nothing.
  let emptyWords: [String]

  /// The heading next to the values.
  var label: String { headings.last ?? "" }
}

/// What kind of value a column holds.
enum ColumnKind: Sendable {
  case text
  /// An identity or account number, of which every digit counts.
  case number
  case day(written: DayForm)
  case month
  case money
  case integer
  case flag
  /// One word of a list.
  case choice(ChoiceList)
  /// Several words of a list.
  case choices(ChoiceList)
}

/// How a sheet writes days.
enum DayForm: String, Sendable, CaseIterable {
  case iso = "yyyy-MM-dd"
  case compact = "yyyyMMdd"
}

/// The words that a column offers, each with the code that records hold.
struct ChoiceList: Sendable {
  struct Choice: Sendable, Hashable {
    let label: String
    let code: String
    let aliases: [String]
  }

  let choices: [Choice]
  /// Whether other words are taken as they are, because no manual shows the whole list.
  let isOpen: Bool
  /// The choices by their words, codes and other spellings, as they are compared; the first of a name counts.
  private let meanings: [String: Int]
  private let codes: [String: Int]

  init(choices: [Choice], isOpen: Bool) {
    self.choices = choices
    self.isOpen = isOpen
    let names = choices.enumerated().flatMap { index, choice in
      ([choice.label, choice.code] + choice.aliases).map { (Self.comparable($0), index) }
    }
    meanings = Dictionary(names) { first, _ in first }
    let codes = choices.enumerated().map { (Self.comparable($1.code), $0) }
    self.codes = Dictionary(codes) { first, _ in first }
  }

  /// Returns the choice that `text` means: its word, its code, another spelling, or the code in front of its word.
  func choice(meantBy text: String) -> Choice? {
    let wanted = Self.comparable(text)
    if let index = meanings[wanted] { return choices[index] }
    let marks: Set<Character> = [".", "、", ":", "-"]
    guard let mark = wanted.firstIndex(where: marks.contains), mark > wanted.startIndex else {
      return nil
    }
    return codes[String(wanted[..<mark])].map { choices[$0] }
  }

  /// Brackets and spaces come in either width.
  private static func comparable(_ text: String) -> String { CleanText(text).narrow }
}

/// A value that is filled in where no column gives one.
struct ImportFill: Sendable {
  enum Source: Sendable {
    case constant(String)
    /// The value of another field.
    case copy(String)
    /// By the beginning of another field's value; the last without a beginning is for all others.
    case byPrefix(String, [(prefix: String, value: String)])
  }

  let field: String
  let source: Source
}
