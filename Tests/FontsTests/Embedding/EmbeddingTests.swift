import Fonts
import Foundation
import Pages
import Styling
import TestSupport
import Testing

@Suite struct EmbeddingTests {
  private let text = "长春市示例科技有限公司，张三（𠮷林）José 2026-01-05“——”"

  private func library(_ name: String) throws -> FontLibrary {
    try FontLibrary(
      plan: FontPlan(families: [.song: [FontCandidate([name])]]),
      files: TestFonts.files
    )
  }

  /// Returns the face that shows most of the text, and its glyphs.
  private func shaped(_ text: String, by library: FontLibrary) throws -> (FontID, [ShapedGlyph]) {
    let runs = try library.shape(text, family: .song, weight: .regular)
    let font = try #require(runs.first).font
    return (font, runs.filter { $0.font == font }.flatMap(\.glyphs))
  }

  @Test func aSubsetOfKeyedCFFDrawsTheOriginalOutlinesUnderTheirCIDs() throws {
    let library = try library("Noto Serif CJK SC")
    let (font, glyphs) = try shaped(text, by: library)
    let embedded = try library.embed(glyphs.map(\.id), of: font)
    try expectSameOutlines(embedded, as: library, of: glyphs.map(\.id))
    #expect(embedded.program.isCompact)
  }

  @Test func aSubsetOfTrueTypeDrawsTheOriginalOutlinesUnderTheirNumbers() throws {
    for name in ["LXGW WenKai", "HanaMinA"] {
      let library = try library(name)
      let (font, glyphs) = try shaped("长春市示例科技有限公司张三", by: library)
      let embedded = try library.embed(glyphs.map(\.id), of: font)
      try expectSameOutlines(embedded, as: library, of: glyphs.map(\.id))
      #expect(!embedded.program.isCompact, "\(name) holds TrueType outlines")
    }
  }

  /// OpenType 1.9, "Table directory" and "Calculating checksums": readers that search by halves go by these numbers.
  @Test func theDirectoryOfATrueTypeSubsetLeadsToItsTables() throws {
    let library = try library("HanaMinA")
    let (font, glyphs) = try shaped("长春市", by: library)
    let bytes = try library.embed(glyphs.map(\.id), of: font).program.bytes
    func number(at offset: Int, size: Int) -> Int {
      bytes[offset..<offset + size].reduce(0) { $0 << 8 | Int($1) }
    }
    func sum(_ range: Range<Int>) -> Int {
      let padded = Array(bytes[range]) + Array(repeating: 0, count: (4 - range.count % 4) % 4)
      return stride(from: 0, to: padded.count, by: 4).reduce(0) { sum, place in
        sum + padded[place..<place + 4].reduce(0) { $0 << 8 | Int($1) }
      } & 0xFFFF_FFFF
    }
    #expect(number(at: 0, size: 4) == 0x0001_0000)
    let count = number(at: 4, size: 2)
    #expect(count == 6)
    let halves = Int.bitWidth - 1 - count.leadingZeroBitCount
    #expect(number(at: 6, size: 2) == 16 << halves)
    #expect(number(at: 8, size: 2) == halves)
    #expect(number(at: 10, size: 2) == count * 16 - 16 << halves)
    var tags: [String] = []
    for record in 0..<count {
      let place = 12 + record * 16
      tags.append(String(decoding: bytes[place..<place + 4], as: UTF8.self))
      let start = number(at: place + 8, size: 4)
      let end = start + number(at: place + 12, size: 4)
      #expect(start.isMultiple(of: 4) && start >= 12 + count * 16 && end <= bytes.count)
      // The table head holds the sum of the whole file, and counts without it.
      let adjustment = tags[record] == "head" ? number(at: start + 8, size: 4) : 0
      #expect((sum(start..<end) - adjustment) & 0xFFFF_FFFF == number(at: place + 4, size: 4))
    }
    #expect(tags == ["glyf", "head", "hhea", "hmtx", "loca", "maxp"])
    #expect(sum(0..<bytes.count) == 0xB1B0_AFBA)
  }

  @Test func aKeyedCFFWhoseCharsetSkipsCIDsIsCalledByItsCIDs() throws {
    let fixture = try FontFixture()
    let source = try FontFixture.installed("NotoSerifCJK-Regular.ttc")
    let small = try FontFixture.smallFont(from: source, face: 2, of: "张三李四")
    let path = try fixture.write(small, as: "small.otf")
    let plan = FontPlan(families: [.song: [FontCandidate(["small.otf"])]])
    let library = try FontLibrary(plan: plan, files: [path])
    let (font, glyphs) = try shaped("张三", by: library)
    let (_, original) = try shaped("张三", by: self.library("Noto Serif CJK SC"))
    #expect(glyphs.map(\.id) == original.map(\.id))
    #expect(library.advance(of: glyphs[0].id, in: font) == 1000)
    #expect(library.advance(of: 2, in: font) == 0, "no glyph has that CID")
    let embedded = try library.embed(glyphs.map(\.id), of: font)
    try expectSameOutlines(embedded, as: library, of: glyphs.map(\.id))
    #expect(throws: FontFailure.glyphOutOfRange(2, file: path)) {
      try library.embed([2], of: font)
    }
  }

  @Test func aFontThatPromisesMoreGlyphsThanItHasIsReadWithinItsBounds() throws {
    let fixture = try FontFixture()
    let source = try FontFixture.installed("NotoSerifCJK-Regular.ttc")
    let small = try FontFixture.smallFont(from: source, face: 2, of: "张三𠮷")
    // The first character now leads to a glyph number that only maxp knows of (OpenType 1.9, cmap format 12).
    let cmap = try FontFixture.tableOffset("cmap", in: small)
    var font = try FontFixture.patch(small, "maxp", at: 4, to: 5000)
    let groups = try #require(
      font.indices.dropFirst(cmap).first { font[$0...].starts(with: [0, 12, 0, 0]) }
    )
    font[groups + 16 + 10] = 0x0F
    let path = try fixture.write(font, as: "own.otf")
    let plan = FontPlan(families: [.song: [FontCandidate(["own.otf"])]])
    let library = try FontLibrary(plan: plan, files: [path])
    let error = #expect(throws: MissingGlyphs.self) {
      try library.shape("三", family: .song, weight: .regular)
    }
    #expect(error?.missing.map(\.text) == ["三"])
  }

  /// Returns a library of the tiny name-keyed font.
  private func namedLibrary(_ fixture: FontFixture) throws -> FontLibrary {
    let path = try fixture.write(NamedFont.bytes, as: "tiny.otf")
    let plan = FontPlan(families: [.song: [FontCandidate(["tiny.otf"])]])
    return try FontLibrary(plan: plan, files: [path])
  }

  @Test func aSubsetOfNamedCFFIsCalledByItsGlyphNumbers() throws {
    let fixture = try FontFixture()
    let library = try namedLibrary(fixture)
    let (font, glyphs) = try shaped("`", by: library)
    #expect(glyphs.map(\.id) == [2])
    let embedded = try library.embed([2], of: font)
    try expectSameOutlines(embedded, as: library, of: [2])
    #expect(OutlineReader(embedded.program.bytes)?.cids == [0, 2], "holes cost nothing")
    #expect(try library.embed([1, 2], of: font).advances == [0: 500, 1: 600, 2: 500])
  }

  @Test func aGlyphOfNamedCFFThatIsComposedOfTwoIsDrawnWhole() throws {
    let fixture = try FontFixture()
    let library = try namedLibrary(fixture)
    let (font, glyphs) = try shaped("À", by: library)
    #expect(glyphs.map(\.id) == [3])
    let embedded = try library.embed([3], of: font)
    try expectSameOutlines(embedded, as: library, of: [3])
    #expect(embedded.program == (try namedLibrary(fixture).embed([3], of: font).program))
  }

  @Test func aSubsetHoldsNoMoreThanWasAskedFor() throws {
    let library = try library("Noto Serif CJK SC")
    let (font, glyphs) = try shaped("中国人", by: library)
    let embedded = try library.embed(glyphs.map(\.id), of: font)
    let wanted = (glyphs.map(\.id) + [0]).sorted()
    let subset = try #require(OutlineReader(embedded.program.bytes))
    #expect(subset.cids == wanted.map(Int.init))
    #expect(embedded.advances.keys.sorted() == wanted)
    #expect(embedded.program.bytes.count < 4000)
  }

  @Test func advancesOfTheSubsetAreThoseOfTheFace() throws {
    for name in ["Noto Serif CJK SC", "LXGW WenKai", "HanaMinA", "DejaVu Sans"] {
      let library = try library(name)
      let (font, glyphs) = try shaped("AVf ij.", by: library)
      let embedded = try library.embed(glyphs.map(\.id), of: font)
      for (glyph, advance) in embedded.advances {
        #expect(advance == library.advance(of: glyph, in: font), "\(name) \(glyph)")
      }
    }
  }

  @Test func theSameGlyphsGiveTheSameBytesInAnyOrder() throws {
    for name in ["Noto Serif CJK SC", "LXGW WenKai"] {
      let library = try library(name)
      let (font, glyphs) = try shaped("长春市张三", by: library)
      let ids = glyphs.map(\.id)
      let once = try library.embed(ids, of: font).program
      #expect(try library.embed(ids.reversed() + ids, of: font).program == once)
      #expect(try self.library(name).embed(ids, of: font).program == once)
    }
  }

  @Test func theDescriptionIsWhatTheFaceSaysOfItself() throws {
    let serif = try library("Noto Serif CJK SC").embed([], of: FontID(index: 0))
    #expect(serif.postScriptName == "NotoSerifCJKsc-Regular")
    #expect(serif.boundingBox == [-997, -1049, 2929, 1809])
    #expect([serif.ascent, serif.descent, serif.capHeight] == [880, -120, 729])
    #expect(serif.isSerif && !serif.isFixedPitch && serif.italicAngle == 0)
    let sans = try library("Noto Sans CJK SC").embed([], of: FontID(index: 0))
    #expect(!sans.isSerif)
    let slanted = try library("DejaVu Sans Mono Oblique").embed([], of: FontID(index: 0))
    #expect(slanted.isFixedPitch && slanted.italicAngle == -11)
  }

  @Test func glyphsAndFontsThatDoNotExistAreRefused() throws {
    let library = try library("LXGW WenKai")
    #expect(throws: FontFailure.unknownFont(FontID(index: 7))) {
      try library.embed([1], of: FontID(index: 7))
    }
    #expect(throws: FontFailure.self) { try library.embed([65_535], of: FontID(index: 0)) }
  }
}
