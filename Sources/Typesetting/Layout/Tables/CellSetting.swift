import Geometry
import LineBreaking
import Pages
import Styling

/// Sets the text of cells: on one line if it fits, smaller if that helps, on several lines otherwise.
struct CellSetting {
  let style: TextStyle
  let width: Length
  let alignment: Alignment
  /// How many em a distributed text is spread over; nothing spreads it over the whole width.
  var spread: Double?
  /// How many places behind the decimal point there is room for; nothing for text that is not aligned on it.
  var decimals: Int?
  /// Whether the text runs from top to bottom.
  var isVertical = false
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
    var box = try setLines(of: text, mark: mark, composer)
    box.mark = mark
    box.parts = text.parts
    return box
  }

  private func setLines(
    of text: StyledText,
    mark: Mark,
    _ composer: TextComposer
  ) throws(LayoutFailure) -> CellBox {
    if isVertical { return try setVertically(text.onOneLine, mark: mark, composer) }
    var text = text
    text.hasTabularFigures = alignment == .right
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
      let composed = try composer.paragraph(
        text,
        size: style.size * scale,
        spacing: style.spacing,
        widths: widths
      )
      let lines = composed.lines(widths)
      let fits = pitch(of: composed) * lines.count <= room
      if fits || lines.count < best?.lines.count ?? Int.max { best = (composed, lines) }
      if fits { break }
    }
    guard let best else { return CellBox(lines: [], pitch: style.linePitch, size: style.size) }
    var lines: [TextLine] = []
    for line in best.lines {
      lines.append(
        try composer.draw(
          line,
          of: best.composed,
          measure: width,
          alignment: lineAlignment,
          mark: mark
        )
      )
    }
    return box(lines, best.composed)
  }

  /// The common case: measured once, nothing to break.
  private func setOnOneLine(
    _ text: StyledText,
    mark: Mark,
    _ composer: TextComposer
  ) throws(LayoutFailure) -> CellBox? {
    let composed = try composer.line(text, size: style.size, spacing: style.spacing)
    let line = composed.onlyLine
    if line.natural <= width {
      return box([try drawAlone(line, of: composed, mark: mark, composer)], composed)
    }
    let scale = scale(toFit: line.natural)
    if scale < leastScale {
      guard scale >= leastWholeScale, try composer.isWhole(text) else { return nil }
    }
    let smaller = try composer.line(text, size: style.size * scale, spacing: style.spacing)
    let only = smaller.onlyLine
    guard only.natural <= width else { return nil }
    return box([try drawAlone(only, of: smaller, mark: mark, composer)], smaller)
  }

  /// How far a text that no line may break shrinks before it is torn after all: half a number is another number, but one
  /// that nobody can read is none.
  var leastWholeScale: Double {
    leastScale < 1 ? min(leastScale, max(0.6, TinyTexts.least / style.size)) : 1
  }

  /// How far a line of the width `natural` is made smaller to fit.
  ///
  /// A thousandth less, so that rounding cannot make the line too wide again.
  func scale(toFit natural: Length) -> Double { width / natural * 0.999 }

  // MARK: Drawing

  /// Draws the only line of a cell.
  private func drawAlone(
    _ line: Line,
    of composed: ComposedText,
    mark: Mark,
    _ composer: TextComposer
  ) throws(LayoutFailure) -> TextLine {
    if let decimals {
      let room = try composer.roomBehindPoint(decimals, like: composed)
      return drawAtPoint(line, of: composed, room: room, mark: mark)
    }
    guard alignment == .distributed else { return draw(line, of: composed, mark: mark) }
    let measure = min(width, spread.map { composed.size * $0 } ?? width)
    guard line.natural <= measure else {
      return composed.draw(line, measure: width, alignment: .centre, mark: mark)
    }
    return composed.draw(line, measure: measure, alignment: .distributed, mark: mark)
      .moved(x: (width - measure) / 2)
  }

  /// Draws an amount so that `room` is left for its point and what stands behind it, as far as the cell has room.
  private func drawAtPoint(
    _ line: Line,
    of composed: ComposedText,
    room: Length,
    mark: Mark
  ) -> TextLine {
    let rest = composed.widthFromPoint(line)
    let x = width - line.natural - max(.zero, room - rest)
    return composed.draw(line, measure: line.natural, alignment: .left, mark: mark)
      .moved(x: x < .zero ? width - line.natural : x)
  }

  private func draw(_ line: Line, of composed: ComposedText, mark: Mark) -> TextLine {
    composed.draw(line, measure: width, alignment: lineAlignment, mark: mark)
  }

  /// Several lines of a name are no longer one word to be spread.
  private var lineAlignment: Alignment { alignment == .distributed ? .centre : alignment }

  private func box(_ lines: [TextLine], _ composed: ComposedText) -> CellBox {
    CellBox(lines: lines, pitch: pitch(of: composed), size: composed.size)
  }

  private func pitch(of composed: ComposedText) -> Length { pitch(at: composed.size) }

  /// The distance between baselines of text that was set at `size`.
  func pitch(at size: Length) -> Length {
    guard size != style.size else { return style.linePitch }
    return style.linePitch * (size / style.size)
  }
}
