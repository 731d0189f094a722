import Fonts
import Geometry
import Pages
import Styling
import TestSupport

/// Says what is wrong with the places of things on a page.
struct PageJudge {
  private let page: Page
  private let style: PageStyle
  /// Texts with the places of their ink, from top to bottom; the watermark, which lies under all, is not among them.
  private let texts: [(run: GlyphRun, box: Rectangle)]

  init(_ page: Page, _ style: PageStyle, _ ink: GlyphInk) {
    (self.page, self.style) = (page, style)
    texts = page.runs.compactMap { run in ink.box(of: run).map { (run, $0) } }
      .sorted { $0.1.top < $1.1.top }
  }

  /// All that is wrong, in a sentence each.
  var complaints: [String] { strays + overlaps + crossings }

  /// Texts beyond the text area, or furniture beyond the edge that printers reach.
  ///
  /// A glyph may lean out of its own width by a fifth of a millimetre, as vowels of Tibetan do.
  private var strays: [String] {
    let sheet = Rectangle(x: .zero, y: .zero, width: page.size.width, height: page.size.height)
    let (edge, out) = (Length.mm(3), Length.mm(-0.2))
    let lean = Insets(top: .zero, left: out, bottom: .zero, right: out)
    let reach = sheet.inset(by: Insets(top: edge, left: edge, bottom: edge, right: edge))
    return texts.compactMap { run, box in
      let area = run.mark == .decoration ? reach : style.textArea.inset(by: lean)
      return area.contains(box)
        ? nil : "page \(page.number): “\(run.text)” stands outside at \(box)"
    }
  }

  private var overlaps: [String] {
    var complaints: [String] = []
    for (index, one) in texts.enumerated() {
      for other in texts[(index + 1)...] {
        guard other.box.top < one.box.bottom else { break }
        guard one.box.left < other.box.right, other.box.left < one.box.right else { continue }
        complaints.append("page \(page.number): “\(one.run.text)” meets “\(other.run.text)”")
      }
    }
    return complaints
  }

  /// Texts that a rule of a cell runs through; a fill-in rule passes beneath the baseline, where tails may cross it.
  private var crossings: [String] {
    page.inked.flatMap { item -> [String] in
      guard case .rule(let rule) = item, rule.isUpright || rule.isLevel else { return [] }
      return texts.filter { rule.cuts($0.box) && !(rule.isLevel && rule.start.y > $0.run.origin.y) }
        .map { "page \(page.number): a rule at \(rule.start) cuts “\($0.run.text)”" }
    }
  }
}

extension Rule {
  fileprivate var isUpright: Bool { start.x == end.x }
  fileprivate var isLevel: Bool { start.y == end.y }

  /// Whether the rule runs through `box`.
  fileprivate func cuts(_ box: Rectangle) -> Bool {
    let (left, right) = (min(start.x, end.x), max(start.x, end.x))
    let (top, bottom) = (min(start.y, end.y), max(start.y, end.y))
    return left < box.right && right > box.left && top < box.bottom && bottom > box.top
  }
}

/// Where the glyphs of a library leave ink.
final class GlyphInk {
  private struct Glyph: Hashable {
    var font: FontID
    var id: GlyphID
  }

  private let fonts: FontLibrary
  private var known: [Glyph: (least: GlyphOutline.Place, most: GlyphOutline.Place)?] = [:]

  init(_ fonts: FontLibrary) {
    self.fonts = fonts
  }

  /// Returns the smallest upright rectangle around the ink of `run`, but for a hair on every side; nothing for spaces.
  ///
  /// What reaches beyond the em box of Chinese characters, from 0.88 em above the baseline to 0.12 em below it, is left
  /// out: lines are no further apart for the tall stacks of Tibetan or the deep strokes of Uyghur, which may touch the
  /// lines beside them.
  func box(of run: GlyphRun) -> Rectangle? {
    var box: (left: Length, top: Length, right: Length, bottom: Length)?
    for glyph in run.glyphs {
      guard let (least, most) = ink(of: glyph.id, in: run.font) else { continue }
      let x = run.origin.x + glyph.x
      let y = run.origin.y - glyph.rise
      let (left, right) = (x + run.size * (least.x / 1000), x + run.size * (most.x / 1000))
      let (top, bottom) = (
        y - run.size * min(most.y / 1000, 0.88), y - run.size * max(least.y / 1000, -0.12)
      )
      box = (
        min(box?.left ?? left, left), min(box?.top ?? top, top),
        max(box?.right ?? right, right), max(box?.bottom ?? bottom, bottom)
      )
    }
    let hair = Length.mm(0.05)
    return box.map {
      Rectangle(
        x: $0.left + hair,
        y: $0.top + hair,
        width: $0.right - $0.left - hair * 2,
        height: $0.bottom - $0.top - hair * 2
      )
    }
  }

  /// The corners of a glyph's ink in thousandths of an em.
  private func ink(
    of id: GlyphID,
    in font: FontID
  ) -> (least: GlyphOutline.Place, most: GlyphOutline.Place)? {
    let glyph = Glyph(font: font, id: id)
    if let known = known[glyph] { return known }
    let places = ((try? fonts.outline(of: id, in: font).steps) ?? []).flatMap {
      step -> [GlyphOutline.Place] in
      switch step {
      // Fonts put a place on the curve wherever it reaches furthest; those beside it may lie beyond the ink.
      case .move(let place), .line(let place), .curve(_, _, to: let place): [place]
      case .close: []
      }
    }
    var corners: (least: GlyphOutline.Place, most: GlyphOutline.Place)?
    for place in places {
      let (least, most) = corners ?? (place, place)
      corners = (pointwiseMin(least, place), pointwiseMax(most, place))
    }
    known[glyph] = .some(corners)
    return corners
  }
}
