import Pages
import TestSupport
import Testing

@testable import Fonts

/// The program of a font that consists of several, with the parts that its glyphs belong to.
@Suite struct CFFOutlinesTests {
  private let face: FontFace
  private let outlines: CFFOutlines

  init() throws {
    let file = try #require(FontFile(path: try FontFixture.installed("NotoSerifCJK-Regular.ttc")))
    face = FontFace(file: file, index: 2)
    outlines = try #require(CFFOutlines(face, name: "Small"))
  }

  /// Glyphs as `CFFOutlines` takes them: that of no character first, and each called by its number.
  private func glyphs(of text: String) throws -> [(id: GlyphID, number: UInt32)] {
    let numbers = try text.unicodeScalars.map { try #require(face.nominalGlyph(for: $0)) }
    return ([0] + numbers).sorted().map { (GlyphID($0), $0) }
  }

  private func names(of source: CFFSource?) throws -> [String] {
    try #require(source).parts.map { String(decoding: $0.name ?? [], as: UTF8.self) }
  }

  private func parts(of text: String) throws -> [String] {
    let program = try #require(outlines.program(of: try glyphs(of: text)))
    return try names(of: CFFSource(program.span))
  }

  @Test func aFontWhoseGlyphsWereNeverAskedForIsMadeOfThem() throws {
    #expect(outlines.program(of: try glyphs(of: "张三")) != nil)
  }

  /// FontName of each font dictionary (TN #5176 table 10); that of no character belongs to one as well.
  @Test func everyPartKeepsItsOwnName() throws {
    let names = try names(of: MappedTable(fontTag("CFF "), of: face).withBytes { CFFSource($0) })
    let several = try parts(of: "张A，ア")
    #expect(several.count > 2 && Set(several).count == several.count)
    #expect(several == names.filter(several.contains))
    #expect(try parts(of: "张").count == 2)
  }
}
