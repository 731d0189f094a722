import Diagnostics
import DocumentTree
import HTML
import TestSupport
import Testing

/// Returns the link to `destination` around the word 看.
private func link(_ destination: String) -> String {
  let link = Link<Never>(destination: destination, content: [text("看")], origin: .unknown)
  return htmlInlines([.link(link)])
}

@Suite struct ReferenceTests {
  @Test(arguments: [
    ("a b", "a%20b"), ("中", "%E4%B8%AD"), ("a%20b", "a%20b"), ("\"<>", "%22%3C%3E"), ("'", "&#39;"),
    ("a&b=c", "a&amp;b=c"), ("\\", "%5C"), ("^`{|}", "%5E%60%7B%7C%7D"), ("a\u{7}b", "a%07b"),
    ("/-._~:?#[]@!$()*+,;=", "/-._~:?#[]@!$()*+,;="), ("𠮷", "%F0%A0%AE%B7"), ("", ""),
  ])
  func everyByteOfADestinationIsAllowedInAURI(destination: String, href: String) {
    #expect(link(destination) == "<a href=\"\(href)\">看</a>")
  }

  @Test(arguments: [
    "HTTP://a.cn", "http://a.cn", "https:a.cn", "//a.cn/b",
  ])
  func whatLeadsOutSharesNoWindow(destination: String) {
    #expect(link(destination).contains(" rel=\"noopener\""))
  }

  @Test(arguments: [
    "javascript:x", "\u{0}javascript:x", "java\u{0}script:x", "\tjavascript:x", "JAVASCRIPT\n:x",
    "ftp://a.cn", "data:,x", "about:blank", "x:y", ":x", "view-source:http://a.cn",
  ])
  func everySchemeButFourIsRefused(destination: String) {
    #expect(!link(destination).contains("<a"))
    #expect(link(destination).hasPrefix("看（"))
    #expect(link(destination).hasSuffix("）"))
  }

  @Test(arguments: ["a/b:c", "?a:b", "#a:b", "./a:b", "/a:b", "a\\b:c"])
  func aColonBehindTheFirstSegmentIsNoScheme(destination: String) {
    #expect(link(destination).hasPrefix("<a href="))
  }

  @Test(arguments: ["png", "jpeg", "gif", "webp"])
  func embeddedBitmapsAreShown(kind: String) {
    let image = Image(
      source: "data:image/\(kind);base64,AA==",
      alternative: "图",
      origin: .unknown
    )
    #expect(
      htmlInlines([.image(image)]) == "<img src=\"data:image/\(kind);base64,AA==\" alt=\"图\">"
    )
  }

  @Test(arguments: [
    "data:image/svg+xml;base64,AA", "data:image/png,AA", "data:text/html;base64,AA",
    "mailto:a@b.cn",
    "tel:1", " data:image/png;base64,AA",
  ])
  func otherPicturesAreTheirWordsAndTheirSource(source: String) {
    let image = Image(source: source, alternative: "图<", origin: .unknown)
    #expect(htmlInlines([.image(image)]) == "图&lt;（\(source)）")
  }

  @Test func aPictureInTextShowsItsTitleWhenPointedAt() {
    let image = Image(source: "a b.png", alternative: "\"图\"", title: "<题>", origin: .unknown)
    #expect(
      htmlInlines([text("见"), .image(image)])
        == "见<img src=\"a%20b.png\" alt=\"&quot;图&quot;\" title=\"&lt;题&gt;\">"
    )
  }

  @Test func aRefusedFigureIsStillAFigure() throws {
    let image = Image(source: "javascript:x", alternative: "图", title: "题", origin: .unknown)
    let block = Block<Never>.paragraph(Paragraph(content: [.image(image)], origin: .unknown))
    #expect(
      try htmlBlocks([block], title: "")
        == "<figure>图（javascript:x）<figcaption>题</figcaption></figure>\n"
    )
  }

  @Test func randomDestinationsNeverEndTheirAttribute() {
    let letters = Array("ab:/?#%\"'<>& \\\n\t中\u{0}\u{300}javascript")
    for seed in UInt64(0)..<400 {
      var random = SeededGenerator(seed: seed)
      let count = Int.random(in: 0...16, using: &random)
      let destination = String(
        (0..<count).map { _ in letters.randomElement(using: &random) ?? "a" }
      )
      let html = link(destination)
      #expect(
        html.unicodeScalars.filter { $0 == "<" }.count == (html.hasPrefix("<a") ? 2 : 0),
        "seed \(seed)"
      )
      #expect(html.unicodeScalars.filter { $0 == "\"" }.count % 2 == 0, "seed \(seed)")
    }
  }

  @Test(arguments: [
    ("a.css", "a.css"), ("../资源/a\"b.css", "../资源/a&quot;b.css"), ("a&b.css", "a&amp;b.css"),
  ])
  func theStylesheetIsLinkedUnderAPolicy(href: String, written: String) throws {
    var page = ""
    try HTMLWriter().write(
      Document(title: "", body: []),
      stylesheet: .linked(href: href)
    ) { (text) throws(Never) in page += text }
    #expect(page.contains("<link rel=\"stylesheet\" href=\"\(written)\">"))
    #expect(
      page.contains("content=\"default-src 'none'; style-src 'self'; img-src 'self' data:\">")
    )
    #expect(!page.contains("unsafe-inline"))
  }
}
