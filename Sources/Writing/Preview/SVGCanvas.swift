import Fonts
import Geometry
import Pages
import Styling

/// A page in the making as SVG 1.1, in millimetres; each glyph is described once, however often it is shown.
struct SVGCanvas: PageCanvas {
  private var shapes = SVGShapes()
  private var content = ""

  mutating func fill(_ area: Rectangle, _ ink: Ink) {
    let size = "width=\"\(area.size.width)\" height=\"\(area.size.height)\""
    content += "<rect x=\"\(area.left)\" y=\"\(area.top)\" \(size)\(ink.attribute)/>\n"
  }

  mutating func fill(_ path: Path, _ ink: Ink) {
    content += "<path d=\"\(path)\"\(ink.attribute)/>\n"
  }

  mutating func stroke(_ rule: Rule) {
    let (start, end) = (rule.start, rule.end)
    let ends = "x1=\"\(start.x)\" y1=\"\(start.y)\" x2=\"\(end.x)\" y2=\"\(end.y)\""
    content += "<line \(ends) stroke=\"\(rule.ink)\" stroke-width=\"\(rule.thickness)\"/>\n"
  }

  mutating func show(_ run: GlyphRun, _ outlines: [GlyphOutline]) {
    var uses = ""
    for (glyph, outline) in zip(run.glyphs, outlines) where !outline.steps.isEmpty {
      let name = shapes.name(of: glyph.id, in: run.font, outline)
      let place = shift("x", glyph.x / run.size) + shift("y", glyph.rise / run.size)
      uses += "<use xlink:href=\"#\(name)\"\(place)/>"
    }
    guard !uses.isEmpty else { return }
    // Glyphs are drawn upwards, in thousandths of an em.
    let scale = thousandth(of: run.size)
    let place = "translate(\(run.origin.x) \(run.origin.y)) scale(\(scale) -\(scale))"
    content += "<g transform=\"\(place)\"\(run.ink.attribute)>\(uses)</g>\n"
  }

  mutating func beginTurn(by degrees: Int, around centre: Point) {
    content += "<g transform=\"translate(\(centre.x) \(centre.y)) rotate(-\(degrees))\">\n"
  }

  mutating func endTurn() {
    content += "</g>\n"
  }

  /// Returns what was painted as a file.
  func file(size: Size, title: String) -> [UInt8] {
    let (width, height) = (size.width, size.height)
    let file = """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.1" \
      width="\(width)mm" height="\(height)mm" viewBox="0 0 \(width) \(height)" xml:lang="zh-CN" role="img">
      <title>\(escapedXML(title))</title>
      <rect width="100%" height="100%" fill="#ffffff"/>
      <defs>
      \(shapes.definitions)</defs>
      \(content)</svg>

      """
    return Array(file.utf8)
  }
}

extension Ink {
  /// The fill that an element needs: black is what it has without one.
  fileprivate var attribute: String { self == .black ? "" : " fill=\"\(self)\"" }
}

/// Returns the attribute `name` with a part of an em in thousandths after a space; nothing for 0, which goes without.
private func shift(_ name: String, _ ems: Double) -> String {
  let thousandths = Int((ems * 1000).rounded())
  return thousandths == 0 ? "" : " \(name)=\"\(thousandths)\""
}

/// Returns a thousandth of `size` in millimetres; nine decimals hold it exactly.
private func thousandth(of size: Length) -> String {
  let digits = String(size.nanometres + 1_000_000_000)
  return "\(size.nanometres / 1_000_000_000).\(digits.suffix(9))"
}

/// Returns `text` for the content of an element; what XML 1.0 §2.2 cannot hold becomes U+FFFD.
private func escapedXML(_ text: String) -> String {
  text.unicodeScalars.map { scalar in
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\t", "\n", "\r": " "
    case "\0"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": "\u{FFFD}"
    default: String(scalar)
    }
  }
  .joined()
}
