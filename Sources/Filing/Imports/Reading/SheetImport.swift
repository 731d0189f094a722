import Diagnostics
import Records
import Spreadsheets

/// One pass over the rows of a sheet.
struct SheetImport {
  let template: ImportTemplate
  let match: HeadingMatch
  let file: String
  let sheetName: String
  let base: BaseRecords
  private let builder: RowBuilder
  /// For each known column of the sheet, from left to right, its place, its template column and its reader.
  let readers: [(column: Int, index: Int, reader: ValueReader)]
  private var merges: MergedCells
  private var remarks = ImportRemarks()
  private var drag = DraggedColumns()
  private var filled: [String: Int] = [:]
  /// The rows that have become records, with what each became.
  private(set) var rows: [ImportedRow] = []
  private(set) var refusedRows: Set<Int> = []
  private(set) var rowCount = 0
  var diagnostics: [Diagnostic] = []

  init(_ sheet: MatchedSheet, of book: Spreadsheet, file: String, base: BaseRecords, asOf: String) {
    template = sheet.template
    match = sheet.match
    self.file = file
    sheetName = book.sheets[sheet.sheet].name
    self.base = base
    let stamp = asOf.filter { $0 != "-" }
    builder = RowBuilder(template: template, stamp: stamp)
    merges = MergedCells(sheet.layout, below: match.row)
    let template = sheet.template
    readers = sheet.match.columns.sorted { $0.key < $1.key }.compactMap { column, index in
      let described = template.columns[index]
      guard described.role == .value, described.field != nil else { return nil }
      return (column, index, ValueReader(column: described, dates: book.dates))
    }
  }

  /// Tells what concerns whole columns before any row is read.
  mutating func begin(_ layout: SheetLayout) {
    for (column, _, reader) in readers where !reader.column.isHidden {
      if layout.hiddenColumns.contains(where: { $0.contains(column) }) {
        tellHidden(column: column)
      }
    }
    let hasKeys = readers.contains { $0.reader.column.isKey }
    if hasKeys, template.makes.contains(.wage), !base.knowsWages { diagnostics.append(unchecked) }
  }

  /// Reads a row below the headings.
  mutating func take(_ row: SheetRow) {
    guard row.number > match.row else { return }
    let share = merges.share(of: row)
    guard !isBlank(row) else { return }
    rowCount += 1
    if row.isHidden { tellHidden(row.number) }
    guard !isStray(row) else { return refuse(row.number, [stray(row)]) }
    var problems: [Diagnostic] = []
    var values = RowValues()
    for (column, index, reader) in readers {
      read(column, index, reader, row, share, &values, &problems)
    }
    finish(&values, row: row.number, &problems)
  }

  /// Ends the pass: what concerns whole columns is told now.
  mutating func end() {
    for run in drag.finish() { diagnostics.append(dragged(run)) }
    diagnostics += remarks.diagnostics(file: file, sheet: sheetName)
    for path in filled.keys.sorted() { tellFilled(path, filled[path] ?? 0) }
  }

  /// Returns the field that `field` is taken from where the row does not fill it in.
  func source(of field: String) -> String? { builder.source(of: field) }

  /// Refuses a row for reasons that showed only afterwards.
  mutating func refuse(_ row: Int, _ reasons: [Diagnostic]) {
    refusedRows.insert(row)
    diagnostics += reasons
  }

  // MARK: Cells

  private mutating func read(
    _ column: Int,
    _ index: Int,
    _ reader: ValueReader,
    _ row: SheetRow,
    _ share: MergedCells.Share,
    _ values: inout RowValues,
    _ problems: inout [Diagnostic]
  ) {
    let origin = origin(row.number, column)
    if share.wide.contains(where: { $0.contains(column) }) {
      problems.append(merged(reader.column, at: origin))
      return
    }
    let inherited = share.inherited.first { $0.column == column }
    guard let cell = row[column] ?? inherited else {
      return lack(reader.column, at: origin, &problems)
    }
    let reading = reader.read(cell)
    for remark in reading.remarks {
      let loss = remark == .timeOfDay ? reading.droppedTime : nil
      remarks.add(remark, column: column, row: row.number, loss: loss)
    }
    if row[column] == nil { remarks.add(.merged, column: column, row: row.number) }
    if let problem = reading.problem {
      problems.append(problem.diagnostic(at: origin))
    } else if let value = reading.value, let field = reader.column.field {
      values.add(value, for: field)
      if !reader.column.mayCount, let text = value.scalar {
        drag.look(at: text, column: index, row: row.number)
      }
    } else {
      lack(reader.column, at: origin, &problems)
    }
  }

  private func lack(_ column: ImportColumn, at origin: Origin, _ problems: inout [Diagnostic]) {
    guard column.isRequired else { return }
    problems.append(
      Diagnostic("V-09", at: origin, "必填项未填写：\(column.label)", advice: "请填写这一格")
    )
  }

  // MARK: Rows

  private mutating func finish(
    _ values: inout RowValues,
    row: Int,
    _ problems: inout [Diagnostic]
  ) {
    let parts = builder.parts(of: values)
    if parts.isEmpty, problems.isEmpty { problems.append(nothingAsked(row)) }
    let known = known(values, parts: parts, row: row, &problems)
    problems += keyProblems(values, row: row)
    guard problems.isEmpty else { return refuse(row, problems) }
    for path in builder.fill(&values, for: parts, knowing: known) { filled[path, default: 0] += 1 }
    let records = parts.map { part in
      (part: part, json: builder.record(part, values, row: row, from: known).json)
    }
    rows.append(ImportedRow(number: row, records: records))
  }

  private func known(
    _ values: RowValues,
    parts: [RecordPart],
    row: Int,
    _ problems: inout [Diagnostic]
  ) -> RecordValue? {
    guard template.base.isUsed, parts.contains(.filing), let number = values["e.idNumber"]?.scalar
    else { return nil }
    let known = base.contract(of: number)
    guard let known else {
      if case .required = template.base { problems.append(noContract(row)) }
      return nil
    }
    if let name = values["e.name"]?.scalar, let other = known[["employee", "name"]]?.scalar,
      CleanText(name).text != CleanText(other).text
    {
      problems.append(otherName(name, other, row))
    }
    problems += otherValues(values, known, row: row)
    return known
  }

  /// What the sheet repeats of the contract must be what the contract says.
  private func otherValues(_ values: RowValues, _ known: RecordValue, row: Int) -> [Diagnostic] {
    readers.compactMap { column, _, reader in
      guard reader.column.isKey, let path = reader.column.field, let ours = values[path]?.scalar,
        let place = RecordPart.filing.place(of: path), let theirs = known[place]?.scalar,
        ours != theirs
      else { return nil }
      return Diagnostic(
        "import.otherValue",
        at: origin(row, column),
        "\(reader.column.label)与原备案不一致",
        found: "\(maskedForMessage(ours))",
        expected: "\(maskedForMessage(theirs))"
      )
    }
  }

  /// The system refuses a sheet whose keys are not its own (V-58).
  private func keyProblems(_ values: RowValues, row: Int) -> [Diagnostic] {
    guard base.knowsWages, template.columns.contains(where: \.isKey),
      let number = values["w.idNumber"]?.scalar
    else { return [] }
    guard let known = base.wage(of: number) else { return [notInSystem(number, row)] }
    return readers.compactMap { column, _, reader in
      guard reader.column.isKey, let path = reader.column.field,
        let place = RecordPart.wage.place(of: path)
      else { return nil }
      let (ours, theirs) = (values[path]?.scalar ?? "", known[place]?.scalar ?? "")
      return ours == theirs ? nil : otherKey(reader.column, ours, at: origin(row, column))
    }
  }

  /// A row counts as blank when nothing stands in it but what the template itself put there.
  private func isBlank(_ row: SheetRow) -> Bool {
    !row.cells.contains { cell in
      guard let index = match.columns[cell.column] else { return cell.hasContent }
      let column = template.columns[index]
      guard column.role == .value else { return false }
      if case .text(let text) = cell.value, CleanText(text).text == column.prefill { return false }
      return cell.hasContent
    }
  }

  /// A remark below the table fills one cell, a record several.
  private func isStray(_ row: SheetRow) -> Bool {
    let known = row.cells.filter { match.columns[$0.column] != nil && $0.hasContent }
    let required = template.columns.count(where: \.isRequired)
    return known.count <= 1 && required > 1
  }
}

/// A row that has become records.
struct ImportedRow: Sendable {
  let number: Int
  let records: [(part: RecordPart, json: [UInt8])]
}

extension BaseUse {
  /// Whether earlier records are looked at.
  var isUsed: Bool { if case .none = self { false } else { true } }
}

extension SheetCell {
  /// Whether the cell holds more than white space.
  var hasContent: Bool {
    if case .text(let text) = value { !CleanText(text).text.isEmpty } else { true }
  }
}
