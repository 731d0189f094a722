import Fonts
import Geometry
import Pages
import Styling

/// Something that a page can be painted on; lengths are those of the page, from its top left corner.
protocol PageCanvas {
  /// Fills a rectangle.
  mutating func fill(_ area: Rectangle, _ ink: Ink)
  /// Fills what a path encloses, by the rule of non-zero winding.
  mutating func fill(_ path: Path, _ ink: Ink)
  /// Strokes a rule with flat ends.
  mutating func stroke(_ rule: Rule)
  /// Shows a run; `outlines` are those of its glyphs, in order.
  mutating func show(_ run: GlyphRun, _ outlines: [GlyphOutline])
  /// Has what follows turned to the left by `degrees` around `centre`, which is its origin.
  mutating func beginTurn(by degrees: Int, around centre: Point)
  /// Ends what was turned.
  mutating func endTurn()
}

extension PageCanvas {
  /// Paints `items` in their order.
  mutating func paint(
    _ items: [PageItem],
    with glyphs: GlyphShelf
  ) throws(PreviewFailure) {
    for item in items {
      switch item {
      case .glyphs(let run): show(run, try glyphs.outlines(of: run))
      case .cells(let row): try paint(row.runs.map(PageItem.glyphs), with: glyphs)
      case .rule(let rule): stroke(rule)
      case .fill(let area, let ink): fill(area, ink)
      case .shape(let path, let ink): fill(path, ink)
      case .drawing(let drawing): try paint(drawing.items, with: glyphs)
      case .watermark(let watermark):
        beginTurn(by: watermark.turn.degrees, around: watermark.centre)
        try paint(watermark.runs.map(PageItem.glyphs), with: glyphs)
        endTurn()
      case .stampPlace, .link: break
      }
    }
  }
}

extension Watermark.Turn {
  /// The angle.
  fileprivate var degrees: Int {
    switch self {
    case .steep: 45
    case .gentle: 30
    }
  }
}
