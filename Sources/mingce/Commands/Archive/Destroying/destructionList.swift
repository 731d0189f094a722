import Archive
import Calendar
import Diagnostics
import DocumentTree
import Geometry
import Styling

/// Returns the list of `rows`, of documents that are due on `day`, to be printed and signed by those who approve and those
/// who watch.
func destructionList(_ rows: [[DestructionColumn: String]], on day: CivilDate) -> Document<Never> {
  let columns = DestructionColumn.allCases
  let table = Table<Never>(
    columns: [Column(millimetres: 9, alignment: .centre)]
      + columns.map { Column(millimetres: $0.millimetres, alignment: .centre) },
    head: [row([cell("序号")] + columns.map { cell($0.rawValue) })],
    body: .rows(
      rows.enumerated().map { index, texts in
        row([cell("\(index + 1)")] + columns.map { $0.printed(texts[$0] ?? "") })
      }
    ),
    origin: .unknown
  )
  return Document(
    title: "档案销毁清册",
    body: [
      .heading(Heading(level: 1, content: [.text("档案销毁清册", .unknown)], origin: .unknown)),
      line("截至 \(day)，保管期限已满 \(rows.count) 件。经鉴定，其中鉴定意见为“销毁”的准予销毁。"),
      .table(table),
      line("鉴定小组（签字）：　　　　　　　　　　批准人（签字）：　　　　　　　　　　批准日期：　　　　年　　月　　日"),
      line("监销人（签字）：　　　　　　　　　　　监销人（签字）：　　　　　　　　　　销毁日期：　　　　年　　月　　日"),
    ],
    footer: RunningLine(centre: [
      .text("第", .unknown), .pageNumber, .text("页，共", .unknown), .pageCount,
      .text("页", .unknown),
    ])
  )
}

private func row(_ cells: [TableCell<Never>]) -> TableRow<Never> {
  TableRow(cells: cells, origin: .unknown)
}

private func cell(_ text: String) -> TableCell<Never> {
  TableCell(content: [.text(text, .unknown)])
}

private func line(_ text: String) -> Block<Never> {
  .paragraph(Paragraph(role: .line, content: [.text(text, .unknown)], origin: .unknown))
}

extension DestructionColumn {
  /// Returns `text` as the column prints it: a digest in lines of 16 digits, which can be compared one by one.
  fileprivate func printed(_ text: String) -> TableCell<Never> {
    guard self == .digest, !text.isEmpty else { return cell(text) }
    var (content, rest) = ([Inline<Never>](), text[...])
    while !rest.isEmpty {
      if !content.isEmpty { content.append(.lineBreak) }
      content.append(.text(String(rest.prefix(16)), .unknown))
      rest = rest.dropFirst(16)
    }
    return TableCell(content: content)
  }

  /// The column's width, in which days and digits stand on one line: 272 mm in all, with the number before them.
  fileprivate var millimetres: Double {
    switch self {
    case .code, .digest: 28
    case .number: 26
    case .employer: 28
    case .title: 29
    case .day, .disposal, .approvedOn, .destroyedOn: 18
    case .retention, .kept: 13
    case .opinion: 11
    case .approver: 15
    }
  }
}

extension PageStyle {
  /// The same for a wide list on paper that lies on its side: narrow margins, small cells, the title in the middle.
  var forLists: PageStyle {
    var style = self
    style.paper = paper.turned
    (style.margins.left, style.margins.right) = (.mm(12.5), .mm(12.5))
    var title = style[.title]
    (title.size, title.linePitch, title.alignment) = (.pt(18), .pt(26), .centre)
    style.roles[.title] = title
    for role in [TextRole.tableHead, .tableBody] {
      var text = style[role]
      (text.size, text.linePitch) = (.pt(8.5), .pt(12))
      style.roles[role] = text
    }
    return style
  }
}
