import Diagnostics
import DocumentTree

extension FormFences {
  /// Reads a `table` fence: one line a column, `label | reference | width | alignment | treatment`, and lines of options.
  mutating func table(_ fence: Fence) -> [Block<FieldReference>] {
    var parts = TableParts()
    for line in fence.lines where !line.text.trimmed.isEmpty {
      if line.text.trimmed.hasPrefix("@") {
        option(line.trimmed, &parts)
      } else {
        column(line, &parts)
      }
    }
    if parts.columns.isEmpty {
      complain("form.table", at: fence.location, "表格没有任何列", expected: "每列一行：\(columnShape)")
    }
    guard let subject = HoleReader(place: fence.location).collection(fence.argument) else {
      complain(
        "form.table",
        at: fence.location,
        "“table”之后应写出逐行打印的集合",
        found: fence.argument.isEmpty ? nil : "\(fence.argument)",
        expected: "形如 ```table filings 或 ```table injuryClaims k.section=meal"
      )
      return []
    }
    refuseLooseMerges(parts)
    let foot = spread(parts.total, "合计行", parts)
    let pageFoot = spread(parts.pageTotal, "本页小计行", parts)
    let origin = Origin.source(fence.location)
    return [.table(parts.table(each: subject, origin, foot: foot, pageFoot: pageFoot))]
  }

  private mutating func refuseLooseMerges(_ parts: TableParts) {
    guard parts.group == nil, let merge = parts.firstMerge else { return }
    let advice: Message = "请加一行“@group 字段”，写明按哪个字段分组"
    complain("form.column", at: merge, "没有分组的表格不能合并单元格", found: "合并", advice: advice)
  }

  // MARK: Columns

  private var columnShape: Message { "表头 | 字段 | 宽度 | 对齐 | 合并、斜线或竖排" }

  private mutating func column(_ line: FenceLine, _ parts: inout TableParts) {
    let cells = line.cells
    guard (2...5).contains(cells.count) else {
      complain(
        "form.column",
        at: line.trimmed.location,
        "一列应有二至五项",
        found: "\(line.text.trimmed)",
        expected: columnShape
      )
      return
    }
    var column = Column()
    if cells.count > 2 { width(cells[2], &column) }
    if cells.count > 3 { alignment(cells[3], &column) }
    if cells.count > 4 { treatment(cells[4], &column, &parts) }
    parts.columns.append(column)
    parts.labels.append(labels(cells[0]))
    parts.cells.append(TableCell(content: reference(cells[1])))
  }

  private mutating func labels(_ cell: FenceLine) -> [HeaderLabel] {
    let levels = cell.pieces(at: ">")
    if levels.count > 1, levels.contains(where: \.text.isEmpty) || levels.count > 4 {
      let expected: Message = "至多四层，形如 合同期限 > 起始日期"
      complain(
        "form.column",
        at: cell.location,
        "表头的层级有误",
        found: "\(cell.text)",
        expected: expected
      )
    }
    var labels: [HeaderLabel] = []
    for level in levels { labels.append(HeaderLabel(text: level.text, content: lines(of: level))) }
    return labels
  }

  /// A column's fifth part: what is done with equal or empty cells.
  private mutating func treatment(
    _ cell: FenceLine,
    _ column: inout Column,
    _ parts: inout TableParts
  ) {
    for word in cell.text.split(separator: "、").map({ String($0).trimmed }) {
      switch word {
      case "合并":
        column.isMerged = true
        parts.firstMerge = parts.firstMerge ?? cell.location
      case "斜线": column.strikesEmpty = true
      case "竖排": column.isVertical = true
      case "竖排表头": column.isHeadVertical = true
      default:
        let expected: Message = "合并、斜线、竖排、竖排表头，几项之间用顿号"
        complain("form.column", at: cell.location, "第五项不对", found: "\(word)", expected: expected)
      }
    }
  }

  /// A column's second part: a bare reference, text with braces, or nothing.
  private mutating func reference(_ cell: FenceLine) -> [Inline<FieldReference>] {
    if cell.text.isEmpty { return [] }
    if cell.text.contains("{{") || cell.text.contains("}}") { return content(cell) }
    return bareReference(cell).map { [.hole($0)] } ?? []
  }

  private mutating func bareReference(_ cell: FenceLine) -> FieldReference? {
    var reader = HoleReader(place: cell.location)
    let reference = reader.reference(cell.text)
    diagnostics += reader.diagnostics
    return reference
  }

  /// A column's third part: a share, millimetres, or 自动 (or nothing) for a column that its content measures.
  mutating func width(_ cell: FenceLine, _ column: inout Column) {
    if cell.text.isEmpty || cell.text == "自动" { return }
    if cell.text.hasSuffix("mm") {
      column.millimetres = number(cell, dropping: "mm", in: 2...1_000)
    } else {
      column.share = number(cell, dropping: "", in: Double.leastNonzeroMagnitude...10_000)
    }
  }

  private mutating func number(
    _ cell: FenceLine,
    dropping unit: String,
    in range: ClosedRange<Double>
  ) -> Double? {
    let number = Double(String(cell.text.dropLast(unit.count)).trimmed)
    if let number, range.contains(number) { return number }
    let expected: Message = "比例（如 22）、毫米数（如 22mm）或“自动”"
    complain("form.column", at: cell.location, "列宽的写法有误", found: "\(cell.text)", expected: expected)
    return nil
  }

  /// A column's fourth part: 左, 中, 右, 分散 (over so many characters) or 小数点 (with room for so many places).
  private mutating func alignment(_ cell: FenceLine, _ column: inout Column) {
    let word = String(cell.text.prefix { !$0.isASCII })
    let count = String(cell.text.dropFirst(word.count)).trimmed
    switch (word, count.isEmpty, Int(count)) {
    case ("", true, _), ("左", true, _): column.alignment = .start
    case ("中", true, _): column.alignment = .centre
    case ("右", true, _): column.alignment = .end
    case ("分散", true, _): column.alignment = .distributed
    case ("分散", _, let count?) where (1...40).contains(count):
      column.alignment = .distributed
      column.spread = Double(count)
    case ("小数点", true, _): column.alignment = .decimal
    case ("小数点", _, let count?) where (0...8).contains(count):
      column.alignment = .decimal
      column.decimals = count
    default:
      let expected: Message = "左、中、右、分散、分散4（占4个字）、小数点或小数点2（留2位小数）"
      complain(
        "form.column",
        at: cell.location,
        "不认识的对齐方式",
        found: "\(cell.text)",
        expected: expected
      )
    }
  }

  // MARK: Options

  private mutating func option(_ line: FenceLine, _ parts: inout TableParts) {
    let name = line.text.prefix { $0 != " " }
    var rest = line
    rest.text = String(line.text.dropFirst(name.count))
    rest.location.column += name.count
    switch name {
    case "@closing": parts.closing = rest.trimmed.text
    case "@caption": parts.caption = content(rest.trimmed)
    case "@total": parts.total = cellRow(rest, at: line.location)
    case "@pagetotal": parts.pageTotal = cellRow(rest, at: line.location)
    case "@group": parts.group = bareReference(rest.trimmed)
    case "@rest": parts.unusedRows = choice(rest.trimmed, of: TableWords.unusedRows)
    default:
      let near = closestName(to: String(name), in: TableWords.options)
      complain(
        "form.tableOption",
        at: line.location,
        "不认识的表格选项",
        found: "\(String(name))",
        expected: "\(list: TableWords.options.dropLast()) 或 @rest",
        advice: near.map { "是否想写“\($0)”？" }
      )
    }
  }

  private mutating func cellRow(_ line: FenceLine, at place: SourceLocation)
    -> TableRow<FieldReference>
  {
    var cells: [TableCell<FieldReference>] = []
    for cell in line.cells { cells.append(TableCell(content: content(cell))) }
    return TableRow(cells: cells, origin: .source(place))
  }

  private mutating func choice<Value>(
    _ cell: FenceLine,
    of choices: KeyValuePairs<String, Value>
  ) -> Value? {
    if let choice = choices.first(where: { $0.key == cell.text }) { return choice.value }
    let names = choices.map(\.key)
    let found: Message? = cell.text.isEmpty ? nil : "\(cell.text)"
    complain(
      "form.tableOption",
      at: cell.location,
      "选项的取值不对",
      found: found,
      expected: "\(list: names)"
    )
    return nil
  }

  /// A row of totals; when it has fewer cells than the table has columns, its first cell spans the rest.
  private mutating func spread(
    _ row: TableRow<FieldReference>?,
    _ name: String,
    _ parts: TableParts
  ) -> TableRow<FieldReference>? {
    guard var row, case .source(let place) = row.origin else { return nil }
    guard row.cells.count <= parts.columns.count else {
      complain(
        "form.tableOption",
        at: place,
        "\(name)的格数多于列数",
        found: "\(row.cells.count) 格",
        expected: "至多 \(parts.columns.count) 格"
      )
      return nil
    }
    row.cells[0].columnSpan = parts.columns.count - row.cells.count + 1
    return row
  }
}

/// The words of a table's options.
private enum TableWords {
  static let options = ["@closing", "@total", "@caption", "@pagetotal", "@group", "@rest"]
  static let unusedRows: KeyValuePairs<String, UnusedRows> = [
    "空行": .open, "斜线": .diagonal, "Z线": .zigzag,
  ]
}

/// What has been read of a table so far.
private struct TableParts {
  var caption: [Inline<FieldReference>] = []
  var columns: [Column] = []
  var labels: [[HeaderLabel]] = []
  var cells: [TableCell<FieldReference>] = []
  var closing: String?
  var total: TableRow<FieldReference>?
  var pageTotal: TableRow<FieldReference>?
  var group: FieldReference?
  var unusedRows: UnusedRows?
  var firstMerge: SourceLocation?

  func table(
    each subject: FieldReference,
    _ origin: Origin,
    foot: TableRow<FieldReference>?,
    pageFoot: TableRow<FieldReference>?
  ) -> Table<FieldReference> {
    let template = RowTemplate(subject: subject, cells: cells, group: group)
    return Table(
      caption: caption,
      columns: columns,
      head: HeaderLabel.rows(of: labels, origin: origin),
      body: .each(template),
      pageFoot: pageFoot.map { .template($0) },
      closing: closing,
      unusedRows: unusedRows,
      foot: foot.map { [$0] } ?? [],
      origin: origin
    )
  }
}
