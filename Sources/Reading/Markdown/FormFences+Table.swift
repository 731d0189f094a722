import Diagnostics
import DocumentTree

extension FormFences {
  /// Reads a `table` fence: one line a column, `label | reference | share | alignment`, and lines of options.
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
      complain(
        "form.table",
        at: fence.location,
        "表格没有任何列",
        expected: "每列一行：表头 | 字段 | 宽度 | 左、中或右"
      )
    }
    guard FieldPath.isWellFormed(fence.argument) else {
      complain(
        "form.table",
        at: fence.location,
        "“table”之后应写出逐行打印的集合",
        found: fence.argument.isEmpty ? nil : fence.argument,
        expected: "形如 ```table filings"
      )
      return []
    }
    return [.table(parts.table(each: fence, foot: footRow(parts)))]
  }

  private mutating func column(_ line: FenceLine, _ parts: inout TableParts) {
    let cells = line.cells
    guard (2...4).contains(cells.count) else {
      complain(
        "form.column",
        at: line.trimmed.location,
        "一列应有二至四项",
        found: line.text.trimmed,
        expected: "表头 | 字段 | 宽度 | 左、中或右"
      )
      return
    }
    parts.columns.append(
      Column(
        share: cells.count > 2 ? share(cells[2]) : nil,
        alignment: cells.count > 3 ? alignment(cells[3]) : .start
      )
    )
    parts.head.append(TableCell(content: content(cells[0])))
    parts.cells.append(TableCell(content: reference(cells[1])))
  }

  /// A column's second part: a bare reference, text with braces, or nothing.
  private mutating func reference(_ cell: FenceLine) -> [Inline<FieldReference>] {
    if cell.text.isEmpty { return [] }
    if cell.text.contains("{{") || cell.text.contains("}}") { return content(cell) }
    var reader = HoleReader(place: cell.location)
    let reference = reader.reference(cell.text)
    diagnostics += reader.diagnostics
    return reference.map { [.hole($0)] } ?? []
  }

  private mutating func share(_ cell: FenceLine) -> Double? {
    if cell.text.isEmpty { return nil }
    guard let share = Double(cell.text), share > 0, share <= 10_000 else {
      complain("form.column", at: cell.location, "列宽应为正数", found: cell.text)
      return nil
    }
    return share
  }

  private mutating func alignment(_ cell: FenceLine) -> ColumnAlignment {
    switch cell.text {
    case "左", "": return .start
    case "中": return .centre
    case "右": return .end
    default:
      complain(
        "form.column",
        at: cell.location,
        "不认识的对齐方式",
        found: cell.text,
        expected: "左、中或右"
      )
      return .start
    }
  }

  private mutating func option(_ line: FenceLine, _ parts: inout TableParts) {
    let name = line.text.prefix { $0 != " " }
    var rest = line
    rest.text = String(line.text.dropFirst(name.count))
    rest.location.column += name.count
    switch name {
    case "@closing": parts.closing = rest.trimmed.text
    case "@caption": parts.caption = content(rest.trimmed)
    case "@total":
      parts.total = []
      for cell in rest.cells { parts.total?.append(TableCell(content: content(cell))) }
      parts.totalPlace = line.location
    default:
      let near = closestName(to: String(name), in: ["@closing", "@caption", "@total"])
      complain(
        "form.tableOption",
        at: line.location,
        "不认识的表格选项",
        found: String(name),
        expected: "@closing、@total 或 @caption",
        advice: near.map { "是否想写“\($0)”？" }
      )
    }
  }

  /// The row of totals; when it has fewer cells than the table has columns, its first cell spans the rest.
  private mutating func footRow(_ parts: TableParts) -> TableRow<FieldReference>? {
    guard var cells = parts.total, !cells.isEmpty else { return nil }
    guard cells.count <= parts.columns.count else {
      complain(
        "form.tableOption",
        at: parts.totalPlace,
        "合计行的格数多于列数",
        found: "\(cells.count) 格",
        expected: "至多 \(parts.columns.count) 格"
      )
      return nil
    }
    cells[0].columnSpan = parts.columns.count - cells.count + 1
    return TableRow(cells: cells, origin: .source(parts.totalPlace))
  }
}

/// What has been read of a table so far.
private struct TableParts {
  var caption: [Inline<FieldReference>] = []
  var columns: [Column] = []
  var head: [TableCell<FieldReference>] = []
  var cells: [TableCell<FieldReference>] = []
  var closing: String?
  var total: [TableCell<FieldReference>]?
  var totalPlace = SourceLocation(file: "")

  func table(each fence: Fence, foot: TableRow<FieldReference>?) -> Table<FieldReference> {
    let origin = Origin.source(fence.location)
    let subject = FieldReference(path: fence.argument, location: fence.location)
    return Table(
      caption: caption,
      columns: columns,
      head: [TableRow(cells: head, origin: origin)],
      body: .each(RowTemplate(subject: subject, cells: cells)),
      closing: closing,
      foot: foot.map { [$0] } ?? [],
      origin: origin
    )
  }
}
