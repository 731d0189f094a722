import Fonts
import Foundation
import Pages
import Styling
import TestSupport
import Testing

/// Outlines against FreeType's, which reads the same files by itself.
@Suite struct OutlineTests {
  /// The glyph of the single character `text`, and its face's outline as FreeType tells it.
  private func glyph(
    _ text: String,
    _ family: FontFamily,
    file: String,
    index: Int
  ) throws -> (ours: GlyphOutline, theirs: OutlineReader.Outline, unitsPerEm: Double) {
    let fonts = try TestFonts.library()
    let run = try #require(try fonts.shape(text, family: family, weight: .regular).first)
    let ours = try fonts.outline(of: run.glyphs[0].id, in: run.font)
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: try FontFixture.installed(file))))
    let reader = try #require(OutlineReader(bytes, index: index))
    let cid = Int(run.glyphs[0].id)
    let theirs = try #require(reader.outlines(ofCIDs: [cid])[cid])
    return (ours, theirs, Double(reader.unitsPerEm))
  }

  @Test(arguments: ["国", "永", "A", "《"])
  func aCompactOutlineHasThePlacesThatFreeTypeFinds(_ text: String) throws {
    let (ours, theirs, _) = try glyph(text, .song, file: "NotoSerifCJK-Regular.ttc", index: 2)
    let places = ours.steps.flatMap { step -> [GlyphOutline.Place] in
      switch step {
      case .move(let place), .line(let place): [place]
      case .curve(let first, let second, let place): [first, second, place]
      case .close: []
      }
    }
    #expect(Set(places.map { SIMD2<Int>($0, rounding: .toNearestOrEven) }) == Set(theirs.points))
    #expect(ours.steps.filter { $0 == .close }.count == theirs.contourEnds.count)
  }

  @Test(arguments: ["国", "永", "A"])
  func aTrueTypeOutlinePassesThroughThePlacesOnItsCurve(_ text: String) throws {
    let (ours, theirs, em) = try glyph(text, .kai, file: "LXGWWenKai-Regular.ttf", index: 0)
    let ends = ours.steps.compactMap { step -> GlyphOutline.Place? in
      switch step {
      case .move(let place), .line(let place), .curve(_, _, let place): place
      case .close: nil
      }
    }
    let onCurve = zip(theirs.points, theirs.tags).filter { $0.1 & 1 == 1 }.map(\.0)
    #expect(!onCurve.isEmpty)
    for point in onCurve {
      let place = GlyphOutline.Place(Double(point.x), Double(point.y)) * 1000 / em
      #expect(ends.contains { abs($0.x - place.x) < 0.01 && abs($0.y - place.y) < 0.01 })
    }
  }

  @Test func aSpaceHasNoInkAndAStrangerNoOutline() throws {
    let fonts = try TestFonts.library()
    let run = try #require(try fonts.shape(" ", family: .song, weight: .regular).first)
    #expect(try fonts.outline(of: run.glyphs[0].id, in: run.font).steps.isEmpty)
    #expect(throws: FontFailure.unknownFont(FontID(index: 999))) {
      try fonts.outline(of: 1, in: FontID(index: 999))
    }
    #expect(throws: FontFailure.self) { try fonts.outline(of: 65_535, in: run.font) }
  }
}
