import Calendar
import Diagnostics
import Foundation
import Site
import TestSupport
import Testing

/// The portal of two guides, two documents and three forms.
private func samplePortal(reversed: Bool = false) throws -> [OutputFile] {
  let guides = [try sampleGuide(), try sampleGuide(folder: "another")]
  return try buildPortal(
    sampleSite,
    guides: reversed ? guides.reversed() : guides,
    documents: sampleDocuments,
    forms: sampleForms,
    printed: ["sample"],
    theme: officeTheme()
  ).files
}

/// The values of `attribute` in `html`, unescaped.
private func values(of attribute: String, in html: String) throws -> [String] {
  let expression = try Regex(" \(attribute)=\"([^\"]*)\"", as: (Substring, Substring).self)
  return html.matches(of: expression).map { String($0.1).replacing("&amp;", with: "&") }
}

/// The path that `reference`, standing in the file at `path`, leads to.
private func target(of reference: String, in path: String) throws -> (path: String, anchor: String?)
{
  let file = try #require(URL(string: "file:///" + encoded(path)))
  let url = try #require(URL(string: reference, relativeTo: file), "not a URL: \(reference)")
  let target = url.absoluteURL.path(percentEncoded: false).dropFirst()
  return (String(target), url.fragment(percentEncoded: false))
}

private func encoded(_ path: String) -> String {
  path.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? path
}

@Suite struct PortalTests {
  @Test func thePortalHasTheseFiles() throws {
    let assets = ["mark.svg", "portal.css", "reading.js", "search.js"].map { "assets/\($0)" }
    let pages = ["01-start.html", "02-new.html", "03-faq.html", "images/登录 页.png", "index.html"]
    let guides = ["another", "sample"].flatMap { guide in pages.map { "guides/\(guide)/\($0)" } }
    let found = (0..<8).map { "search/pages/\($0).js" }
    let expected: [String] =
      ["404.html"] + assets + ["forms.html"] + guides + [
        "index.html", "search.html", "search/directory.js",
      ] + found
      + ["search/pairs/0.js"]
    #expect(try samplePortal().map(\.path) == expected)
  }

  @Test func theSameInputGivesTheSameBytes() throws {
    #expect(try samplePortal() == samplePortal())
    #expect(try samplePortal() == samplePortal(reversed: true))
  }

  @Test func everyRelativeReferenceLeadsToAFileAndAnAnchor() throws {
    let files = try samplePortal()
    let printed = ["sample", "01-start", "02-new", "03-faq"].map { "guides/sample/\($0).pdf" }
    let samples = sampleForms.compactMap(\.sample)
    let shown = samples.map(\.picture.path) + samples.flatMap(\.formats).map(\.path)
    let paths = Set(
      files.map(\.path) + printed + shown + sampleDocuments.flatMap { $0.formats.map(\.path) }
    )
    var checked = 0
    for file in files where file.path.hasSuffix(".html") {
      let html = try files.text(file.path)
      for reference in try values(of: "href", in: html) + values(of: "src", in: html)
      where !reference.hasPrefix("https:") {
        #expect(!reference.hasPrefix("/"), "\(file.path) → \(reference)")
        let (path, anchor) = try target(of: reference, in: file.path)
        #expect(paths.contains(path), "\(file.path) → \(reference)")
        if let anchor {
          let ids = try values(of: "id", in: files.text(path))
          #expect(ids.contains(anchor), "\(file.path) → \(reference)")
        }
        checked += 1
      }
    }
    #expect(checked > 100)
  }

  @Test func everyPageLeadsToTheContentsOfAllGuides() throws {
    let files = try samplePortal()
    let pages = files.filter { $0.path.hasSuffix(".html") }
    #expect(pages.count > 10)
    for page in pages {
      let links = try values(of: "href", in: files.text(page.path))
      let targets = try links.map { try target(of: $0, in: page.path).path }
      #expect(targets.contains("search.html") && targets.contains("forms.html"), "\(page.path)")
    }
  }

  @Test func noPageCarriesStyleOrScriptOfItsOwn() throws {
    let files = try samplePortal()
    for file in files where file.path.hasSuffix(".html") {
      let html = try files.text(file.path)
      #expect(!html.contains(" style="))
      // A server shows the page for wrong addresses at any depth, where it would find no file.
      let hasStyles = file.path == "404.html"
      #expect(html.contains("<style") == hasStyles)
      #expect(!html.contains("<script>"))
      #expect(html.matches(of: /<[^>]* on[a-z]+=/).isEmpty)
      let styles = hasStyles ? " 'sha256-" : ";"
      #expect(html.contains("default-src 'none'; script-src 'self'; style-src 'self'\(styles)"))
      #expect(html.contains("<html lang=\"zh-CN\">"))
    }
  }

  @Test func noIDStandsTwiceOnAPage() throws {
    let files = try samplePortal()
    for file in files where file.path.hasSuffix(".html") {
      let ids = try values(of: "id", in: files.text(file.path))
      #expect(Set(ids).count == ids.count, "\(file.path)")
      #expect(!ids.contains(""))
    }
  }

  @Test func everyPageHasATitleAndOneTopHeading() throws {
    let files = try samplePortal()
    var titles: Set<String> = []
    for file in files where file.path.hasSuffix(".html") && !file.path.hasPrefix("guides/another") {
      let html = try files.text(file.path)
      let title = try #require(html.firstMatch(of: /<title>([^<]+)<\/title>/)).1
      #expect(titles.insert(String(title)).inserted, "\(file.path) repeats the title \(title)")
      #expect(html.matches(of: /<h1[ >]/).count == 1)
    }
  }

  @Test func aPageShowsWhereItStandsAndWhatIsBesideIt() throws {
    let page = try samplePortal().text("guides/sample/02-new.html")
    let current = "<a href=\"02-new.html\" aria-current=\"page\"><span class=\"number\">2</span>"
    #expect(page.components(separatedBy: current).count == 3)
    #expect(
      page.contains("rel=\"prev\" href=\"01-start.html\"><small>上一节</small><span>1　业务流程</span>")
    )
    #expect(
      page.contains("rel=\"next\" href=\"03-faq.html\"><small>下一节</small><span>3　常见问题</span>")
    )
    #expect(page.contains("<li><a href=\"index.html\">吉林 · 用工备案</a></li>"))
    #expect(page.contains("<a href=\"02-new.pdf\">本节 PDF</a><a href=\"sample.pdf\">整本 PDF</a>"))
    #expect(try !samplePortal().text("guides/another/02-new.html").contains("PDF"))
    #expect(try !samplePortal().text("guides/sample/01-start.html").contains("rel=\"prev\""))
    #expect(try !samplePortal().text("guides/sample/03-faq.html").contains("rel=\"next\""))
  }

  @Test func aGuideShowsWhatItsEditionsChanged() throws {
    var guide = try sampleGuide()
    func start() throws -> String {
      let files = try buildPortal(sampleSite, guides: [guide], documents: [], theme: officeTheme())
        .files
      let file = try #require(files.first { $0.path == "guides/sample/index.html" })
      return String(decoding: file.bytes, as: UTF8.self)
    }
    #expect(try !start().contains("修订记录"))
    let day = try #require(CivilDate(iso: "2026-11-20"))
    guide.changes = [GuideChange(edition: "第1版", date: day, change: "首次编制。")]
    #expect(
      try start().contains("<tr><td>第1版</td><td>2026年11月20日</td><td>首次编制。</td></tr>")
    )
  }

  @Test func aSectionIsFoundByItsNumberToo() throws {
    let page = try samplePortal().text("guides/sample/02-new.html")
    #expect(page.contains("<h2 id=\"填写要求\"><span id=\"2.2\"></span>2.2　填写要求</h2>"))
  }

  @Test func aPageIsWrittenLikeThis() throws {
    try expectGolden(samplePortal().text("guides/sample/01-start.html"), "page.html")
  }

  @Test func theHomePageIsWrittenLikeThis() throws {
    try expectGolden(samplePortal().text("index.html"), "home.html")
  }

  @Test func theGuidesComeInTheConfiguredOrder() throws {
    let location = SourceLocation(file: "site.yaml", line: 4, column: 5)
    let site = SiteConfiguration(
      title: "帮助",
      summary: "",
      guides: [
        GuideReference(name: "sample", location: location),
        GuideReference(name: "anothr", location: location),
      ]
    )
    let guides = [try sampleGuide(folder: "another"), try sampleGuide()]
    let portal = try buildPortal(site, guides: guides, documents: [], theme: officeTheme())
    let home = try portal.files.text("index.html")
    let first = try #require(home.range(of: "guides/sample/"))
    let second = try #require(home.range(of: "guides/another/"))
    #expect(first.lowerBound < second.lowerBound)
    #expect(
      portal.diagnostics.map(\.description)
        == ["site.yaml:4:5：错误：站点列出的指南“anothr”不存在；是否想写“another”？ [site.missingGuide]"]
    )
    #expect(!home.contains("样张"))
  }

  @Test func hostileNamesStayTextInEveryPlace() throws {
    // A mark that combines with the quotation mark must not hide it from escaping.
    let evil = "\"\u{300} onclick='x' <b>&{{title}}"
    var guide = try sampleGuide()
    guide.title = evil
    guide.short = evil
    guide.region = evil
    guide.summary = evil
    guide.edition = evil
    let day = try #require(CivilDate(iso: "2026-11-20"))
    guide.changes = [GuideChange(edition: evil, date: day, change: evil)]
    guide.pages[0].title = evil
    let document = DocumentLink(
      group: evil,
      title: evil,
      note: evil,
      formats: [.init(label: evil, path: evil)]
    )
    let form = FormCard(
      name: evil,
      number: evil,
      titles: [evil, "业务流程"],
      group: evil,
      summary: evil,
      sample: .init(
        title: evil,
        picture: .init(path: evil, width: 1, height: 1),
        formats: [.init(label: evil, path: evil)]
      )
    )
    let site = SiteConfiguration(title: evil, summary: evil, note: evil)
    let files = try buildPortal(
      site,
      guides: [guide],
      documents: [document],
      forms: [form],
      theme: officeTheme()
    ).files
    for file in files where file.path.hasSuffix(".html") {
      let html = try files.text(file.path)
      #expect(!html.unicodeScalars.elementsEqual("<b>".unicodeScalars))
      #expect(!html.contains("<b>"))
      #expect(!String(html.unicodeScalars.filter { $0 != "\u{300}" }).contains("\" onclick="))
      #expect(html.contains("&lt;b&gt;&amp;{{title}}"))
    }
  }
}
