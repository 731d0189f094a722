import Fonts
import Pages

/// The outlines that pages have shown so far; the same characters come back on every page.
final class GlyphShelf {
  private let fonts: FontLibrary
  private var outlines: [FontID: [GlyphID: GlyphOutline]] = [:]

  /// Creates an empty shelf, to be filled from `fonts`.
  init(_ fonts: FontLibrary) {
    self.fonts = fonts
  }

  /// Returns the outlines of the glyphs of `run`, in order.
  func outlines(of run: GlyphRun) throws(PreviewFailure) -> [GlyphOutline] {
    guard !run.glyphs.contains(where: { $0.id == 0 }) else {
      throw .missingGlyph(run.font, text: run.text, source: run.source)
    }
    return try run.glyphs.map { glyph throws(PreviewFailure) in
      try outline(of: glyph.id, in: run.font)
    }
  }

  private func outline(
    of glyph: GlyphID,
    in font: FontID
  ) throws(PreviewFailure) -> GlyphOutline {
    if let known = outlines[font]?[glyph] { return known }
    do throws(FontFailure) {
      let outline = try fonts.outline(of: glyph, in: font)
      outlines[font, default: [:]][glyph] = outline
      return outline
    } catch {
      throw .font(error)
    }
  }
}
