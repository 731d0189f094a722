import Diagnostics
import Records
import Spreadsheets

/// One pass over the rows of a sheet.
struct SheetImport {
  private let template: ImportTemplate
  private let match: HeadingMatch
  private let file: String
  private let sheetName: String
  private let base: BaseRecords
  private let builder: RowBuilder
  /// For each known column of the sheet, from left to right, its place, its template column and its reader.
  private let readers: [(column: Int, index: Int, reader: ValueReader)]
  private var merges: MergedCells
  private var remarks = ImportRemarks()
  private var drag = DragFill()
  private var filled: [String: Int] = [:]
  /// The rows that have become records, with what each became.
  private(set) var rows: [ImportedRow] = []
  private(set) var refusedRows: Set<Int> = []
  private(set) var rowCount = 0
  private(set) var diagnostics: [Diagnostic] = []

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
    drag.finish()
    for run in drag.runs { diagnostics.append(dragged(run)) }
    diagnostics += remarks.diagnostics(file: file, sheet: sheetName)
    for path in filled.keys.sorted() { tellFilled(path, filled[path] ?? 0) }
  }

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
    for remark in reading.remarks { remarks.add(remark, column: column, row: row.number) }
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
        found: maskedForMessage(ours),
        expected: maskedForMessage(theirs)
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

// MARK: What is told

extension SheetImport {
  /// Returns the place of a row, or of one of its cells.
  fileprivate func origin(_ row: Int, _ column: Int? = nil) -> Origin {
    let letters = column.map { CellAddress.letters(ofColumn: $0) } ?? ""
    return .cell(CellLocation(file: file, sheet: sheetName, row: row, column: letters))
  }

  /// Returns the place of the cell of `row` from which the field `path` came, or of the row.
  func origin(_ row: Int, field path: String) -> Origin {
    let exact = readers.first { $0.reader.column.field == path }
    let near = exact ?? readers.first { path.hasPrefix(($0.reader.column.field ?? "?") + ".") }
    return origin(row, near?.column)
  }

  fileprivate mutating func tellHidden(_ row: Int) {
    diagnostics.append(
      Diagnostic(
        "import.hiddenRow",
        .warning,
        at: origin(row),
        "是隐藏的行，已照样读入",
        advice: "如果不该导入，请取消隐藏后删去这一行"
      )
    )
  }

  fileprivate mutating func tellHidden(column: Int) {
    diagnostics.append(
      Diagnostic(
        "import.hiddenColumn",
        .warning,
        at: origin(match.row, column),
        "是隐藏的列，已照样读入",
        advice: "请取消隐藏后核对"
      )
    )
  }

  fileprivate var unchecked: Diagnostic {
    Diagnostic(
      "import.unchecked",
      .warning,
      at: .source(SourceLocation(file: base.file)),
      "没有系统中的工资数据（wages），无法核对模板数据与系统是否一致"
    )
  }

  fileprivate func stray(_ row: SheetRow) -> Diagnostic {
    Diagnostic(
      "import.strayRow",
      at: origin(row.number, row.cells.first { $0.hasContent }?.column),
      "这一行几乎是空的，不像一条记录",
      advice: "请补齐这一行，或者把表格之外的文字移到别的工作表"
    )
  }

  fileprivate func merged(_ column: ImportColumn, at origin: Origin) -> Diagnostic {
    Diagnostic(
      "import.mergedAcross",
      at: origin,
      "\(column.label)与旁边的列合并成了一格，不能确定内容属于哪一列",
      advice: "请取消合并，分别填写"
    )
  }

  fileprivate func nothingAsked(_ row: Int) -> Diagnostic {
    Diagnostic(
      "import.nothingAsked",
      at: origin(row),
      "只填了基本信息，没有填写要办的事项",
      advice: "请填写要办理的那一部分，或者删去这一行"
    )
  }

  fileprivate func noContract(_ row: Int) -> Diagnostic {
    Diagnostic(
      "V-27",
      at: origin(row, field: "e.idNumber"),
      "没有找到此人的劳动合同",
      found: base.file,
      advice: "请用 --employer 指明含有此人备案的记录文件"
    )
  }

  fileprivate func otherName(_ name: String, _ other: String, _ row: Int) -> Diagnostic {
    Diagnostic(
      "import.otherName",
      at: origin(row, field: "e.name"),
      "姓名与原备案不一致",
      found: maskedForMessage(name),
      expected: maskedForMessage(other),
      advice: "请核对姓名和证件号码"
    )
  }

  fileprivate func notInSystem(_ number: String, _ row: Int) -> Diagnostic {
    Diagnostic(
      "V-58",
      at: origin(row, field: "w.idNumber"),
      "模板数据与系统不一致，无法导入：系统中没有此人",
      found: maskedForMessage(number),
      advice: "请重新下载职员表单，只填写“申报工资”一列"
    )
  }

  fileprivate func otherKey(_ column: ImportColumn, _ found: String, at origin: Origin)
    -> Diagnostic
  {
    Diagnostic(
      "V-58",
      at: origin,
      "模板数据与系统不一致，无法导入：\(column.label)",
      found: maskedForMessage(found),
      advice: "请重新下载职员表单，只填写“申报工资”一列"
    )
  }

  fileprivate func dragged(_ run: DragFill.Run) -> Diagnostic {
    let column = template.columns[run.column]
    let place = readers.first { $0.index == run.column }?.column
    return Diagnostic(
      "V-28",
      .warning,
      at: origin(run.rows.lowerBound, place),
      "\(column.label)从第 \(run.rows.lowerBound) 行到第 \(run.rows.upperBound) 行逐行加一，像是拖动填充造成的",
      found: "\(maskedForMessage(run.first)) …… \(maskedForMessage(run.last))",
      advice: "请核对；需要相同的内容时，请复制后粘贴，不要拖动"
    )
  }

  fileprivate mutating func tellFilled(_ path: String, _ count: Int) {
    // What every row of a sheet is, such as its kind, is no news; what stands in a contract is.
    guard path.hasPrefix("c.") || path.hasPrefix("i."),
      let fill = template.fills.first(where: { $0.field == path })
    else { return }
    let label = FieldCatalogue[path]?.label ?? path
    diagnostics.append(
      Diagnostic(
        "import.filled",
        .note,
        at: .cell(CellLocation(file: file, sheet: sheetName)),
        "“\(label)”有\(count)行没有填写，已按\(fill.source.wording)填入"
      )
    )
  }
}

extension ImportFill.Source {
  fileprivate var wording: String {
    switch self {
    case .constant(let text): "“\(text)”"
    case .copy(let path), .byPrefix(let path, _): "“\(FieldCatalogue[path]?.label ?? path)”"
    }
  }
}
