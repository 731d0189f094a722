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
  /// Whether text that wraps wraps at its full size.
  let wrapsAtFullSize: Bool

  /// Sets `text` in a cell.
  func set(
    _ text: StyledText,
    mark: Mark,
    _ composer: TextComposer
  ) throws(LayoutFailure) -> CellBox {
    if !text.hasLineEnds, let box = try setOnOneLine(text, mark: mark, composer) { return box }
    let size = wrapsAtFullSize || text.hasLineEnds ? style.size : style.size * leastScale
    let widths = LineWidths(rest: width)
    let composed = try composer.paragraph(text, size: size, widths: widths)
    let lines = composed.lines(widths).map { draw($0, of: composed, mark: mark) }
    return box(lines, composed)
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
    CellBox(
      lines: lines,
      pitch: composed.size == style.size
        ? style.linePitch : style.linePitch * (composed.size / style.size),
      size: composed.size
    )
  }
}
