import Diagnostics
import DocumentTree
import TestSupport
import Testing

@testable import PDF

/// The judge finds what is wrong, and nothing else.
@Suite struct ArchivalJudgeTests {
  /// A file with one of everything, in plain form.
  private static let good = Result { try Printed(document, form: .plain, record: "{}").file }

  @Test("a good file breaks no clause, in either form")
  func good() throws {
    #expect(ArchivalJudge.breaches(in: try Self.good.get()) == [])
    #expect(ArchivalJudge.breaches(in: try Printed(Self.document, record: "{}").file) == [])
    #expect(try PlainFile(try Self.good.get()).bytes == Self.good.get())
  }

  @Test("each damage is found as what it is", arguments: Damage.all)
  func damage(_ damage: Damage) throws {
    let good = try Self.good.get()
    let bad =
      damage.isRaw
      ? good.replacing(damage.text, with: damage.replacement)
      : try PlainFile(good).replacing(damage.text, with: damage.replacement)
    let breaches = ArchivalJudge.breaches(in: try #require(bad, "the text is not in the file"))
    #expect(Set(breaches.map(\.clause)) == damage.others.union([damage.clause]), "\(breaches)")
  }

  @Test("every clause has an example")
  func examples() {
    #expect(Set(Damage.all.map(\.clause)) == Set(ArchivalClause.allCases))
  }

  /// The first twenty, and those in which faults were found.
  @Test(
    "the file of any document keeps every clause",
    arguments: [Int](0..<20) + [59, 70, 80, 87, 113, 166]
  )
  func random(seed: Int) throws {
    for isRich in [false, true] {
      var source = RandomDocument(seed: UInt64(seed), isRich: isRich)
      let breaches = ArchivalJudge.breaches(in: try Printed(source.make()).file)
      #expect(breaches.isEmpty, "seed \(seed), rich \(isRich): \(breaches.prefix(3))")
    }
  }

  @Test("so does the file of a document in many scripts", arguments: 0..<10)
  func foreign(seed: Int) throws {
    let words = RandomDocument.foreignWords
    var source = RandomDocument(seed: UInt64(seed), isRich: true, foreign: words)
    let file = try Printed(source.make(), allScripts: true).file
    let breaches = ArchivalJudge.breaches(in: file)
    #expect(breaches.isEmpty, "seed \(seed): \(breaches.prefix(3))")
  }

  @Test("so does the file of a table with sums on each page, whose rows are taller than pages")
  func partedRows() throws {
    let sums = Self.row(
      TableCell(content: [Self.text("本页小计")]),
      TableCell(content: [Self.text("一行")])
    )
    let rows = [1, 200, 1].map { count in
      Self.row(
        TableCell(content: [Self.text("张三")]),
        TableCell(content: [Self.text(String(repeating: "很长的说明", count: count))])
      )
    }
    let table = Table<Never>(
      columns: [Column(share: 1), Column(share: 2)],
      head: [],
      body: .rows(rows),
      pageFoot: .tallied(PageTally(widest: sums) { _, _ in sums }),
      origin: .unknown
    )
    let printed = try Printed(Document(title: "名册", body: [.table(table)]))
    #expect(printed.pages.count > 2)
    #expect(ArchivalJudge.breaches(in: printed.file) == [])
  }

  @Test("bytes that are no file are told as such")
  func noFile() {
    for bytes in ["", "%PDF-1.7\n%\u{E9}\u{E9}\nstartxref\n9\n%%EOF\n", "startxref\n%%EOF\n"] {
      #expect(!ArchivalJudge.breaches(in: Array(bytes.utf8)).isEmpty)
    }
  }

  // MARK: The good document

  private static func text(_ words: String) -> Inline<Never> { .text(words, .unknown) }

  private static func paragraph(_ content: Inline<Never>..., role: ParagraphRole = .body)
    -> Block<Never>
  {
    .paragraph(Paragraph(role: role, content: content, origin: .unknown))
  }

  private static func row(_ cells: TableCell<Never>...) -> TableRow<Never> {
    TableRow(cells: cells, origin: .unknown)
  }

  private static let table = Table<Never>(
    caption: [text("人员")],
    columns: [Column(), Column(), Column()],
    head: [
      row(
        TableCell(content: [text("姓名")], rowSpan: 2),
        TableCell(content: [text("合同")], columnSpan: 2)
      ),
      row(TableCell(content: [text("起")]), TableCell(content: [text("止")])),
    ],
    body: .rows([
      row(
        TableCell(content: [text("张三")]),
        TableCell(content: [text("2026-01-01")]),
        TableCell(content: [text("2026-12-31")])
      )
    ]),
    origin: .unknown
  )

  private static let document = Document<Never>(
    title: "名册",
    body: [
      .heading(Heading(level: 1, id: "a", content: [text("名册")], origin: .unknown)),
      .contents,
      paragraph(
        text("见"),
        .link(Link(destination: "https://example.cn", content: [text("网站")], origin: .unknown)),
        .footnoteMark(FootnoteMark(number: 1, label: "甲"))
      ),
      paragraph(text("小字"), role: .note),
      .heading(Heading(level: 2, id: "b", content: [text("人员")], origin: .unknown)),
      .table(table),
      .list(List(start: 1, isTight: true, items: [ListItem(blocks: [paragraph(text("项"))])])),
      .quote([paragraph(text("引文"))]),
      .code(CodeBlock(language: "", text: "代码\n", origin: .unknown)),
      .figure(
        Figure(
          caption: "图",
          alternative: "一个方框",
          content: .drawing(
            Drawing(
              width: 10,
              height: 4,
              shapes: [.box(Drawing.Box(x: 1, y: 1, width: 4, height: 2))]
            )
          ),
          origin: .unknown
        )
      ),
      .footnotes([Footnote(number: 1, label: "甲", blocks: [paragraph(text("脚注"))])]),
    ]
  )
}
