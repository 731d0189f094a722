import Diagnostics
import Digests
import Site
import Testing

@Suite struct AddressTests {
  private func files(address: String?) throws -> [OutputFile] {
    let site = SiteConfiguration(title: "帮助中心", summary: "指南。", address: address)
    return try buildPortal(site, guides: [sampleGuide()], documents: [], theme: officeTheme()).files
  }

  @Test func aPortalThatKnowsItsAddressTellsSearchEngines() throws {
    let files = try files(address: "https://help.example.cn/yg/")
    let sitemap = try files.text("sitemap.xml")
    #expect(sitemap.contains("<url><loc>https://help.example.cn/yg/</loc></url>"))
    #expect(
      sitemap.contains(
        "<loc>https://help.example.cn/yg/guides/sample/02-new.html</loc><lastmod>2026-11-20</lastmod>"
      )
    )
    #expect(sitemap.contains("<loc>https://help.example.cn/yg/guides/sample/</loc>"))
    #expect(!sitemap.contains("404") && !sitemap.contains("search.html"))
    #expect(
      try files.text("robots.txt").hasSuffix("Sitemap: https://help.example.cn/yg/sitemap.xml\n")
    )
    let page = try files.text("guides/sample/02-new.html")
    let address = "https://help.example.cn/yg/guides/sample/02-new.html"
    #expect(page.contains("<link rel=\"canonical\" href=\"\(address)\">"))
    #expect(page.contains("<meta property=\"og:url\" content=\"\(address)\">"))
    #expect(page.contains("href=\"../../assets/portal.css\""))
  }

  @Test func thePageForWrongAddressesWorksAtAnyDepth() throws {
    let page = try files(address: "https://help.example.cn/yg/").text("404.html")
    #expect(page.contains("src=\"/yg/assets/reading.js\""))
    #expect(page.contains("href=\"/yg/index.html\""))
    #expect(page.contains("<a href=\"/yg/guides/sample/index.html\">"))
  }

  @Test(arguments: [nil, "https://help.example.cn/yg/"])
  func thePageForWrongAddressesHasItsStylesWithinIt(address: String?) throws {
    let files = try files(address: address)
    let (page, styles) = (try files.text("404.html"), try files.text("assets/portal.css"))
    let digest = Digest(of: Array(styles.utf8)).base64
    #expect(page.contains("<style>\(styles)</style>"))
    #expect(page.contains("style-src 'self' 'sha256-\(digest)';"))
    #expect(!page.contains("portal.css"))
    #expect(try !files.text("index.html").contains("<style>"))
  }

  @Test func aPortalThatMayStandAnywhereSaysNothing() throws {
    let files = try files(address: nil)
    #expect(!files.contains { ["sitemap.xml", "robots.txt"].contains($0.path) })
    #expect(try !files.text("index.html").contains("canonical"))
  }

  @Test(arguments: [
    ("https://a.example.cn", "https://a.example.cn/"), ("http://a.cn/b/", "http://a.cn/b/"),
  ])
  func anAddressEndsWithASlash(written: String, read: String) {
    let (site, diagnostics) = openSite("title: 帮助\naddress: \(written)\n", file: "site.yaml")
    #expect(site?.address == read)
    #expect(diagnostics == [])
  }

  @Test(arguments: ["a.example.cn", "https://", "'https://a.cn/?q=1'", "'https://a.cn/\"x'", "[1]"])
  func whatIsNoAddressIsRefused(written: String) {
    let (site, diagnostics) = openSite("title: 帮助\naddress: \(written)\n", file: "site.yaml")
    #expect(site?.address == nil)
    #expect(diagnostics.map(\.code) == ["yaml.value"])
  }
}
