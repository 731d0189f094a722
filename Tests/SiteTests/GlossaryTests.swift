import Diagnostics
import Site
import Testing

/// The words of a small guide.
private let words = """
  # 名词解释

  | 名词 | 意思 |
  | --- | --- |
  | 机构 | 办事的地方 |
  | 送审机构 | 负责审核的**机构** |
  | 新签、“新订” | 第一次订立 |
  | 册 | 一个字 |

  """

/// A guide whose first page is `text` and whose last explains words.
private func explained(_ text: String, terms: String = "03-faq.md") -> (Guide?, [Diagnostic]) {
  openGuide(
    sampleSource(
      yaml: sampleYAML.replacing("pages:", with: "terms: \(terms)\npages:"),
      pages: ["01-start.md": text, "03-faq.md": words]
    )
  )
}

/// The first page's HTML.
private func page(_ text: String) throws -> String {
  let (guide, diagnostics) = explained("# 一\n\n引言。\n\n" + text)
  #expect(diagnostics == [])
  return try buildPortal(
    sampleSite,
    guides: [#require(guide)],
    documents: [],
    theme: officeTheme()
  ).files.text("guides/sample/01-start.html")
}

/// The link to the row of `word`, saying `text`.
private func link(_ word: String, _ text: String, _ meaning: String) -> String {
  let anchor = "词-\(word)".utf8.map { byte in
    byte == 45 ? "-" : "%" + String(byte, radix: 16, uppercase: true)
  }.joined()
  return "<a href=\"03-faq.html#\(anchor)\" class=\"term\" data-note=\"\(meaning)\">\(text)</a>"
}

@Suite struct GlossaryTests {
  @Test func theFirstMentionOfAWordLeadsToItsRow() throws {
    let html = try page("交给送审机构，再问送审机构。\n\n- 机构甲\n")
    #expect(html.contains("交给\(link("送审机构", "送审机构", "负责审核的机构"))，再问送审机构。"))
    #expect(html.contains("<li>\(link("机构", "机构", "办事的地方"))甲"))
  }

  @Test func otherNamesLeadToTheSameRow() throws {
    let html = try page("先新订，再新签。\n")
    #expect(html.contains("先\(link("新签", "新订", "第一次订立"))，再\(link("新签", "新签", "第一次订立"))。"))
  }

  @Test(arguments: [
    "## 送审机构", "[送审机构](02-new.md)", "`送审机构`", "**送审机构**", "| 送审机构 |\n| --- |\n", "一册",
    "点击【送审机构】-【新订】",
  ])
  func whatSaysSomethingOfItsOwnStays(text: String) throws {
    #expect(try !page(text).contains("class=\"term\""))
  }

  @Test func theRowsHaveAnchors() throws {
    let guide = try #require(explained("# 一\n").0)
    let files = try buildPortal(sampleSite, guides: [guide], documents: [], theme: officeTheme())
      .files
    let html = try files.text("guides/sample/03-faq.html")
    for word in ["机构", "送审机构", "新签", "册"] { #expect(html.contains("<tr id=\"词-\(word)\">")) }
    #expect(!html.contains("class=\"term\""))
  }

  @Test func aPageThatIsNotThereIsNamed() {
    let (guide, diagnostics) = explained("# 一\n", terms: "04-terms.md")
    #expect(guide?.termsPage == nil)
    #expect(diagnostics.map(\.code) == ["guide.missingPage"])
    #expect(diagnostics.first?.origin.description == "guides/sample/guide.yaml:10:8")
  }
}
