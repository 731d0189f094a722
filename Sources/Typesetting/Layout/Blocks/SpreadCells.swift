import Geometry
import LineBreaking
import Pages
import Styling

/// The cells of one line spread between the margins: the first at the left, the last at the right.
struct SpreadCells {
  /// The cells, each composed on one line.
  let cells: [ComposedText]
  /// Where each begins.
  let edges: [Length]

  /// Composes cells side by side, made smaller down to `leastScale` where they would meet.
  ///
  /// Below that the cells are set at the least scale all the same; `collides` then says so.
  static func compose(
    _ texts: [StyledText],
    size: Length,
    width: Length,
    leastScale: Double,
    _ composer: TextComposer
  ) throws(LayoutFailure) -> SpreadCells {
    let natural = try cells(texts, size: size, composer)
    return try spread(natural, size: size, width: width, leastScale: leastScale, composer)
  }

  /// Spreads cells that were composed at `size` as `compose` does.
  static func spread(
    _ natural: [ComposedText],
    size: Length,
    width: Length,
    leastScale: Double,
    _ composer: TextComposer
  ) throws(LayoutFailure) -> SpreadCells {
    let needed = neededWidth(natural, gap: size)
    guard needed > width else { return SpreadCells(natural, width: width, gap: size) }
    // A thousandth less, so that rounding cannot make the cells meet again.
    let scale = max(leastScale, width / needed * 0.999)
    let smaller = try cells(natural.map(\.text), size: size * scale, composer)
    return SpreadCells(smaller, width: width, gap: size * scale)
  }

  private static func cells(
    _ texts: [StyledText],
    size: Length,
    _ composer: TextComposer
  ) throws(LayoutFailure) -> [ComposedText] {
    var cells: [ComposedText] = []
    for text in texts { cells.append(try composer.line(text, size: size)) }
    return cells
  }

  /// The width of all cells with a gap between those that hold something.
  private static func neededWidth(_ cells: [ComposedText], gap: Length) -> Length {
    let widths = cells.map(\.onlyLine.natural).filter { $0 > .zero }
    return widths.reduce(.zero, +) + gap * max(0, widths.count - 1)
  }

  private init(_ cells: [ComposedText], width: Length, gap: Length) {
    self.cells = cells
    let widths = cells.map(\.onlyLine.natural)
    edges =
      SpreadCells.evenEdges(widths, width: width, gap: gap)
      ?? SpreadCells.packedEdges(widths, width: width)
  }

  /// Puts the middle of each inner cell at an even distance; nothing when cells would meet.
  private static func evenEdges(_ widths: [Length], width: Length, gap: Length) -> [Length]? {
    guard widths.count > 1 else { return widths.map { _ in .zero } }
    let edges = widths.enumerated().map { index, own -> Length in
      if index == 0 { return .zero }
      if index == widths.count - 1 { return width - own }
      return width * (Double(index) / Double(widths.count - 1)) - own / 2
    }
    var reach = Length(nanometres: Int.min / 2)
    for (edge, own) in zip(edges, widths) where own > .zero {
      guard edge >= reach else { return nil }
      reach = edge + own + gap
    }
    return edges
  }

  /// Leaves the same white between all neighbours.
  private static func packedEdges(_ widths: [Length], width: Length) -> [Length] {
    let free = max(.zero, width - widths.reduce(.zero, +))
    let filled = widths.filter { $0 > .zero }.count
    let gap = filled > 1 ? free / (filled - 1) : .zero
    var x = Length.zero
    return widths.map { own in
      defer { if own > .zero { x += own + gap } }
      return x
    }
  }

  /// Whether the cells are wider than the line at this size.
  func collides(width: Length) -> Bool {
    cells.map(\.onlyLine.natural).reduce(.zero, +) > width
      || zip(zip(edges, edges.dropFirst()), cells).contains { pair, cell in
        let own = cell.onlyLine.natural
        return own > .zero && pair.1 < pair.0 + own
      }
  }

  /// Draws the cells from the left margin, their baseline at zero.
  func draw(marks: [Mark]) -> [PageItem] {
    zip(cells.indices, marks).flatMap { index, mark in draw(index, mark: mark) }
  }

  /// Draws one of the cells, the left margin and the baseline at zero.
  func draw(_ index: Int, mark: Mark) -> [PageItem] {
    let line = cells[index].onlyLine
    return cells[index].draw(line, measure: line.natural, alignment: .left, mark: mark).items
      .map { $0.moved(x: edges[index], y: .zero) }
  }
}
