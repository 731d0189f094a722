import Diagnostics
import DocumentTree
import Foundation
import HTML
import TestSupport
import Testing

@Suite struct HostileTextTests {
  @Test(arguments: [
    ("*|<b>{{x}}", "*|&lt;b&gt;{{x}}"),
    ("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"),
    ("\" onload='x' &amp;", "&quot; onload=&#39;x&#39; &amp;amp;"),
    ("a\u{0}b\u{1B}[31m\u{7F}\u{85}", "a\u{FFFD}b\u{FFFD}[31m\u{FFFD}\u{FFFD}"),
    ("一\r二\t三\n四", "一\n二\t三\n四"),
    ("𬭼㛃䶮𠮷·买买提", "𬭼㛃䶮𠮷·买买提"),
  ])
  func valuesAreTextNeverMarkup(value: String, expected: String) throws {
    let html = withoutLanguages(try htmlBlocks([paragraph(value)], title: ""))
    #expect(html == "<p>\(expected)</p>\n")
  }

  @Test(arguments: [0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xFDD0, 0xFDEF] as [UInt32])
  func noncharactersAreReplaced(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(htmlInlines([text("一\(Character(scalar))二")]) == "一\u{FFFD}二")
  }

  @Test func hostileTextInEveryPlaceStaysText() throws {
    let evil = "<i>\"'&"
    let image = Image(source: "a\"b.png", alternative: evil, title: evil, origin: .unknown)
    let table = Table<Never>(
      caption: [text(evil)],
      columns: [Column()],
      head: [row(evil)],
      body: .rows([row(evil)]),
      closing: evil,
      foot: [row(evil)],
      origin: .unknown
    )
    let blocks: [Block<Never>] = [
      heading(2, evil, id: evil), .contents, .table(table),
      .paragraph(Paragraph(content: [.image(image), text(" ")], origin: .unknown)),
      .callout(Callout(kind: .tip, title: evil, blocks: [])),
      .code(CodeBlock(language: evil, text: evil, origin: .unknown)),
      .paragraph(
        Paragraph(
          content: [.stampPlace(StampPlace(name: evil)), .code(evil, .unknown)],
          origin: .unknown
        )
      ),
    ]
    let html = try htmlBlocks(blocks, title: evil)
    #expect(!html.contains("<i>"))
    #expect(!html.contains("\"'"))
    #expect(html.components(separatedBy: "&lt;i&gt;&quot;&#39;&amp;").count > 12)
  }

  @Test(arguments: [
    "javascript:alert(1)", "JavaScript:alert(1)", " \u{1}javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)", "vbscript:x", "data:text/html,<b>", "file:///etc/passwd", "blob:x",
  ])
  func unsafeDestinationsAreWrittenAsText(destination: String) throws {
    let link = Link<Never>(destination: destination, content: [text("点我")], origin: .unknown)
    let html = try htmlBlocks(
      [.paragraph(Paragraph(content: [.link(link)], origin: .unknown))],
      title: ""
    )
    #expect(html.hasPrefix("<p>点我（"))
    #expect(!html.contains("<a"))
  }

  @Test(arguments: [
    ("https://a.cn/中文?x=1&y=2", "https://a.cn/%E4%B8%AD%E6%96%87?x=1&amp;y=2", true),
    ("//a.cn", "//a.cn", true), ("mailto:hr@a.cn", "mailto:hr@a.cn", false),
    ("tel:12333", "tel:12333", false), ("02-b.html#4.1", "02-b.html#4.1", false),
    ("#办理步骤", "#%E5%8A%9E%E7%90%86%E6%AD%A5%E9%AA%A4", false), ("a%20b c", "a%20b%20c", false),
    ("?q=a:b", "?q=a:b", false), ("./javascript:x", "./javascript:x", false),
  ])
  func safeDestinationsAreLinks(destination: String, href: String, isExternal: Bool) throws {
    let link = Link<Never>(destination: destination, content: [text("看")], origin: .unknown)
    let rel = isExternal ? " rel=\"noopener\"" : ""
    #expect(htmlInlines([.link(link)]) == "<a href=\"\(href)\"\(rel)>看</a>")
  }

  @Test(arguments: [
    ("a.png", true), ("https://a.cn/b.png", true), ("data:image/png;base64,AAAA", true),
    ("data:image/svg+xml,<svg onload=x>", false), ("javascript:x", false),
    ("DATA:text/html,x", false),
  ])
  func onlyHarmlessPicturesAreShown(source: String, isShown: Bool) {
    let image = Image(source: source, alternative: "图", origin: .unknown)
    #expect(htmlInlines([.image(image)]).contains("<img") == isShown)
  }

  @Test func randomTextKeepsEveryCharacter() throws {
    let letters = Array("<>&\"'a中文 ;#x27/\\`=\u{3000}𠮷\u{300}")
    for seed in UInt64(0)..<200 {
      var random = SeededGenerator(seed: seed)
      let count = Int.random(in: 0...20, using: &random)
      let value = String((0..<count).map { _ in letters.randomElement(using: &random) ?? "a" })
      let html = withoutLanguages(htmlInlines([text(value)]))
      #expect(unescaped(html) == value, "seed \(seed)")
    }
  }

  /// Returns HTML without the marks of English words, which nothing but such a word may stand in.
  private func withoutLanguages(_ html: String) -> String {
    html.replacing(#/<span lang="en">((?:[a-z]|&#39;)+)<\/span>/#) { $0.output.1 }
  }

  /// Reads HTML text back the way a browser does; anything that would be a tag gives nothing.
  private func unescaped(_ html: String) -> String? {
    guard !html.contains("<"), !html.contains(">") else { return nil }
    var text = html
    for (name, value) in [
      ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&"),
    ] {
      text = text.split(separator: name, omittingEmptySubsequences: false).joined(separator: value)
    }
    return text
  }
}
