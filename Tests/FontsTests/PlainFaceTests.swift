import Pages
import Styling
import TestSupport
import Testing

@testable import Fonts

/// Plain texts are shaped as any other, whatever the way.
struct PlainFaceTests {
  private static let faces: [(FontFamily, FontWeight)] = [
    (.song, .regular), (.song, .bold), (.hei, .regular), (.hei, .bold), (.kai, .regular),
  ]

  /// The glyphs as HarfBuzz gives them, which knows no short way.
  private func shaped(
    _ text: String,
    _ family: FontFamily,
    _ weight: FontWeight,
    _ fonts: FontLibrary
  ) throws -> [ShapedGlyph] {
    let font = try #require(fonts.choices.chain(of: family, weight: weight).first)
    let face = try #require(fonts.face(font))
    return try #require(fonts.buffer.shapeSimple(Array(text.utf8), with: face))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func mixedTextOfHanAndASCIIIsAsHarfBuzzSetsIt(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (family, weight) = Self.faces[Int(seed % 5)]
    let fonts = try TestFonts.library()
    let face = try #require(fonts.plainFace(of: family, weight: weight))
    let text = String(
      (0..<24).map { _ in
        let letter = Character(Unicode.Scalar(UInt8.random(in: 0x20...0x7E, using: &random)))
        let hanzi = Array("年月日王第条元示例").randomElement(using: &random) ?? "年"
        return Bool.random(using: &random) ? hanzi : letter
      }
    )
    let whole = try shaped(text, family, weight, fonts)
    guard let run = face.run(text) else { return }
    #expect(run.glyphs == whole, "seed \(seed): \(text)")
    #expect(try fonts.shape(text, family: family, weight: weight) == [run], "seed \(seed)")
  }

  @Test func datesInChineseNeedNoShaping() throws {
    let face = try #require(try TestFonts.library().plainFace(of: .song, weight: .regular))
    #expect(face.run("2026年11月17日") != nil)
    #expect(face.run("") == nil)
  }

  @Test(arguments: 0..<5 as Range<Int>)
  func everyPairOfASCIIIsAsHarfBuzzSetsIt(number: Int) throws {
    let (family, weight) = Self.faces[number]
    let fonts = try TestFonts.library()
    let face = try #require(fonts.plainFace(of: family, weight: weight))
    let characters = (0x21...0x7E).compactMap { Unicode.Scalar($0) }.map { String($0) }
    for first in characters {
      // All pairs with one first character in one text: 94 texts instead of 8,836.
      let text = characters.map { first + $0 }.joined()
      let simple = face.shape(text)?.map {
        [Int($0.id), $0.advance, $0.xOffset, $0.textOffset]
      }
      let whole = try shaped(text, family, weight, fonts)
        .map { [Int($0.id), $0.advance, $0.xOffset, $0.textOffset] }
      #expect(simple == whole, "\(family.name) \(first)")
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func randomHanIsAsHarfBuzzSetsIt(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let (family, weight) = Self.faces[Int(seed % 5)]
    let fonts = try TestFonts.library()
    let face = try #require(fonts.plainFace(of: family, weight: weight))
    let scalars = (0..<30).compactMap { _ in
      Unicode.Scalar(UInt32.random(in: 0x4E00...0x9FA5, using: &random))
    }
    let text = scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
    let simple = try #require(face.shape(text))
    let whole = try shaped(text, family, weight, fonts)
    #expect(simple.map(\.id) == whole.map(\.id), "seed \(seed): \(text)")
    #expect(simple.map(\.advance) == whole.map(\.advance), "seed \(seed): \(text)")
    #expect(simple.map(\.textOffset) == whole.map(\.textOffset), "seed \(seed)")
  }

  @Test func numbersNeedNoShapingInTheRostersFace() throws {
    let face = try #require(try TestFonts.library().plainFace(of: .song, weight: .regular))
    #expect(face.setSideBySide("220104199001011234"))
    #expect(face.setSideBySide("王示例"))
  }

  @Test func datesNeedNoShapingThoughTheirHyphenIsKernedBesideLetters() throws {
    let face = try #require(try TestFonts.library().plainFace(of: .song, weight: .regular))
    #expect(face.setSideBySide("2026-11-17"))
    #expect(face.setSideBySide("20,539.41"))
    #expect(!face.setSideBySide("T-1"))
  }

  @Test func whatARuleMayTouchIsLeftToHarfBuzz() throws {
    let face = try #require(try TestFonts.library().plainFace(of: .song, weight: .regular))
    // Noto Serif kerns AV and joins fi.
    #expect(!face.setSideBySide("AV"))
    #expect(!face.setSideBySide("fi"))
    #expect(!face.setSideBySide("é") && !face.setSideBySide("㐀"))
    #expect(face.shape("fi")?.count == 1 || face.shape("AV")?.isEmpty == false)
  }
}
