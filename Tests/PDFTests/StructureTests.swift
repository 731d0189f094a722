import Geometry
import Pages
import Styling
import TestSupport
import Testing

@testable import PDF

/// The logical structure as a file has it (ISO 32000-1 §14.7).
@Suite struct StructureTests {
  private func page(_ number: Int, _ items: [PageItem], _ steps: [StructureStep]) -> Page {
    Page(number: number, size: Written.a4, items: items, structure: steps)
  }

  private func text(_ text: String, _ mark: Mark) -> PageItem { .glyphs(.fake(text, mark: mark)) }

  private func open(_ role: StructureRole, _ node: Int? = nil) -> StructureStep {
    .open(StructureElement(role, node: node))
  }

  /// A heading, a paragraph over two pages with a link, and a table over both.
  private func write(_ writer: PDFWriter) throws {
    let paragraph = StructureElement(.paragraph, node: 1, parts: [.link(words: "网站")])
    let link = LinkArea(area: .sample, destination: "https://example.cn", mark: .part(0, of: 1))
    try writer.add(
      page(
        1,
        [
          text("名册", .node(0)), text("见", .node(1)), text("网站", .part(0, of: 1)),
          .link(link), text("上", .node(1)),
        ],
        [open(.heading(1), 0), .close(to: 0), .open(paragraph)]
      )
    )
    let header = StructureElement(.columnHeader(CellSpan(columns: 2)), node: 2)
    try writer.add(
      page(
        2,
        [
          text("下", .node(1)), text("页眉", .decoration), text("栏", .node(2)), text("甲", .node(3)),
          text("乙", .node(4)), .rule(.sample), text("丙", .node(4)),
        ],
        [
          .close(to: 0), open(.table), open(.tableHead), open(.tableRow), .leaf(header),
          .close(to: 1), open(.tableBody), .row(nodes: 3..<5), .row(nodes: 5..<7), .close(to: 0),
        ]
      )
    )
  }

  @Test("a tagged file reads as it should")
  func golden() throws {
    let file = try Written.file(form: .plain, conformance: .archival) { try write($0) }
    #expect(try complaints(about: file) == [])
    try expectGolden(readable(file), "tagged.txt")
  }

  @Test("another reader finds the elements with their text, in order")
  func readElsewhere() throws {
    let file = try Written.file(conformance: .archival) { try write($0) }
    let answer = try Tool(name: "pdfinfo").run(["-struct-text"], on: file)
    #expect(
      answer.output == """
        Document
          H1 (block)
            "名册"
          P (block)
            "见"
            Link (inline)
              "网站"
              Object 11 0
            "上"
            "下"
          Table (block)
            THead
              TR
                TH:
                   /Scope /Column
                   /ColSpan 2
                  "栏"
            TBody
              TR
                TD
                  "甲"
                TD
                  "乙"
                  "丙"
              TR
                TD
                TD

        """
    )
  }

  @Test("words in another language are content by themselves, and say which language")
  func languages() throws {
    func english(_ text: String, _ mark: Mark) -> PageItem {
      var run = GlyphRun.fake(text, mark: mark)
      run.language = .english
      return .glyphs(run)
    }
    let items = [
      text("请用", .node(0)), english("Excel", .node(0)), text("打开", .node(0)),
      english("Mingce", .decoration),
    ]
    func write(_ writer: PDFWriter) throws {
      try writer.add(page(1, items, [open(.paragraph, 0)]))
    }
    let plain = try Written.file(form: .plain, conformance: .archival) { try write($0) }
    #expect(try complaints(about: plain) == [])
    let marked = readable(plain).split(separator: "\n").filter { $0.hasSuffix("BDC") }
    #expect(
      marked == [
        "/P<</MCID 0>>BDC", "/Span<</MCID 1/Lang (en)>>BDC", "/P<</MCID 2>>BDC",
        "/Artifact <</Type /Pagination>> BDC",
      ]
    )
    let answer = try Tool(name: "pdfinfo").run(["-struct-text"], on: plain)
    #expect(answer.output.contains("\"请用\"\n    \"Excel\"\n    \"打开\""))
    let untagged = try Written.file(form: .plain, conformance: .plain) { try write($0) }
    #expect(!readable(untagged).contains("/Lang (en)"))
  }

  @Test("each piece of content is in one element, which the parent tree names")
  func parentTree() throws {
    let reader = try TinyReader(try Written.file(conformance: .archival) { try write($0) })
    let tree = try StructureReader(reader)
    #expect(tree.contents.count == 9)
    for content in tree.contents {
      #expect(try tree.parent(ofContent: content.number, onPage: content.page) == content.element)
    }
    #expect(tree.contents.map { [$0.page, $0.number] }.count == Set(tree.contents).count)
  }

  @Test("documents of one file have a structure each")
  func documents() throws {
    let file = try Written.file(conformance: .archival) { writer in
      for _ in 0..<3 {
        writer.begin(title: "甲")
        try writer.add(page(1, [text("甲", .node(0))], [open(.paragraph, 0)]))
      }
    }
    let tree = try StructureReader(try TinyReader(file))
    #expect(tree.names == ["Document", "P", "Document", "P", "Document", "P"])
  }

  @Test("an element that is never closed is written all the same")
  func unclosed() throws {
    let file = try Written.file(conformance: .archival) { writer in
      try writer.add(page(1, [text("甲", .node(0))], [open(.section), open(.paragraph, 0)]))
    }
    #expect(try StructureReader(try TinyReader(file)).names == ["Document", "Sect", "P"])
  }

  @Test("a roster of thousands of rows is read back row by row")
  func manyRows() throws {
    let rowsPerPage = 30
    let file = try Written.file(conformance: .archival) { writer in
      for number in 0..<100 {
        let first = number * rowsPerPage * 2
        let rows = (0..<rowsPerPage).map {
          StructureStep.row(nodes: first + $0 * 2..<first + $0 * 2 + 2)
        }
        let items = (first..<first + rowsPerPage * 2).map { text("\($0)", .node($0)) }
        let begin = number == 0 ? [open(.table)] : [.close(to: 1)]
        try writer.add(page(number + 1, items, begin + [open(.tableBody)] + rows))
      }
    }
    #expect(try complaints(about: file) == [])
    let tree = try StructureReader(try TinyReader(file))
    #expect(tree.names.filter { $0 == "TR" }.count == 3000)
    #expect(tree.names.filter { $0 == "TD" }.count == 6000)
    #expect(tree.contents.count == 6000)
    for content in tree.contents {
      #expect(try tree.parent(ofContent: content.number, onPage: content.page) == content.element)
    }
  }

  @Test("a figure has its words and its place, and is one piece of content")
  func figure() throws {
    let drawing = PlacedDrawing(
      items: [.fill(.sample, .black), .glyphs(.fake("图", mark: .decoration))],
      area: .sample,
      mark: .node(0)
    )
    let file = try Written.file(form: .plain, conformance: .archival) { writer in
      try writer.add(page(1, [.drawing(drawing)], [open(.figure(alternative: "流程图"), 0)]))
    }
    let text = readable(file)
    #expect(text.contains("/S/Figure"))
    #expect(text.contains("/Alt <FEFF6D417A0B56FE>"))
    #expect(text.contains("/BBox [56.693 677.48 141.732 700.157]"))
    #expect(text.ranges(of: "/Figure<</MCID").count == 1)
  }

  @Test("notes have names of their own, by which they are found")
  func notes() throws {
    let steps = [open(.note), open(.paragraph, 0), .close(to: 0), open(.note), open(.paragraph, 1)]
    let file = try Written.file(conformance: .archival) { writer in
      try writer.add(page(1, [text("甲", .node(0)), text("乙", .node(1))], steps))
    }
    let reader = try TinyReader(file)
    let root = try #require(try StructureReader(reader).root)
    let names = try #require(try reader.resolved(root["IDTree"])?.dictionary?["Names"]?.array)
    #expect(names.count == 4)
  }
}
