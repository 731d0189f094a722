import Diagnostics
import DocumentTree
import Geometry
import Pages
import Styling
import TestSupport
import Testing

@testable import Layout

@Suite struct FigureTests {
  @Test func aFigureStandsInTheMiddleWithItsCaptionBelow() throws {
    let (pages, outcome) = try layOut([.figure(figure(width: 10, height: 4))])
    let runs = pages[0].runs
    #expect(runs.map(\.text) == ["保存", "图 1\u{3000}说明"])
    #expect(runs[0].origin.y < runs[1].origin.y)
    let box = try #require(pages[0].fills.first)
    let middle = Sample.portrait().textArea.left + Sample.portrait().textArea.size.width / 2
    #expect(abs((box.left + box.size.width / 2 - middle).nanometres) < 10)
    #expect(outcome.outline.map(\.level) == [0])
    #expect(outcome.outline.map(\.id) == ["fig-a"])
  }

  @Test func aReferenceLeadsToItsFigure() throws {
    let link = Link<Never>(
      destination: "#fig-a",
      content: [.text("图 1", .unknown)],
      origin: .unknown
    )
    let paragraph = Paragraph(content: [.link(link)], origin: .unknown)
    let (pages, _) = try layOut([.paragraph(paragraph), .figure(figure(width: 10, height: 4))])
    let links = pages[0].items.compactMap { item -> String? in
      guard case .link(let link) = item else { return nil }
      return link.destination
    }
    #expect(links == ["#fig-a"])
  }

  @Test func aFigureLargerThanThePageIsMadeSmaller() throws {
    for (width, height) in [(500.0, 4.0), (4, 500), (300, 300)] {
      let (pages, _) = try layOut([.figure(figure(width: width, height: height))])
      #expect(pages.count == 1)
      for fill in pages[0].fills {
        #expect(fill.left >= Sample.portrait().textArea.left - .mm(0.5))
        #expect(fill.right <= Sample.portrait().textArea.right + .mm(0.5))
        #expect(fill.bottom <= Sample.portrait().textArea.bottom)
      }
    }
  }

  @Test func aFigureWhoseTextCannotBeReadIsTold() throws {
    let codes = { (width: Double) in
      try layOut([.figure(figure(width: width, height: 4))]).outcome.diagnostics.map(\.code)
    }
    #expect(try codes(100) == [])
    #expect(try codes(500) == ["layout.tinyText"])
  }

  @Test func aFigureIsNeverPartedFromItsCaption() throws {
    for count in 1...40 {
      let text = (0..<count).map { _ in
        Block<Never>.paragraph(Paragraph(content: [.text("正文", .unknown)], origin: .unknown))
      }
      let (pages, _) = try layOut(text + [.figure(figure(width: 10, height: 8))])
      let withWords = pages.filter { $0.runs.contains { $0.text == "保存" } }
      let withCaption = pages.filter { $0.runs.contains { $0.text.hasPrefix("图 1") } }
      #expect(withWords.map(\.number) == withCaption.map(\.number))
    }
  }

  @Test func aTextOfGivenWidthIsSpreadOverIt() throws {
    let text = Drawing.Text("备案", x: 1, y: 1, size: 2, width: 8)
    let drawing = Drawing(width: 10, height: 4, shapes: [.text(text)])
    let figure = Figure(
      caption: "",
      alternative: "",
      content: .sample(SampleDocument(form: "a", sample: "b", picture: drawing)),
      origin: .unknown
    )
    let run = try #require(try layOut([.figure(figure)]).pages[0].runs.first)
    // 9 pt is the em of drawings here.
    #expect(run.size == .pt(18))
    #expect(abs((run.width - .pt(72)).nanometres) < 1000)
  }

  @Test func aSampleWithoutAPictureIsNamed() throws {
    let sample = SampleDocument(form: "a", sample: "b", title: "名册", note: "2 页")
    let figure = Figure(
      caption: "样张",
      alternative: "",
      content: .sample(sample),
      origin: .unknown
    )
    let pages = try layOut([.figure(figure)]).pages
    #expect(pages[0].runs.map(\.text).joined() == "《名册》样张（2 页）样张")
  }

  private func layOut(
    _ blocks: [Block<Never>]
  ) throws -> (pages: [Page], outcome: LayoutOutcome) {
    try Sample.laidOut(Document(title: "样张", body: blocks))
  }

  private func figure(width: Double, height: Double) -> Figure {
    let drawing = Drawing(
      width: width,
      height: height,
      shapes: [
        .box(Drawing.Box(x: 0, y: 0, width: width, height: height, tone: .shaded)),
        .line(Drawing.Line([.init(x: 1, y: 1), .init(x: 1, y: 2)], hasArrow: true)),
        .text(Drawing.Text("保存", x: width / 2, y: height / 2, anchor: .middle)),
      ]
    )
    return Figure(
      id: "fig-a",
      number: 1,
      caption: "说明",
      alternative: "保存",
      content: .drawing(drawing),
      origin: .unknown
    )
  }
}

extension Page {
  /// The filled areas in painting order.
  fileprivate var fills: [Rectangle] {
    inked.compactMap { item in
      if case .fill(let area, _) = item { area } else { nil }
    }
  }
}
