import DocumentTree
import Geometry
import Pages
import Styling
import TestSupport
import Testing

/// What a line's runs hold.
struct LineDrawingTests {
  @Test(arguments: ["甲　", "甲  ", "甲\u{3000} \u{3000}"])
  func spacesAtTheEndOfALineHangBesideIt(text: String) throws {
    let page = try #require(
      try Sample.pages(Sample.document(Sample.paragraph(text, .right))).first
    )
    let run = try #require(page.runs.first)
    #expect(run.width == .pt(12))
    #expect(run.origin.x + run.width == .mm(182))
    #expect(run.text == text, "whoever copies the text gets its spaces")
  }
}
