import Diagnostics
import DocumentTree
import Foundation
import HTML
import Styling
import Testing

/// Returns a document of one paragraph with a fill-in `width` em wide.
private func sheet(_ text: String, width: Double) -> Document<Never> {
  let fillIn = FillIn<Never>(content: [.text(text, .unknown)], width: width)
  return Document(
    title: text,
    body: [.paragraph(Paragraph(content: [.fillIn(fillIn)], origin: .unknown))]
  )
}

@Test func severalDocumentsStandOnOnePageInOrder() throws {
  var page = ""
  let writer = HTMLWriter()
  let receive = { (text: String) throws(Never) in page += text }
  try writer.begin(title: "证明<书>", stylesheet: .linked(href: "a.css"), to: receive)
  try writer.add(sheet("甲", width: 4), to: receive)
  try writer.add(sheet("乙", width: 6), to: receive)
  try writer.end(to: receive)
  #expect(page.contains("<title>证明&lt;书&gt;</title>"))
  #expect(page.components(separatedBy: "<article class=\"sheet\">").count == 3)
  let first = try #require(page.firstRange(of: "甲"))
  let second = try #require(page.firstRange(of: "乙"))
  #expect(first.lowerBound < second.lowerBound)
  #expect(page.hasSuffix("</article>\n</body>\n</html>\n"))
}

@Test func theSheetOfSeveralDocumentsKnowsTheMeasuresOfAll() {
  var stylesheet = DocumentStylesheet()
  stylesheet.gather(from: sheet("甲", width: 4))
  stylesheet.gather(from: sheet("乙", width: 6))
  let css = stylesheet.css(style: landscape)
  #expect(css.contains(".fill-40 "))
  #expect(css.contains(".fill-60 "))
  #expect(css.contains(".sheet + .sheet { break-before: page; }"))
}

@Test func noIDStandsTwiceAmongTheSheets() throws {
  var page = ""
  let writer = HTMLWriter()
  let receive = { (text: String) throws(Never) in page += text }
  let copy = Document<Never>(
    title: "证明书",
    body: [heading(1, "证明书", id: "title"), .contents, heading(2, "正文", id: "a")]
  )
  try writer.begin(title: "证明书", stylesheet: .linked(href: "a.css"), to: receive)
  try writer.add(copy, to: receive)
  try writer.add(copy, to: receive)
  try writer.end(to: receive)
  #expect(!page.contains(" id="))
  #expect(!page.contains("href=\"#"))
  #expect(page.contains("<li class=\"level-2\">正文</li>"))
}
