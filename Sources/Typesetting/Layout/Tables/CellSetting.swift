import Geometry
import LineBreaking
import Pages
import Styling

/// Sets the text of cells: on one line if it fits, smaller if that helps, on several lines otherwise.
struct CellSetting {
  let style: TextStyle
  let width: Length
  let alignment: Alignment
  /// How far the text may shrink before it wraps.
  let leastScale: Double
  /// The height for text in a row that has not grown.
  let room: Length

  /// Sets `text` in a cell.
  func set(
    _ text: StyledText,
    mark: Mark,
    _ composer: TextComposer
  ) throws(LayoutFailure) -> CellBox {
    if !text.hasLineEnds, let box = try setOnOneLine(text, mark: mark, composer) { return box }
    return try setOnLines(text, mark: mark, composer)
  }

  /// Wraps at the largest size that does not make the row grow, or else at the one with the fewest lines.
  private func setOnLines(
    _ text: StyledText,
    mark: Mark,
    _ composer: TextComposer
  ) throws(LayoutFailure) -> CellBox {
    let widths = LineWidths(rest: width)
    var best: (composed: ComposedText, lines: [Line])?
    for scale in [1, 0.95, 0.9, 0.85, 0.8] where scale >= leastScale || best == nil {
      let composed = try composer.paragraph(text, size: style.size * scale, widths: widths)
      let lines = composed.lines(widths)
      let fits = pitch(of: composed) * lines.count <= room
      if fits || lines.count < best?.lines.count ?? Int.max { best = (composed, lines) }
      if fits { break }
    }
    guard let best else { return CellBox(lines: [], pitch: style.linePitch, size: style.size) }
    return box(best.lines.map { draw($0, of: best.composed, mark: mark) }, best.composed)
  }

  /// The common case: measured once, nothing to break.
  private func setOnOneLine(
    _ text: StyledText,
    mark: Mark,
    _ composer: TextComposer
  ) throws(LayoutFailure) -> CellBox? {
    let composed = try composer.line(text, size: style.size)
    let line = composed.onlyLine
    if line.natural <= width { return box([draw(line, of: composed, mark: mark)], composed) }
    // A thousandth less, so that rounding cannot make the line too wide again.
    let scale = width / line.natural * 0.999
    guard scale >= leastScale else { return nil }
    let smaller = try composer.line(text, size: style.size * scale)
    let only = smaller.onlyLine
    guard only.natural <= width else { return nil }
    return box([draw(only, of: smaller, mark: mark)], smaller)
  }

  private func draw(_ line: Line, of composed: ComposedText, mark: Mark) -> TextLine {
    composed.draw(line, measure: width, alignment: alignment, mark: mark)
  }

  private func box(_ lines: [TextLine], _ composed: ComposedText) -> CellBox {
    CellBox(lines: lines, pitch: pitch(of: composed), size: composed.size)
  }

  private func pitch(of composed: ComposedText) -> Length {
    guard composed.size != style.size else { return style.linePitch }
    return style.linePitch * (composed.size / style.size)
  }
}
