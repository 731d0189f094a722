import Diagnostics
import DocumentTree
import Foundation
import Site
import TestSupport
import Testing

/// Returns the page made of `text`, the second of the small guide, with `yaml` as settings.
private func page(
  _ text: String,
  yaml: String = sampleYAML,
  site: SiteConfiguration = sampleSite,
  documents: [DocumentLink] = []
) throws -> String {
  let (guide, _) = openGuide(sampleSource(yaml: yaml, pages: ["02-new.md": text]))
  return try buildPortal(
    site,
    guides: [#require(guide)],
    documents: documents,
    theme: officeTheme()
  ).files.text("guides/sample/02-new.html")
}

/// The text of the first match of `pattern` in `html`.
private func match(_ pattern: String, in html: String) throws -> String? {
  try Regex(pattern, as: (Substring, Substring).self).firstMatch(in: html).map { String($0.1) }
}

@Suite struct PageValueTests {
  @Test(arguments: [
    ("# 题\n\n引言**一**。\n\n第二段。", "引言一。"), ("# 题\n\n## 节\n\n文", "逐步说明用工备案。"),
    ("# 题\n\n- 项", "逐步说明用工备案。"), ("# 题\n\n![图](<images/登录 页.png>)\n\n文", "逐步说明用工备案。"),
    ("# 题", "逐步说明用工备案。"), ("# 题\n\n“A”<必填>&", "“A”&lt;必填&gt;&amp;"),
  ])
  func aPageIsDescribedByItsFirstParagraph(text: String, description: String) throws {
    let html = try page(text)
    #expect(try match("<meta name=\"description\" content=\"([^\"]*)\"", in: html) == description)
  }

  @Test func theFirstParagraphStandsOnceAndKeepsItsLinks() throws {
    let html = try page("# 题\n\n引言见[业务](01-start.md)。\n\n第二段。")
    #expect(html.components(separatedBy: "引言见<a href=\"01-start.html\">业务</a>").count == 2)
    #expect(html.contains("<p>第二段。</p>"))
  }

  @Test func onlyTwoLevelsOfHeadingsAreListed() throws {
    let html = try page("# 题\n\n## 甲\n\n### 乙\n\n#### 丙\n\n## 丁 {#d}\n")
    #expect(html.contains("href=\"#%E7%94%B2\">2.1 甲</a>"))
    #expect(html.contains("href=\"#%E4%B9%99\">2.1.1 乙</a>"))
    #expect(html.contains("href=\"#d\">2.2 丁</a>"))
    #expect(!html.contains("href=\"#%E4%B8%99\""))
  }

  @Test func oneHeadingAloneNeedsNoList() throws {
    #expect(try !page("# 题\n\n## 甲\n").contains("href=\"#%E7%94%B2\""))
    #expect(try page("# 题\n\n## 甲\n\n## 乙\n").contains("href=\"#%E7%94%B2\""))
  }

  @Test func chineseNumbersNeedNoGap() throws {
    let yaml = sampleYAML.replacing("numbering: decimal", with: "numbering: chinese")
    let html = try page("# 题\n\n## 甲\n\n### 乙\n\n#### 丙\n", yaml: yaml)
    #expect(html.contains(">（一）甲</a>"))
    #expect(html.contains(">1.乙</a>"))
    #expect(html.contains("<h2 id=\"甲\">（一）甲</h2>"))
    #expect(html.contains("<h3 id=\"乙\">1. 乙</h3>"))
    #expect(html.contains("<h4 id=\"丙\">（1）丙</h4>"))
    #expect(html.contains("<span>一、业务流程</span>"))
    #expect(html.contains("<span>三、常见问题</span>"))
  }

  @Test func headingsOfADecimalGuideCarryTheirNumbers() throws {
    let html = try page("# 题\n\n## 甲\n\n### 乙\n\n#### 丙\n\n###### 丁\n")
    #expect(html.contains("<h2 id=\"甲\"><span id=\"2.1\"></span>2.1\u{3000}甲</h2>"))
    #expect(html.contains("<h3 id=\"乙\"><span id=\"2.1.1\"></span>2.1.1\u{3000}乙</h3>"))
    #expect(html.contains("<h4 id=\"丙\">丙</h4>"))
    #expect(html.contains("<h6 id=\"丁\">丁</h6>"))
  }

  @Test func theWindowIsCalledByPageGuideAndSite() throws {
    let html = try page("# 题 & 文\n")
    #expect(try match("<title>([^<]*)</title>", in: html) == "题 &amp; 文 · 用工备案 · 帮助中心")
  }

  @Test(arguments: [("zh-CN", "zh-CN"), ("en\"><b>", "en&quot;&gt;&lt;b&gt;")])
  func thePageIsInTheLanguageOfTheSite(language: String, written: String) throws {
    let site = SiteConfiguration(title: "帮助", summary: "", language: language)
    #expect(try page("# 题\n", site: site).contains("<html lang=\"\(written)\">"))
  }

  @Test func theNoteOfTheSiteStandsAtTheFoot() throws {
    let site = SiteConfiguration(title: "帮助", summary: "", note: "内部<使用>")
    #expect(try page("# 题\n", site: site).contains("内部&lt;使用&gt;"))
    #expect(try !page("# 题\n").contains("内部"))
  }

  @Test func theNavigationLeadsToDocumentsWhereThereAreAny() throws {
    #expect(
      try page("# 题\n", documents: sampleDocuments).contains("href=\"../../index.html#documents\"")
    )
    #expect(try !page("# 题\n").contains("#documents"))
  }

  @Test func aLinkToTheOwnPageLeadsToItsTop() throws {
    let html = try page("# 题\n\n甲\n\n[顶](02-new.md)、[题](#题)、[节](#节)\n\n## 节\n")
    #expect(html.contains("<a href=\"#content\">顶</a>、<a href=\"#content\">题</a>"))
    #expect(html.contains("<a href=\"#%E8%8A%82\">节</a>"))
    #expect(html.contains("id=\"content\""))
  }

  @Test(arguments: ["办理步骤", "2.1", "%E5%8A%9E%E7%90%86%E6%AD%A5%E9%AA%A4"])
  func anAnchorIsFoundByItsNameItsTextAndItsNumber(anchor: String) throws {
    let text = "# 题\n\n甲\n\n[去](#\(anchor))\n\n## 办理步骤\n"
    #expect(try page(text).contains("<a href=\"#%E5%8A%9E%E7%90%86%E6%AD%A5%E9%AA%A4\">去</a>"))
  }

  @Test(arguments: ["log-in", "Log-In", "<Log In>"])
  func anAnchorOfLatinLettersIsFoundInAnyCase(anchor: String) throws {
    let destination = anchor.hasPrefix("<") ? "<#\(anchor.dropFirst().dropLast())>" : "#\(anchor)"
    let text = "# 题\n\n甲\n\n[去](\(destination))\n\n## Log In\n"
    #expect(try page(text).contains("<a href=\"#log-in\">去</a>"))
  }

  @Test func hostileTextOfAPageStaysText() throws {
    let evil = "\"><script>{{x}}</script>'&"
    let html = try page("# \(evil)\n\n\(evil)\n\n## \(evil)\n\n## b\n\n- `\(evil)`\n")
    #expect(!html.contains("<script>"))
    #expect(html.contains("&lt;script&gt;{{x}}&lt;/script&gt;&#39;&amp;"))
  }

  @Test func footnotesOfAPageLeadThereAndBack() throws {
    let html = try page("# 题\n\n甲\n\n乙[^x]丙[^x]\n\n[^x]: 注\n")
    #expect(html.contains("<a id=\"fnref-1\" href=\"#fn-1\""))
    #expect(html.contains("<a id=\"fnref-1-2\" href=\"#fn-1\""))
    #expect(html.contains("<li id=\"fn-1\" value=\"1\">"))
  }
}
