import DocumentTree
import HTML
import Testing

@Suite struct MachineMarkTests {
  private func page(_ mark: MachineMark?) throws -> String {
    var document = Document<Never>(title: "证", body: [])
    document.mark = mark
    var page = ""
    try HTMLWriter().write(document, stylesheet: .linked(href: "a.css")) { page += $0 }
    return page
  }

  @Test func theMarkEndsItsSheet() throws {
    let code = SquareCode(side: 2, bars: [SquareCode.Bar(row: 1, column: 0, length: 2)])
    let page = try page(MachineMark(text: "校验码：0123　第1版", code: code))
    #expect(
      page.contains(
        """
        <footer class="machine-mark"><svg aria-hidden="true" viewBox="0 0 2 2" \
        shape-rendering="crispEdges"><path d="M0 1h2v1h-2z"/></svg>校验码：0123　第1版</footer>
        </main>
        """
      )
    )
    #expect(try !self.page(nil).contains("machine-mark"))
  }

  @Test func itsWordsAreNeverMarkup() throws {
    let page = try page(MachineMark(text: "第<b>&\"版"))
    #expect(page.contains("第&lt;b&gt;&amp;"))
    #expect(!page.contains("<b>"))
  }
}
