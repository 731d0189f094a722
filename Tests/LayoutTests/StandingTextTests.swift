import Diagnostics
import DocumentTree
import Geometry
import Pages
import Styling
import TestSupport
import Testing

@testable import Layout

/// What a form says in every document is set once, and looks as if it were set anew.
struct StandingTextTests {
  private static let standing = Origin.source(SourceLocation(file: "body.md", line: 3))

  private func paragraph(_ text: String, _ origin: Origin = standing) -> Block<Never> {
    .paragraph(Paragraph(content: [.text(text, origin)], origin: origin))
  }

  private func pages(
    of documents: [Document<Never>],
    _ typesetter: Typesetter,
    _ style: PageStyle = Sample.portrait()
  ) throws -> [String] {
    try documents.map { document in
      let collector = PageCollector()
      _ = try typesetter.layOut(document, style: style) { page throws(LayoutFailure) in
        collector.pages.append(page)
      }
      return collector.pages.map { "\($0.items)" }.joined()
    }
  }

  private var documents: [Document<Never>] {
    let long = String(repeating: "甲方应当按照约定支付劳动报酬，", count: 9)
    let value = Origin.field(FieldLocation(row: 2, field: "e.name"))
    return [
      Sample.document(paragraph(long), paragraph("王㛃", value), paragraph(long)),
      Sample.document(paragraph("乙"), paragraph(long), paragraph("李四", value)),
      Sample.document(paragraph(long), paragraph("王㛃", value), paragraph(long)),
    ]
  }

  @Test func aDocumentIsTheSameWhateverWasSetBefore() throws {
    let shared = Typesetter(fonts: try TestFonts.library())
    let together = try pages(of: documents, shared)
    let alone = try documents.map { document in
      try pages(of: [document], Typesetter(fonts: TestFonts.library()))
    }
    #expect(together == alone.flatMap { $0 })
    #expect(together[0] == together[2] && together[0] != together[1])
  }

  @Test func anotherStyleOrPlaceIsSetAnew() throws {
    let typesetter = Typesetter(fonts: try TestFonts.library())
    var narrow = Sample.portrait()
    narrow.margins.left = .mm(90)
    var loose = Sample.portrait()
    loose.composition.markWidth = .full
    for style in [Sample.portrait(), narrow, loose, Sample.portrait()] {
      let fresh = Typesetter(fonts: try TestFonts.library())
      #expect(
        try pages(of: documents, typesetter, style) == pages(of: documents, fresh, style)
      )
    }
  }

  @Test func equalStringsThatAreSpeltDifferentlyAreNotTakenForEachOther() throws {
    // U+F9D4 and U+502B are equal strings in Swift, and two characters on paper.
    let typesetter = Typesetter(fonts: try TestFonts.library())
    let both = try pages(
      of: [Sample.document(paragraph("\u{F9D4}")), Sample.document(paragraph("\u{502B}"))],
      typesetter
    )
    #expect(both[0] != both[1])
  }

  @Test func wordsThatManyRecordsShareComeFromEachOfThem() throws {
    let typesetter = Typesetter(fonts: try TestFonts.library())
    let rows = [2, 3, 2].map { Origin.field(FieldLocation(row: $0, field: "emp.name")) }
    let shared = try pages(
      of: rows.map { row in
        let content: [Inline<Never>] = [
          .text("用人单位：", Self.standing), .text("示例有限公司", row), .text("。", Self.standing),
        ]
        return Sample.document(.paragraph(Paragraph(content: content, origin: Self.standing)))
      },
      typesetter
    )
    #expect(shared[0] == shared[2])
    #expect(shared[1] == shared[0].replacing("第 2 行", with: "第 3 行"))
    #expect(shared[1] != shared[0])
  }

  @Test func wordsFromOnePlaceAreNotTakenForThoseFromTwo() {
    let place = FlowPlace(left: .zero, width: .mm(100))
    func key(_ origins: [Origin]) -> ParagraphCache.Key? {
      var text = StyledText()
      for origin in origins { text.append("王", SpanStyle(TextStyle()), origin: origin) }
      let block = TextBlock(text: text, style: TextStyle(), node: 0)
      return ParagraphCache.Key(block, indent: .zero, in: place)
    }
    let (name, other) = (
      Origin.field(FieldLocation(row: 1, field: "e.name")),
      Origin.field(FieldLocation(row: 2, field: "e.name"))
    )
    #expect(key([name, name]) == key([other, other]))
    #expect(key([name, name]) != key([name, other]))
  }

  @Test func placesOfSealsAreNotKept() {
    var text = StyledText()
    text.append("盖章", SpanStyle(TextStyle()), origin: Self.standing)
    text.stamps = [(0, StampPlace(name: "employer", millimetres: 40))]
    let block = TextBlock(text: text, style: TextStyle(), node: 0)
    #expect(
      ParagraphCache.Key(block, indent: .zero, in: FlowPlace(left: .zero, width: .mm(100))) == nil
    )
  }
}
