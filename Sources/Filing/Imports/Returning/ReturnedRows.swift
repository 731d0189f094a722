public import Calendar
public import Diagnostics
import JSON
public import Records
public import Workbooks

/// Rows that were refused, put back into the sheets they came from, with the reasons beside them.
///
/// A row goes to the template whose ids it bears, or else to the first of its place and kind.
public struct ReturnedRows {
  private let templates: [ImportTemplate]
  private let profile: Profile
  private var rows: [String: [[String]]] = [:]
  /// The rows that fit no template, by their numbers in the record file.
  public private(set) var homeless: [Int] = []

  /// Begins with the templates that rows may go back to, those of `profile` first.
  public init(_ templates: [ImportTemplate], profile: Profile) {
    self.templates = templates.filter { $0.makes.contains(.filing) }
    self.profile = profile
  }

  /// Whether no row has found a sheet.
  public var isEmpty: Bool { rows.isEmpty }

  /// How many rows have found a sheet.
  public var count: Int { rows.values.reduce(0) { $0 + $1.count } }

  /// Takes the filing whose JSON is `json`, row number `row` of its file, refused for `reasons`.
  public mutating func add(_ json: [UInt8], row: Int, reasons: [Diagnostic]) {
    guard let record = RecordValue.read(json), let template = home(of: record) else {
      homeless.append(row)
      return
    }
    let why = reasons.filter { $0.severity == .error }.map(\.reasonForClerks)
    let reason = why.joined(separator: "；")
    var texts = template.columns.map { column in
      column.role == .failureReason ? reason : column.text(of: record, a: .filing)
    }
    if !template.columns.contains(where: { $0.role == .failureReason }) { texts.append(reason) }
    rows[template.name, default: []].append(texts)
  }

  /// Returns the workbook, one sheet for each template that has rows.
  public func workbook(madeOn day: CivilDate) throws(WorkbookFailure) -> [UInt8] {
    let writer = try WorkbookWriter(madeOn: day)
    for template in templates {
      guard let texts = rows[template.name] else { continue }
      try writer.begin(template.sheet(withReasons: true))
      for (index, row) in texts.enumerated() { try writer.write(template.numbered(row, index + 1)) }
    }
    return try writer.finish()
  }

  private func home(of record: RecordValue) -> ImportTemplate? {
    let id = record[["id"]]?.scalar ?? ""
    if let template = templates.first(where: { id.hasPrefix("\($0.idPrefix)-") }) {
      return template
    }
    guard let kind = record[["kind"]]?.scalar else { return nil }
    let ofKind = templates.filter { $0.filingKind == kind }
    return ofKind.first { $0.profile == profile } ?? ofKind.first
  }
}

extension ImportTemplate {
  /// The kind of filing that the rows become.
  fileprivate var filingKind: String? {
    for fill in fills where fill.field == "f.kind" {
      if case .constant(let kind) = fill.source { return kind }
    }
    return nil
  }

  /// Returns `row` with its number where the sheet numbers rows.
  func numbered(_ row: [String], _ number: Int) -> [String] {
    row.enumerated().map { index, text in
      columns.indices.contains(index) && columns[index].role == .counter ? String(number) : text
    }
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
