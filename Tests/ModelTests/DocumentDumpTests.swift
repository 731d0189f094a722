import Diagnostics
import DocumentTree
import Testing

private let place = SourceLocation(file: "a.md", line: 3, column: 7)

@Test func theDumpShowsEveryKindOfHole() {
  let field = FieldReference(
    path: "e.name",
    filters: ["年"],
    appearance: .ruled(em: 8),
    location: place
  )
  let document = Document<FieldReference>(
    title: "证明",
    body: [
      .paragraph(
        Paragraph(
          role: .line,
          content: [
            .text("姓\"名\n", .source(place)), .hole(field), .fillIn(FillIn(content: [], width: 6)),
          ],
          origin: .source(place)
        )
      ),
      .section(Section(subject: field, test: .equals("x"), blocks: [.pageBreak])),
    ],
    footer: RunningLine(centre: [.pageNumber, .pageCount])
  )
  #expect(
    document.dump(showsOrigins: true) == """
      document "证明" zh-CN
        body
          paragraph line "姓\\"名\\n"@a.md:3:7 {{e.name:年:8}} fillIn(6: )
          section equals("x") {{e.name:年:8}}
            page break
        footer
          centre page pages

      """
  )
}

@Test func theDumpPullsRowsAndShowsTheirFailure() {
  let source = RowSource(count: 2) { () throws(RowSource.Failure) -> RowSource.Pull in
    var asked = 0
    return { () throws(RowSource.Failure) -> TableRow<Never>? in
      asked += 1
      guard asked == 1 else { throw RowSource.Failure(Diagnostic("x", .error, "坏行")) }
      let cell = TableCell<Never>(content: [.text("甲", .unknown)], columnSpan: 2)
      return TableRow(cells: [cell], origin: .unknown)
    }
  }
  let table = Table<Never>(
    columns: [Column(share: 22, alignment: .centre), Column()],
    head: [],
    body: .pulled(source),
    closing: "（以下空白）",
    origin: .unknown
  )
  #expect(
    Document<Never>(title: "", body: [.table(table)]).dump() == """
      document "" zh-CN
        body
          table [centre 22, start]
            pulled 2
              row: 2×1 "甲"
              failure: 错误：坏行 [x]
            closing "（以下空白）"

      """
  )
}
