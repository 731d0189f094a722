public import Calendar

/// The value of a field, still of its kind, so that filters and columns can treat it as what it is.
public enum FieldValue: Sendable, Hashable {
  /// Words.
  case text(String)
  /// A day.
  case date(CivilDate)
  /// An amount.
  case money(Money)
  /// A whole number.
  case integer(Int)
  /// Yes or no.
  case flag(Bool)
  /// A code and the word that forms print for it.
  case code(String, label: String)
  /// Several things.
  case list([ItemValue])

  /// The value as forms print it where nothing else is asked for.
  public var printed: String {
    switch self {
    case .text(let text): text
    case .date(let date): date.description
    case .money(let money): money.description
    case .integer(let number): String(number)
    case .flag(let truth): truth ? "是" : "否"
    case .code(_, let label): label
    case .list(let items): items.map(\.text).joined(separator: "、")
    }
  }

  /// Returns whether a form's condition that compares with `word` holds: by code, by label, or as printed.
  public func matches(_ word: String) -> Bool {
    switch self {
    case .code(let code, let label): code == word || label == word
    case .flag(let truth): word == (truth ? "是" : "否") || word == (truth ? "true" : "false")
    default: printed == word
    }
  }

  /// Whether a present-section is to show: false for no, an empty list and empty words.
  public var isPresent: Bool {
    switch self {
    case .flag(let truth): truth
    case .list(let items): !items.isEmpty
    case .text(let text): !text.isEmpty
    default: true
    }
  }
}

/// One thing of a list, with the members that forms may name after `item.`.
public struct ItemValue: Sendable, Hashable {
  /// What `{{item}}` prints.
  public var text: String
  /// The members, by name.
  public var members: [String: FieldValue]

  /// Creates a thing that prints as `text`.
  public init(_ text: String, members: [String: FieldValue] = [:]) {
    self.text = text
    self.members = members
  }
}

/// What kind of value a field has.
public enum FieldKind: String, Sendable, CaseIterable {
  /// Words.
  case text = "文字"
  /// A day.
  case date = "日期"
  /// An amount.
  case money = "金额"
  /// A whole number.
  case integer = "整数"
  /// Yes or no.
  case flag = "是否"
  /// A code with a label.
  case code = "代码"
  /// Several things.
  case list = "列表"
}

/// What a field is read from.
public struct FieldSubject: Sendable {
  /// The head of the record file.
  public var batch: Batch
  /// The filing, where there is one.
  public var filing: Filing?
  /// What became of a row, in a list of outcomes.
  public var result: RowResult?
  /// The row of a list of the head, in its tables and documents.
  public var line: RecordLine?
  /// The thing of a list, inside a repeating section.
  public var item: ItemValue?
  /// The row number in the roster, inside a table.
  public var seq: Int?
  /// What only the issuing step knows, by path: `roster.count`, `form.title` and their like.
  public var given: [String: FieldValue]
  /// How much of persons its fields show.
  public var mask: MaskLevel
  /// Whether there is no record, so that fields have no value and print what a pen needs.
  public var isBlank: Bool

  /// Creates the subject of a document or a row.
  public init(
    batch: Batch,
    filing: Filing? = nil,
    result: RowResult? = nil,
    line: RecordLine? = nil,
    item: ItemValue? = nil,
    seq: Int? = nil,
    given: [String: FieldValue] = [:],
    mask: MaskLevel = .whole,
    isBlank: Bool = false
  ) {
    self.batch = batch
    self.filing = filing
    self.result = result
    self.line = line
    self.item = item
    self.seq = seq
    self.given = given
    self.mask = mask
    self.isBlank = isBlank
  }
}

extension FieldSubject {
  /// Returns the row of `list` that the subject is about: the one at hand, or the one of the filing's person.
  func line(of list: RecordList) -> RecordLine? {
    if let line { return line.list == list ? line : nil }
    return filing.flatMap { batch.lines.line(of: list, for: $0) }
  }
}
