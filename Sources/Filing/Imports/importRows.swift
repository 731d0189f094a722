public import Calendar
import Diagnostics
import Records
public import Spreadsheets

/// Takes in the rows of a matched sheet and judges the records that they become as `mingce check` does.
///
/// Every row that cannot be used is told with its cells; the records hold the others. `asOf` replaces the day of `base`.
public func importRows(
  of sheet: MatchedSheet,
  in book: Spreadsheet,
  file: String,
  base: BaseRecords,
  asOf: CivilDate? = nil
) throws(SpreadsheetFailure) -> ImportOutcome {
  let day = asOf?.description ?? base.asOf
  var pass = SheetImport(sheet, of: book, file: file, base: base, asOf: day)
  var rows = try book.rows(ofSheet: sheet.sheet)
  pass.begin(sheet.layout)
  while let row = try rows.next() { pass.take(row) }
  pass.end()
  let assembly = RecordAssembly(base: base, asOf: day, parts: sheet.template.makes)
  let headProblems = pass.judge(assembly)
  let accepted = pass.rows.filter { !pass.refusedRows.contains($0.number) }
  return ImportOutcome(
    rowCount: pass.rowCount,
    refusedCount: pass.refusedRows.count,
    records: assembly.document(of: accepted),
    diagnostics: headProblems + foreignProfile(sheet.template, base) + inOrder(pass.diagnostics),
    hasFileErrors: !headProblems.isEmpty
  )
}

private func foreignProfile(_ template: ImportTemplate, _ base: BaseRecords) -> [Diagnostic] {
  guard template.profile.rawValue != base.profile else { return [] }
  return [
    Diagnostic(
      "import.profile",
      .warning,
      at: .source(SourceLocation(file: base.file)),
      "地区方案与导入模板不同",
      found: "\(base.profile)",
      expected: "\(template.profile.rawValue)"
    )
  ]
}

/// Row by row, and what concerns whole columns at the end, in the order of the sheet.
private func inOrder(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  diagnostics.enumerated().sorted { one, other in
    (one.element.row, one.offset) < (other.element.row, other.offset)
  }
  .map(\.element)
}

extension Diagnostic {
  /// The row of an error; everything else comes behind the errors.
  fileprivate var row: Int {
    guard severity == .error, case .cell(let place) = origin else { return Int.max }
    return place.row
  }
}

/// Puts records together to a file.
struct RecordAssembly {
  let base: BaseRecords
  let asOf: String
  let parts: [RecordPart]

  /// Returns the record file of `rows`, one record a line.
  func document(of rows: [ImportedRow]) -> [UInt8] {
    var bytes = Array("{\n".utf8)
    add("schema", RecordValue.text("mingce/1").json, to: &bytes)
    add("profile", RecordValue.text(base.profile).json, to: &bytes)
    add("asOf", RecordValue.text(asOf).json, to: &bytes)
    for (name, value) in base.head { add(name, value, to: &bytes) }
    let lists = parts.contains(.filing) ? parts : [.filing] + parts
    for (index, part) in lists.enumerated() {
      bytes += Array("  \"\(part.listName)\": [".utf8)
      var isFirst = true
      for row in rows {
        for record in row.records where record.part == part {
          bytes += Array((isFirst ? "\n    " : ",\n    ").utf8)
          bytes += record.json
          isFirst = false
        }
      }
      bytes += Array((isFirst ? "]" : "\n  ]").utf8)
      bytes += Array((index == lists.count - 1 ? "\n}\n" : ",\n").utf8)
    }
    return bytes
  }

  private func add(_ name: String, _ value: [UInt8], to bytes: inout [UInt8]) {
    bytes += Array("  \"\(name)\": ".utf8) + value + Array(",\n".utf8)
  }
}

extension SheetImport {
  /// Reads the records as `mingce check` does and refuses the rows that it would refuse; returns what concerns the head.
  mutating func judge(_ assembly: RecordAssembly) -> [Diagnostic] {
    let filed = rows.filter { row in row.records.contains { $0.part == .filing } }
    let document = assembly.document(of: filed)
    var refusals: [(row: Int, reasons: [Diagnostic])] = []
    let source = ByteSource(name: assembly.base.file, bytes: document)
    let ofFile: [Diagnostic]
    do throws(RecordFailure) {
      ofFile = try openRecords(source) { outcome in
        guard case .refused(let rejection) = outcome, filed.indices.contains(outcome.row - 1) else {
          return
        }
        refusals.append((filed[outcome.row - 1].number, rejection.reasons))
      }
      .diagnostics
    } catch {
      switch error {
      case .unreadable(let failure):
        return [Diagnostic("import.check", .error, "无法检查记录：\(failure.message)")]
      case .unusable(let diagnostics, _): ofFile = diagnostics
      }
    }
    for (row, reasons) in refusals {
      refuse(row, causes(among: reasons).map { placed($0, in: row) })
    }
    return ofFile.filter { $0.severity == .error }
  }

  /// Returns the errors among `reasons`; what is taken from a field with an error of its own is not told besides.
  private func causes(among reasons: [Diagnostic]) -> [Diagnostic] {
    let errors = reasons.filter { $0.severity == .error }
    let wrong = Set(errors.compactMap(\.field))
    return errors.filter { error in
      guard let source = error.field.flatMap(source(of:)) else { return true }
      return !wrong.contains(source)
    }
  }

  /// Returns `diagnostic` at the cell that the value came from.
  private func placed(_ diagnostic: Diagnostic, in row: Int) -> Diagnostic {
    guard let field = diagnostic.field else { return diagnostic }
    var placed = diagnostic
    placed.origin = origin(row, field: field)
    return placed
  }
}

extension Diagnostic {
  /// The field of a filing that a complaint of the reader is about, such as `t.reasonCode`.
  fileprivate var field: String? {
    guard case .record(let place) = origin else { return nil }
    return RecordMember(pointer: place.pointer).path
  }
}
