import Fonts
import Pages

/// The glyphs that an SVG file describes, by names that say which they are.
struct SVGShapes {
  private struct Glyph: Hashable {
    var font: FontID
    var id: GlyphID
  }

  private var known: Set<Glyph> = []
  /// The descriptions, in the order in which the glyphs came.
  private(set) var definitions = ""

  /// Returns the name of a glyph, which is described when it is new.
  mutating func name(of id: GlyphID, in font: FontID, _ outline: GlyphOutline) -> String {
    let name = "g\(font.index)-\(id)"
    if known.insert(Glyph(font: font, id: id)).inserted {
      definitions += "<path id=\"\(name)\" d=\"\(pathData(of: outline))\"/>\n"
    }
    return name
  }
}

/// Returns an outline as path data (SVG 1.1 §8.3), in whole thousandths of an em, each place told from the one before.
private func pathData(of outline: GlyphOutline) -> String {
  var data = PathData()
  for step in outline.steps {
    switch step {
    case .move(let place): data.add("m", [place], isContour: true)
    case .line(let place): data.add("l", [place])
    case .curve(let first, let second, let place): data.add("c", [first, second, place])
    case .close: data.close()
    }
  }
  return data.text
}

/// Path data in the making.
private struct PathData {
  private(set) var text = ""
  private var pen = SIMD2<Int>.zero
  private var start = SIMD2<Int>.zero

  mutating func add(_ command: String, _ places: [GlyphOutline.Place], isContour: Bool = false) {
    text += command
    let rounded = places.map { SIMD2<Int>($0, rounding: .toNearestOrEven) }
    for (index, place) in rounded.enumerated() {
      let step = place &- pen
      // A minus sign parts numbers as well as a space does.
      if index > 0, step.x >= 0 { text += " " }
      text += "\(step.x)\(step.y < 0 ? "" : " ")\(step.y)"
    }
    pen = rounded.last ?? pen
    if isContour { start = pen }
  }

  mutating func close() {
    text += "z"
    pen = start
  }
}
