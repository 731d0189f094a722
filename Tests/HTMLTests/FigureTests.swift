import Diagnostics
import DocumentTree
import HTML
import Testing

@Suite struct FigureTests {
  @Test func aDrawingIsSVGWithItsWordsAsWordsAndItsAlternative() throws {
    let drawing = Drawing(
      width: 10,
      height: 4,
      shapes: [
        .box(Drawing.Box(x: 0, y: 0, width: 4, height: 2, tone: .strong)),
        .line(Drawing.Line([.init(x: 4, y: 1), .init(x: 6, y: 1)], hasArrow: true)),
        .text(Drawing.Text("保存<b>", x: 2, y: 1, anchor: .middle, isBold: true)),
        .text(Drawing.Text("①", x: 5, y: 3, isMark: true)),
      ]
    )
    let html = try html(of: .drawing(drawing), number: 3)
    #expect(
      html == """
        <figure class="drawing" id="fig-a">
        <svg role="img" aria-label="先&quot;保存&quot;" width="8.8em" height="3.52em" viewBox="0 0 150 60">
        <g fill="none" stroke="currentColor" font-size="15">
        <rect class="strong" x="0" y="0" width="60" height="30" stroke-width="2.4"/>
        <path d="M60 15L90 15M90 15L82.5 10.5M90 15L82.5 19.5" stroke-width="1.5"/>
        <text x="30" y="20.7" text-anchor="middle" font-weight="bold" fill="currentColor" stroke="none">保存&lt;b&gt;</text>
        <text class="mark" x="75" y="50.7" fill="currentColor" stroke="none">①</text>
        </g>
        </svg>
        <figcaption>图 3\u{3000}说明&amp;</figcaption>
        </figure>

        """
    )
  }

  @Test func aSampleShowsItsNameAndItsFiles() throws {
    let sample = SampleDocument(
      form: "roster-new",
      sample: "jilin",
      title: "新签备案名册",
      note: "2 页",
      formats: [.init(label: "PDF", destination: "../a b.pdf")]
    )
    let html = try html(of: .sample(sample), number: nil)
    #expect(html.contains("<p class=\"sample-title\">新签备案名册</p>"))
    #expect(html.contains("<div class=\"sample-files\"><span>2 页</span><a "))
    #expect(html.contains("<a href=\"../a%20b.pdf\">PDF</a>"))
    #expect(html.contains("<figcaption>说明&amp;</figcaption>"))
  }

  @Test func aSampleShowsItsFirstPageInTheFacesAndWidthsOfPrint() throws {
    let text = Drawing.Text("名册", x: 1, y: 1, face: .song, size: 2, width: 5)
    let page = Drawing(
      width: 10,
      height: 4,
      shapes: [.box(Drawing.Box(x: 0, y: 0, width: 2, height: 1, tone: .tint)), .text(text)]
    )
    let sample = SampleDocument(form: "a", sample: "b", picture: page)
    let html = try html(of: .sample(sample), number: nil)
    #expect(html.contains("aria-label=\"先&quot;保存&quot;，第1页\""))
    #expect(
      html.contains(
        "<rect class=\"tint\" x=\"0\" y=\"0\" width=\"30\" height=\"15\" stroke=\"none\"/>"
      )
    )
    #expect(
      html.contains(
        "<text class=\"song\" x=\"15\" y=\"26.4\" font-size=\"30\" textLength=\"75\" fill=\"currentColor\""
      )
    )
  }

  @Test func twoFiguresNeverShareAnID() throws {
    let blocks = Array(
      repeating: Block<Never>.figure(
        figure(of: .sample(.init(form: "a", sample: "b")), number: nil)
      ),
      count: 2
    )
    let html = try htmlBlocks(blocks, title: "")
    #expect(html.contains("id=\"fig-a\"") && html.contains("id=\"fig-a-2\""))
  }

  private func figure(of content: FigureContent, number: Int?) -> Figure {
    Figure(
      id: "fig-a",
      number: number,
      caption: "说明&",
      alternative: "先\"保存\"",
      content: content,
      origin: .unknown
    )
  }

  private func html(of content: FigureContent, number: Int?) throws -> String {
    try htmlBlocks([.figure(figure(of: content, number: number))], title: "")
  }
}
