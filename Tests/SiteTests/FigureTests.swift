import Diagnostics
import DocumentTree
import Site
import Testing

@Suite struct FigureTests {
  private static let flow = """
    ```flow 办理顺序 {#fig-order}
    甲 -> 乙
    ```
    """

  @Test func figuresAreNumberedThroughTheWholeGuide() throws {
    let guide = try sampleGuide(pages: [
      "01-start.md": "# 业务流程\n\n首页。\n",
      "02-new.md":
        "# 新签\n\n1. 一\n\n   ```flow 一\n   甲 -> 乙\n   ```\n\n> 见\n>\n> ```flow 二\n> 甲 -> 乙\n> ```\n",
      "03-faq.md": "# 问答\n\n\(Self.flow)\n",
    ])
    #expect(guide.pages.map { $0.figures.map(\.name) } == [[], ["图 1", "图 2"], ["图 3"]])
    let html = try portal(of: guide).text("guides/sample/03-faq.html")
    #expect(html.contains("<figcaption>图 3\u{3000}办理顺序</figcaption>"))
  }

  @Test func anEmptyReferenceIsFilledWithTheNameOfItsTarget() throws {
    let guide = try sampleGuide(pages: [
      "01-start.md": """
      # 业务流程

      首页。

      见[](#fig-order)、[](02-new.md#填写要求)和[](02-new.md)，[自己的话](#fig-order)。

      ## 一节

      """,
      "03-faq.md": "# 问答\n\n\(Self.flow)\n",
    ])
    let html = try portal(of: guide).text("guides/sample/01-start.html")
    #expect(html.contains("见<a href=\"03-faq.html#fig-order\">图 1</a>"))
    #expect(
      html.contains(
        "<a href=\"02-new.html#%E5%A1%AB%E5%86%99%E8%A6%81%E6%B1%82\">2.2“填写要求”</a>"
      )
    )
    #expect(html.contains("<a href=\"02-new.html\">第2章“新签备案”</a>"))
    #expect(html.contains("<a href=\"03-faq.html#fig-order\">自己的话</a>"))
  }

  @Test func aReferenceIntoAnotherGuideNamesThatGuide() throws {
    let text = "# 问答\n\n首页。\n\n见[](../other/02-new.md#填写要求)。\n"
    let guides = [
      try sampleGuide(pages: ["03-faq.md": text]), try sampleGuide(folder: "other"),
    ]
    let files = try buildPortal(sampleSite, guides: guides, documents: [], theme: officeTheme())
    #expect(files.diagnostics == [])
    let html = try files.files.text("guides/sample/03-faq.html")
    #expect(html.contains(">《用工备案》2.2“填写要求”</a>"))
  }

  @Test func chineseNumbersAreNamedWithTheirChapter() throws {
    let (guide, diagnostics) = openGuide(
      sampleSource(
        yaml: sampleYAML.replacing("decimal", with: "chinese"),
        pages: ["03-faq.md": "# 问答\n\n首页。\n\n见[](02-new.md#填写要求)。\n"]
      )
    )
    #expect(diagnostics == [])
    let html = try portal(of: try #require(guide)).text("guides/sample/03-faq.html")
    #expect(html.contains(">二（二）“填写要求”</a>"))
  }

  @Test func aReferenceThatLeadsNowhereIsNamedAtItsPlace() throws {
    let guide = try sampleGuide(pages: [
      "03-faq.md": "# 问答\n\n\(Self.flow)\n\n见[](#fig-ordre)。\n"
    ])
    let portal = try buildPortal(sampleSite, guides: [guide], documents: [], theme: officeTheme())
    #expect(
      portal.diagnostics.map(\.description) == [
        "guides/sample/03-faq.md:7:2：错误：“guides/sample/03-faq.md”里没有标题或者图“#fig-ordre”；是否想写“#fig-order”？ [guide.brokenAnchor]"
      ]
    )
  }

  @Test func twoFiguresOfOneNameAreAnError() {
    let text = "# 问答\n\n\(Self.flow)\n\n\(Self.flow)\n"
    let (guide, diagnostics) = openGuide(sampleSource(pages: ["03-faq.md": text]))
    #expect(diagnostics.map(\.code) == ["guide.repeatedFigure"])
    #expect("\(diagnostics[0].origin)" == "guides/sample/03-faq.md:7:1")
    #expect(guide?.pages.last?.figures.map(\.name) == ["图 1", "图 2"])
  }

  @Test func inTheWholeGuideReferencesLeadToTheFigure() throws {
    let guide = try sampleGuide(pages: [
      "01-start.md": "# 业务流程\n\n首页。\n\n见[](#fig-order)。\n\n## 一节\n",
      "03-faq.md": "# 问答\n\n\(Self.flow)\n",
    ])
    let dump = guideDocument(guide).dump()
    #expect(dump.contains("link(#03-faq-fig-order: \"图 1\")"))
    #expect(dump.contains("figure #03-faq-fig-order \"图 1\u{3000}办理顺序\""))
  }

  @Test func aSampleFigureShowsTheDocumentOfTheSameBuild() throws {
    let text = "# 问答\n\n```document roster-new jilin 名册样张\n```\n"
    let guide = try sampleGuide(pages: ["03-faq.md": text])
    let link = DocumentLink(
      group: "单位",
      title: "新签备案名册",
      note: "17 人，2 页",
      formats: [.init(label: "PDF", path: "documents/jilin/roster-new.pdf")]
    )
    let portal = try buildPortal(
      sampleSite,
      guides: [guide],
      documents: [link],
      theme: officeTheme()
    )
    #expect(portal.diagnostics == [])
    let html = try portal.files.text("guides/sample/03-faq.html")
    #expect(html.contains("<a href=\"../../documents/jilin/roster-new.pdf\">PDF</a>"))
    #expect(html.contains("17 人，2 页"))
  }

  @Test func onPaperASampleFigureShowsThePageWithoutFiles() throws {
    let text = "# 问答\n\n```document roster-new jilin 名册样张\n```\n"
    let guide = try sampleGuide(pages: ["03-faq.md": text])
    let link = DocumentLink(
      group: "单位",
      title: "新签备案名册",
      formats: [.init(label: "PDF", path: "documents/jilin/roster-new.pdf")],
      picture: Drawing(width: 1, height: 1, shapes: [])
    )
    #expect(guide.samples.map(\.form) == ["roster-new"])
    let blocks = guideDocument(guide, documents: [link]).body
    let figures = blocks.compactMap { block -> SampleDocument? in
      guard case .figure(let figure) = block, case .sample(let sample) = figure.content else {
        return nil
      }
      return sample
    }
    #expect(figures.map(\.title) == ["新签备案名册"])
    #expect(figures.map(\.formats) == [[]])
    #expect(figures.first?.picture == link.picture)
  }

  @Test func aSampleThatWasNotPrintedIsNamedAtItsPlace() throws {
    let text = "# 问答\n\n```document roster-nwe jilin 名册样张\n```\n"
    let guide = try sampleGuide(pages: ["03-faq.md": text])
    let link = DocumentLink(
      group: "单位",
      title: "名册",
      formats: [.init(label: "PDF", path: "documents/jilin/roster-new.pdf")]
    )
    let portal = try buildPortal(
      sampleSite,
      guides: [guide],
      documents: [link],
      theme: officeTheme()
    )
    #expect(
      portal.diagnostics.map(\.description) == [
        "guides/sample/03-faq.md:3:1：错误：没有用样例“jilin”印出表单“roster-nwe”；是否想写“roster-new jilin”？ [guide.missingSample]"
      ]
    )
  }

  private func portal(of guide: Guide) throws -> [OutputFile] {
    let portal = try buildPortal(sampleSite, guides: [guide], documents: [], theme: officeTheme())
    // Pages that these tests replace showed the guide's picture.
    #expect(portal.diagnostics.filter { $0.code != "guide.unusedFile" } == [])
    return portal.files
  }
}
