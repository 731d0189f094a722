import DocumentTree
public import Records
public import Styling

/// A form: what it prints, for which filings, under which title and how it looks; checked against the record schema.
public struct Form: Sendable {
  /// The name, which is that of its folder.
  public let name: String
  /// The number in the house's catalogue of forms, such as F16; nothing for forms of a project's own.
  public let number: String?
  /// The places whose systems ask for the form; empty for all.
  public let systems: [Profile]
  /// The kinds of employers who use the form, such as 事业单位; empty for all.
  public let natures: [String]
  /// What the form is for, in one Chinese sentence.
  public let summary: String
  /// Which edition of the form it is; whoever changes what the form says counts on.
  public let edition: String
  /// Whether one document holds all filings or each filing has its own.
  public let scope: FormScope
  /// The title where no profile has its own.
  public let defaultTitle: String
  /// The titles of single profiles, by the profile's code.
  public let titles: [String: String]
  /// What else people call the form.
  public let aliases: [FormAlias]
  /// Which filings the form takes.
  public let selection: FormSelection
  /// The fields by which the filings are ordered, the most important first; the one of groups before all others.
  public let order: [String]
  /// How many copies are printed where no profile has its own number.
  public let defaultCopies: Int
  /// The numbers of copies of single profiles, by the profile's code.
  public let copies: [String: Int]
  /// Whom each copy is for where no profile has its own, such as 用人单位存; copies beyond the list only have numbers.
  let defaultCopyLabels: [String]
  /// Whom the copies of single profiles are for, by the profile's code.
  let copyLabels: [String: [String]]
  /// Whether values stand on fill-in rules.
  public let fillIn: FillInMode
  /// What an absent value prints in a table.
  public let emptyText: String
  /// How the document looks on paper.
  public var style: PageStyle
  /// Whether and how the documents say their number, hash and edition.
  public let machineMark: MachineMarkKind?
  /// How much of persons the documents show; file names, bookmarks and the order of rows follow it.
  public var mask = MaskLevel.whole
  /// The paths that the form prints, each once, in the order of their first use.
  public let fieldPaths: [String]
  /// The paths of the fields whose sums the form prints, in the order of their first use.
  public let sumPaths: [String]

  /// What the form prints the sums of over rows of lists.
  let listSums: [ListSum]
  /// Whether the form lists all rows with what became of them (`table outcomes`) instead of filings.
  public let listsOutcomes: Bool
  /// Whether the form prints anything of filings, so that those of a file are chosen for it.
  public let takesFilings: Bool
  /// What filings must say to be chosen.
  var filingTest: FieldTest?
  /// Which rows of the lists in the head the form prints.
  let lineSources: [LineSource]
  /// Whether rows of filings print what a list says of the same person.
  public let joinsLists: Bool

  /// What the rows of a roster print of each filing, each use at its `rowPlace`.
  let rowUses: [FieldUse]
  /// Which of `rowUses` holds each field as it stands, in the order of their paths.
  let rowFields: [RowField]
  /// What the form prints, each field once, in the order of their first use.
  public let fields: [Field]
  /// The checked text.
  let template: Document<FieldUse>
  /// The pattern of file names.
  let fileName: FileNamePattern

  /// Returns the title that `profile` prints.
  public func title(for profile: Profile) -> String {
    titles[profile.rawValue] ?? defaultTitle
  }

  /// Returns whether the system of the batch's place asks employers of such a kind for the form.
  public func isAsked(of batch: Batch) -> Bool {
    (systems.isEmpty || systems.contains(batch.profile)) && isFor(batch.employer)
  }

  /// Returns whether employers such as `employer` use the form.
  public func isFor(_ employer: Employer) -> Bool {
    natures.isEmpty || employer.nature.map { natures.contains($0.label) } == true
  }

  /// Returns the number of copies that `profile` asks for.
  public func copies(for profile: Profile) -> Int {
    copies[profile.rawValue] ?? defaultCopies
  }

  /// Returns the copies that `profile` asks for, each with the label that is printed on it.
  public func numberedCopies(for profile: Profile) -> [FormCopy] {
    let count = copies(for: profile)
    let copyLabels = copyLabels[profile.rawValue] ?? defaultCopyLabels
    return (1...count).map { number in
      let holder = number <= copyLabels.count ? "\u{3000}" + copyLabels[number - 1] : ""
      let label = "第\(chineseNumeral(number))联（共\(chineseNumeral(count))联）" + holder
      return FormCopy(number: number, label: label)
    }
  }
}

/// Whether one document holds all filings or each filing has its own.
public enum FormScope: Sendable, Hashable {
  /// One document lists all filings, or all rows of a list, or says something of the employer alone.
  case roster
  /// Each filing has a document of its own.
  case filing
  /// Each row of a list has a document of its own.
  case line(RecordList)

  /// The scope that form.yaml calls `word`.
  init?(word: String) {
    switch word {
    case "roster": self = .roster
    case "filing": self = .filing
    default:
      guard let list = RecordList(rawValue: word) else { return nil }
      self = .line(list)
    }
  }
}

/// Which filings a form takes.
public struct FormSelection: Sendable, Hashable {
  /// The kinds of filing; empty for all.
  public var kinds: [FilingKind]
  /// What the filings must have passed.
  public var gate: FormGate

  /// Creates a selection.
  public init(kinds: [FilingKind], gate: FormGate) {
    self.kinds = kinds
    self.gate = gate
  }
}

/// What filings must have passed before a form prints them.
public enum FormGate: String, Sendable, Hashable {
  /// Approved by the authority, from an approved employer.
  case roster
  /// A relation that has ended.
  case certificate
  /// Any sound filing.
  case contract
}

/// Whether values stand on fill-in rules.
public enum FillInMode: String, Sendable, Hashable {
  /// Values stand as plain text.
  case plain
  /// Values stand on a rule, and absent ones leave a blank.
  case ruled
}
