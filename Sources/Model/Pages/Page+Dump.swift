import Geometry
import Styling

extension Page {
  /// Returns the page as text, one item a line with lengths in millimetres, for goldens.
  ///
  /// With `showsGlyphs` each run is followed by its glyphs: number, place and text offset.
  public func dump(showsGlyphs: Bool = false) -> String {
    var lines = ["page \(number) \(size.width)×\(size.height)"]
    for item in allItems { lines += item.dump(showsGlyphs: showsGlyphs) }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension PageItem {
  fileprivate func dump(showsGlyphs: Bool) -> [String] {
    switch self {
    case .glyphs(let run): run.dump(showsGlyphs: showsGlyphs)
    case .cells(let row): row.runs.flatMap { $0.dump(showsGlyphs: showsGlyphs) }
    case .rule(let rule):
      ["  rule \(rule.start) → \(rule.end) thick \(rule.thickness)\(rule.ink.suffix)"]
    case .fill(let area, let ink): ["  fill \(area) \(ink)"]
    case .shape(let path, let ink): ["  shape \(path.summary) \(ink)"]
    case .stampPlace(let stamp): ["  stamp \(stamp.name) \(stamp.area)"]
    case .link(let link): ["  link \(link.destination) \(link.area) \(link.mark)"]
    case .watermark(let watermark):
      ["  watermark at \(watermark.centre) \(watermark.turn)"]
        + watermark.runs.flatMap { $0.dump(showsGlyphs: showsGlyphs) }
    case .drawing(let drawing):
      ["  drawing \(drawing.area) \(drawing.mark)"]
        + drawing.items.flatMap { $0.dump(showsGlyphs: showsGlyphs) }.map { "  " + $0 }
    }
  }
}

extension GlyphRun {
  fileprivate func dump(showsGlyphs: Bool) -> [String] {
    let quoted = "“" + text.replacing("\n", with: "\\n") + "”"
    let place = "\(origin) wide \(width) font \(font.index) size \(size)"
    let line = "  text \(quoted) \(place)\(ink.suffix) \(mark)"
    guard showsGlyphs else { return [line] }
    let list = glyphs.map { glyph in
      let rise = glyph.rise == .zero ? "" : "^\(glyph.rise)"
      return "\(glyph.id)@\(glyph.x)\(rise):\(glyph.textOffset)"
    }
    return [line, "    " + list.joined(separator: " ")]
  }
}

extension Mark: CustomStringConvertible {
  /// The structure node as `node 3`, a part of its text as `node 3.0`, or `decoration`.
  public var description: String {
    switch self {
    case .decoration: "decoration"
    case .node(let number): "node \(number)"
    case .part(let part, let number): "node \(number).\(part)"
    }
  }
}

extension Path {
  /// How many contours the path has, and the rectangle around them.
  fileprivate var summary: String {
    let contours = steps.count { if case .move = $0 { true } else { false } }
    return "\(contours) contours in \(bounds.map(\.description) ?? "nothing")"
  }
}

extension Ink {
  /// The ink after a space, nothing for black.
  fileprivate var suffix: String { self == .black ? "" : " \(self)" }
}
