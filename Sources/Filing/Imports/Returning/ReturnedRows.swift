public import Calendar
public import Diagnostics
import JSON
public import Records
public import Workbooks

/// Rows that were refused, put back into the sheets they came from, with the reasons beside them.
///
/// A record goes to the template whose ids it bears, or else to the one of its place and kind that says most of it. What
/// came from one row of a sheet, such as a filing and a change of insurance, becomes one row again.
public struct ReturnedRows {
  private let templates: [ImportTemplate]
  private var sheets: [String: ReturnedSheet] = [:]
  /// The filings that fit no template, by their numbers in the record file.
  public private(set) var homeless: [Int] = []
  /// The rows of lists that fit no template.
  public private(set) var homelessLines: [ListPlace] = []

  /// Begins with the templates that rows may go back to; those of `profile` come before others.
  public init(_ templates: [ImportTemplate], profile: Profile) {
    self.templates =
      templates.filter { $0.profile == profile } + templates.filter { $0.profile != profile }
  }

  /// Whether no row has found a sheet.
  public var isEmpty: Bool { sheets.isEmpty }

  /// How many rows have found a sheet.
  public var count: Int { sheets.values.reduce(0) { $0 + $1.rows.count } }

  /// Takes the filing whose JSON is `json`, row number `row` of its file, refused for `reasons`.
  public mutating func add(_ json: [UInt8], row: Int, reasons: [Diagnostic]) {
    let record = RecordValue.read(json)
    if record.map({ put($0, .filing, reasons) }) != true { homeless.append(row) }
  }

  /// Takes `lines` of the lists in the head whose JSON is `head`, each refused for its reasons.
  public mutating func add(
    _ lines: [(place: ListPlace, reasons: [Diagnostic])],
    outOf head: [UInt8]
  ) {
    let isMarked = head.starts(with: [0xEF, 0xBB, 0xBF])
    let head = RecordValue.read(isMarked ? Array(head.dropFirst(3)) : head)
    for (place, reasons) in lines {
      let part = RecordPart.allCases.first { $0.listName == place.list.rawValue }
      let list = head?[[place.list.rawValue]]?.elements ?? []
      guard let part, list.indices.contains(place.row - 1), put(list[place.row - 1], part, reasons)
      else {
        homelessLines.append(place)
        continue
      }
    }
  }

  /// Returns the workbook, one sheet for each template that has rows.
  public func workbook(madeOn day: CivilDate) throws(WorkbookFailure) -> [UInt8] {
    let writer = try WorkbookWriter(madeOn: day)
    for template in templates {
      guard let sheet = sheets[template.name] else { continue }
      try writer.begin(template.sheet(withReasons: true))
      for (index, row) in sheet.rows.enumerated() {
        try writer.write(template.numbered(row.texts(under: template), index + 1))
      }
    }
    return try writer.finish()
  }

  /// Puts `record` into its sheet; returns whether there is one.
  private mutating func put(
    _ record: RecordValue,
    _ part: RecordPart,
    _ reasons: [Diagnostic]
  ) -> Bool {
    guard let name = home(of: record, part)?.name else { return false }
    sheets[name, default: ReturnedSheet()].add(record, part, reasons)
    return true
  }

  private func home(of record: RecordValue, _ part: RecordPart) -> ImportTemplate? {
    let id = record[["id"]]?.scalar ?? ""
    let fitting = templates.filter { $0.makes.contains(part) }
    if let template = fitting.first(where: { id.hasPrefix("\($0.idPrefix)-") }) {
      return template
    }
    let ofKind = fitting.filter { $0.makesKind(of: record, part) }
    guard let place = ofKind.first?.profile else { return nil }
    return ofKind.filter { $0.profile == place }
      .max { $0.share(of: record, part) < $1.share(of: record, part) }
  }
}

/// The rows that go back to one sheet.
private struct ReturnedSheet {
  private(set) var rows: [ReturnedRow] = []
  private var places: [String: Int] = [:]

  /// Takes a record; it joins the row whose other part bears the same id.
  mutating func add(_ record: RecordValue, _ part: RecordPart, _ reasons: [Diagnostic]) {
    let id = record[["id"]]?.scalar
    if let place = id.flatMap({ places[$0] }), rows[place].parts[part] == nil {
      rows[place].add(record, part, reasons)
      return
    }
    if let id { places[id] = rows.count }
    rows.append(ReturnedRow())
    rows[rows.count - 1].add(record, part, reasons)
  }
}

/// A row of a sheet as it goes back: what it became, and why that was refused.
private struct ReturnedRow {
  private(set) var parts: [RecordPart: RecordValue] = [:]
  private var reasons: [String] = []

  mutating func add(_ record: RecordValue, _ part: RecordPart, _ why: [Diagnostic]) {
    parts[part] = record
    for reason in why where reason.severity == .error && !reasons.contains(reason.reasonForClerks) {
      reasons.append(reason.reasonForClerks)
    }
  }

  /// Returns what stands in the columns of `template`, the reasons in their own or behind all others.
  func texts(under template: ImportTemplate) -> [String] {
    let reason = reasons.joined(separator: "；")
    let texts = template.columns.map { column in
      column.role == .failureReason ? reason : text(under: column, of: template)
    }
    return template.tellsReasons ? texts : texts + [reason]
  }

  private func text(under column: ImportColumn, of template: ImportTemplate) -> String {
    let texts = template.makes.compactMap { part in
      parts[part].map { column.text(of: $0, a: part) }
    }
    return texts.first { !$0.isEmpty } ?? ""
  }
}

extension ImportTemplate {
  /// What a sheet itself says of the kind of its rows.
  private static let kindFields = ["f.kind", "i.direction", "ic.item", "t.reasonCode"]

  /// Whether there is a column for the reasons of a refusal.
  var tellsReasons: Bool { columns.contains { $0.role == .failureReason } }

  /// Returns whether rows become records of the kind that `record` is.
  fileprivate func makesKind(of record: RecordValue, _ part: RecordPart) -> Bool {
    let kinds = fills.filter { fill in
      Self.kindFields.contains(fill.field) && !columns.contains { $0.field == fill.field }
    }
    return kinds.allSatisfy { fill in
      guard case .constant(let kind) = fill.source, let place = part.place(of: fill.field) else {
        return true
      }
      let choices = part.choices(of: fill.field)
      let said = record[place]?.scalar
      return said == kind || said.flatMap { choices?.code(for: $0) } == kind
    }
  }

  /// Returns how much of `record` the columns have room for.
  fileprivate func share(of record: RecordValue, _ part: RecordPart) -> Int {
    columns.count { !$0.text(of: record, a: part).isEmpty }
  }

  /// Returns `row` with its number where the sheet numbers rows.
  func numbered(_ row: [String], _ number: Int) -> [String] {
    row.enumerated().map { index, text in
      columns.indices.contains(index) && columns[index].role == .counter ? String(number) : text
    }
  }
}

extension RecordPart {
  /// The words that the field `path` may be.
  fileprivate func choices(of path: String) -> CodeChoices? {
    RecordList(rawValue: listName)?[path]?.choices ?? FieldCatalogue[path]?.choices
  }
}

extension ImportColumn {
  /// Returns what an operator would have written in the column for `record`.
  func text(of record: RecordValue, a part: RecordPart) -> String {
    guard role == .value, let field, let place = part.place(of: field),
      let value = record[place]
    else { return "" }
    return kind.text(of: value)
  }
}

extension ColumnKind {
  /// Returns `value` in the words of a sheet.
  fileprivate func text(of value: RecordValue) -> String {
    switch value {
    case .flag(let truth): return truth ? "是" : "否"
    case .list(let values): return values.map { text(of: $0) }.joined(separator: "、")
    case .object: return value[["label"]]?.scalar ?? value[["code"]]?.scalar ?? ""
    case .number(let text), .text(let text):
      switch self {
      case .choice(let list):
        return list.choices.first { $0.code == text }?.label ?? text
      case .day(.compact): return readWrittenDate(text)?.day.compact ?? text
      default: return text
      }
    }
  }
}

extension Diagnostic {
  /// The reason in a few words, as the hall's own list gives it.
  fileprivate var reasonForClerks: String {
    message + (expected.map { "，应为\($0)" } ?? "")
  }
}
