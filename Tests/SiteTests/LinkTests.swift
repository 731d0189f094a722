import Diagnostics
import Site
import TestSupport
import Testing

/// Builds the portal of the small guide whose last page holds `text`, and a second guide beside it.
private func portal(
  _ text: String
) throws -> (files: [OutputFile], diagnostics: [Diagnostic]) {
  try buildPortal(
    sampleSite,
    guides: [
      sampleGuide(pages: ["03-faq.md": "# 常见问题\n\n" + text + "\n"]),
      sampleGuide(folder: "other"),
    ],
    documents: sampleDocuments,
    theme: officeTheme()
  )
}

@Suite struct LinkTests {
  @Test func linksOfEveryKindOfBlockAreLed() throws {
    let text = """
      [a](01-start.md)

      - 项

        - **[b](01-start.md)**

      | [c](01-start.md) |
      |---|
      | [d](01-start.md) |

      > [e](01-start.md)

      > [!NOTE]
      > ~~*[f](01-start.md)*~~

      ## [g](01-start.md)

      甲[^1]

      [^1]: [h](01-start.md)
      """
    let page = try portal(text).files.text("guides/sample/03-faq.html")
    for name in ["a", "b", "c", "d", "e", "f", "g", "h"] {
      #expect(page.contains("<a href=\"01-start.html\">\(name)</a>"), "\(name)")
    }
  }

  @Test(arguments: [
    ("01-start.md", "01-start.html"),
    ("./01-start.md", "01-start.html"),
    ("01-start.md#登录", "01-start.html#%E7%99%BB%E5%BD%95"),
    ("01-start.md#%E7%99%BB%E5%BD%95", "01-start.html#%E7%99%BB%E5%BD%95"),
    ("01-start.md#1.1", "01-start.html#%E7%99%BB%E5%BD%95"),
    ("01-start.md#业务流程", "01-start.html"),
    ("../sample/02-new.md", "02-new.html"),
    ("../other/03-faq.md", "../other/03-faq.html"),
    ("../other/02-new.md#填写要求", "../other/02-new.html#%E5%A1%AB%E5%86%99%E8%A6%81%E6%B1%82"),
    ("../other", "../other/01-start.html"),
    ("<images/登录 页.png>", "images/%E7%99%BB%E5%BD%95%20%E9%A1%B5.png"),
    ("../../documents/c.pdf", "../../documents/c.pdf"),
    ("https://example.cn/a#b", "https://example.cn/a#b"),
    ("mailto:hr@example.cn", "mailto:hr@example.cn"),
    ("tel:12333", "tel:12333"),
  ])
  func linksLeadToThePortalsOwnFiles(destination: String, href: String) throws {
    let (files, diagnostics) = try portal("见[那里](\(destination))。")
    #expect(diagnostics == [])
    #expect(try files.text("guides/sample/03-faq.html").contains("<a href=\"\(href)\""))
  }

  @Test(arguments: [
    (
      "01-strat.md",
      "guides/sample/03-faq.md:3:2：错误：链接指向的文件“01-strat.md”不存在；是否想写“01-start.md”？ [guide.brokenLink]"
    ),
    (
      "02-new.md#登陆",
      "guides/sample/03-faq.md:3:2：错误：“guides/sample/02-new.md”里没有标题或者图“#登陆”；这一页的标题有“办理步骤”、“细节”、“填写要求” [guide.brokenAnchor]"
    ),
    (
      "01-start.md#登陆",
      "guides/sample/03-faq.md:3:2：错误：“guides/sample/01-start.md”里没有标题或者图“#登陆”；是否想写“#登录”？ [guide.brokenAnchor]"
    ),
    (
      "#完全没有这个",
      "guides/sample/03-faq.md:3:2：错误：“guides/sample/03-faq.md”里没有标题或者图“#完全没有这个” [guide.brokenAnchor]"
    ),
    (
      "../../../secret.md",
      "guides/sample/03-faq.md:3:2：错误：链接“../../../secret.md”超出了网站的范围 [guide.brokenLink]"
    ),
  ])
  func brokenLinksAreNamedAtTheirPlace(destination: String, complaint: String) throws {
    let (files, diagnostics) = try portal("见[那里](\(destination))。")
    #expect(diagnostics.map(\.description) == [complaint])
    #expect(try files.text("guides/sample/03-faq.html").contains("见那里。"))
  }

  @Test func brokenLinksInEveryKindOfBlockAreFound() throws {
    let text = """
      第一段。

      - [列表](x.md)

      > [引文](x.md)

      > [!NOTE]
      > **[提示](x.md)**

      | 表 |
      | --- |
      | [格](x.md) |

      ## 标题[链接](x.md)

      脚注[^1]。

      [^1]: [注](x.md)
      """
    let diagnostics = try portal(text).diagnostics
    #expect(diagnostics.count == 6)
    #expect(diagnostics.allSatisfy { $0.code == "guide.brokenLink" })
  }

  @Test(arguments: [
    ("missing.png", "guide.brokenImage"), ("https://example.cn/a.png", "guide.outsideImage"),
    ("01-start.md", "guide.brokenImage"), ("data:image/png;base64,AA==", "guide.outsideImage"),
  ])
  func picturesThatAreNotInTheGuideAreNamed(source: String, code: String) throws {
    let (files, diagnostics) = try portal("![说明](\(source))")
    #expect(diagnostics.map(\.code) == [code])
    #expect(try files.text("guides/sample/03-faq.html").contains("说明"))
    #expect(try !files.text("guides/sample/03-faq.html").contains("<img src=\"\(source)"))
  }

  @Test func aPictureOfTheGuideIsCopiedAndShown() throws {
    let files = try portal("好。").files
    #expect(
      files.contains { $0.path == "guides/sample/images/登录 页.png" && $0.bytes == [0x89, 0x50] }
    )
    let page = try files.text("guides/sample/01-start.html")
    #expect(page.contains("<img src=\"images/%E7%99%BB%E5%BD%95%20%E9%A1%B5.png\" alt=\"登录页\">"))
    #expect(page.contains("<figcaption>图 1 登录</figcaption>"))
  }
}
