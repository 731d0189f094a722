import Fonts
import Forms
import Layout
import Pages
import TestSupport

extension StageBenchmark {
  /// The glyphs of certificates to the font programs of a file each; the outlines have been read by the first run.
  static let assembleFonts = StageBenchmark(name: "assemble-fonts", unit: "programs") {
    let batch = try StageSample(form: "certificate", of: StageSample.endings)
    let fonts = try TestFonts.library()
    let typesetter = Typesetter(fonts: fonts)
    var needs: [(font: FontID, glyphs: [GlyphID])] = []
    for document in try batch.documents() {
      var pages: [Page] = []
      _ = try typesetter.layOut(document, style: batch.form.style) { pages.append($0) }
      needs += glyphs(of: pages).map { ($0.key, $0.value.sorted()) }
    }
    return {
      for need in needs { _ = try fonts.embed(need.glyphs, of: need.font) }
      return needs.count
    }
  }
}

/// Returns the glyphs that `pages` show, by font.
private func glyphs(of pages: [Page]) -> [FontID: Set<GlyphID>] {
  var used: [FontID: Set<GlyphID>] = [:]
  pages.flatMap(\.items).forEachRun { run in
    used[run.font, default: []].formUnion(run.glyphs.map(\.id))
  }
  return used
}
