import Geometry
import Pages
import Testing

@testable import PDF

@Suite struct ExtractionTests {
  private func extracted(_ run: GlyphRun) throws -> String {
    try extractedText(of: try Written.file(pages: [[.glyphs(run)]]))
  }

  @Test(
    "text comes back exactly as it went in",
    arguments: ["名册", "𠮷野家㛃䶮𬭼", "1,234.50元—Aé", "汉\u{FA0C}\u{F9B4}\u{2F00}一"]
  )
  func exact(text: String) throws {
    let back = try extracted(.fake(text))
    #expect(Array(back.utf8) == Array(text.utf8))
  }

  @Test("one glyph with two texts gives each where it stands")
  func twoTexts() throws {
    let run = GlyphRun.fake([(300, "一"), (300, "\u{2F00}"), (300, "一"), (301, "·"), (301, "•")])
    let back = try extracted(run)
    #expect(Array(back.utf8) == Array("一\u{2F00}一·•".utf8))
  }

  @Test("twins that strings call equal keep their own code points")
  func canonicalTwins() throws {
    let run = GlyphRun.fake([(300, "\u{9818}"), (300, "\u{F9B4}")])
    let back = try extracted(run)
    #expect(Array(back.utf8) == Array("\u{9818}\u{F9B4}".utf8))
  }

  @Test("a ligature and a variation sequence give all their text")
  func ligature() throws {
    let text = "ffi葛\u{E0100}fi"
    let back = try extracted(.fake([(300, "ffi"), (301, "葛\u{E0100}"), (302, "fi")]))
    #expect(Array(back.utf8) == Array(text.utf8))
  }

  @Test("a cluster of several glyphs gives its text once")
  func decomposed() throws {
    var run = GlyphRun.fake([(300, "á"), (301, "́"), (302, "名")])
    run.glyphs[1].textOffset = 0
    let back = try extracted(run)
    #expect(Array(back.utf8) == Array(run.text.utf8))
  }

  @Test("a glyph without text adds none")
  func silent() throws {
    let back = try extracted(.fake([(300, "名"), (45, ""), (301, "册")]))
    #expect(back == "名册")
  }
}
