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
      + columns.map { Column(share: $0.share, alignment: .centre) },
    head: [row(["序号"] + columns.map(\.rawValue))],
    body: .rows(
      rows.enumerated().map { index, texts in
        row(["\(index + 1)"] + columns.map { $0.printed(texts[$0] ?? "") })
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

private func row(_ texts: [String]) -> TableRow<Never> {
  TableRow(cells: texts.map { TableCell(content: [.text($0, .unknown)]) }, origin: .unknown)
}

private func line(_ text: String) -> Block<Never> {
  .paragraph(Paragraph(role: .line, content: [.text(text, .unknown)], origin: .unknown))
}

extension DestructionColumn {
  /// Returns `text` as the column prints it: a digest in pieces, between which lines may end.
  fileprivate func printed(_ text: String) -> String {
    guard self == .digest else { return text }
    var (pieces, rest) = ([Substring](), text[...])
    while !rest.isEmpty {
      pieces.append(rest.prefix(16))
      rest = rest.dropFirst(16)
    }
    return pieces.joined(separator: " ")
  }

  /// The column's part of the printed table's width.
  fileprivate var share: Double {
    switch self {
    case .code, .digest: 21
    case .number: 14
    case .employer: 17
    case .title: 20
    case .day, .disposal, .approvedOn, .destroyedOn: 12
    case .retention, .kept, .opinion, .approver: 10
    }
  }
}

extension PageStyle {
  /// The same on paper that lies on its side.
  var turned: PageStyle {
    var style = self
    style.paper = Size(width: paper.height, height: paper.width)
    return style
  }
}
