import DocumentTree

/// Draws a layered flow chart: the main way straight down, branches to the right, ways back along the right edge.
struct FlowDrawing {
  private static let gap = 1.4
  private static let labelledGap = 2.0
  private static let margin = 0.3
  private static let side = 1.8
  private static let longestLine = 9.0

  private let layers: FlowLayers
  private let lines: [[String]]
  private let boxWidth: Double
  private var x: [Double]
  private var tops: [Double] = []
  private var heights: [Double] = []
  private var right = 0.0
  private var shapes: [Drawing.Shape] = []
  private var labels: [Drawing.Shape] = []

  init(of layers: FlowLayers) {
    self.layers = layers
    lines = layers.chart.nodes.map { wrapped($0.name, to: FlowDrawing.longestLine) }
    let widest = lines.joined().map(extent).max() ?? 0
    boxWidth = max(6, widest + 1.6)
    x = Array(repeating: 0, count: layers.slots.count)
    placeRows()
    placeColumns()
    right = x.indices.map { x[$0] + width(of: $0) / 2 }.max() ?? 0
    drawArrows()
    drawBoxes()
  }

  /// The drawing.
  var drawing: Drawing {
    let height = (tops.last ?? 0) + (heights.last ?? 0) + FlowDrawing.margin
    return Drawing(
      width: right + FlowDrawing.margin,
      height: height,
      shapes: shapes + labels
    )
  }

  // MARK: Places

  private mutating func placeRows() {
    var y = FlowDrawing.margin
    for (index, layer) in layers.layers.enumerated() {
      let most = layer.compactMap { layers.slots[$0].node.map { lines[$0].count } }.max() ?? 1
      tops.append(y)
      heights.append(Double(most) * 1.4 + 1.1)
      let gap = hasLabels(below: index) ? FlowDrawing.labelledGap : FlowDrawing.gap
      y += heights[index] + gap
    }
  }

  private func hasLabels(below layer: Int) -> Bool {
    zip(layers.chart.arrows, layers.ways).contains { arrow, way in
      !arrow.label.isEmpty && way.count > 1 && layers.slots[way[0]].layer == layer
        && layers.slots[way[1]].layer > layer
    }
  }

  private mutating func placeColumns() {
    for (index, layer) in layers.layers.enumerated() {
      var edge = FlowDrawing.margin
      var used: Set<Int> = []
      for slot in layer {
        let half = width(of: slot) / 2
        var place = edge + half
        if index > 0, let above = layers.slots[slot].above.first {
          let isFirst = used.insert(above).inserted
          place = max(place, isFirst ? x[above] : branch(from: above, to: slot))
        }
        x[slot] = place
        edge = place + half + FlowDrawing.side
      }
    }
  }

  /// The least place of a branch: clear of the box above and of what its arrow says.
  private func branch(from above: Int, to slot: Int) -> Double {
    let label =
      zip(layers.chart.arrows, layers.ways).first { $0.1.first == above && $0.1.contains(slot) }
      .map { extent(of: $0.0.label) } ?? 0
    return x[above] + width(of: above) / 2 + max(label + 1.2, FlowDrawing.side)
  }

  private func width(of slot: Int) -> Double { layers.slots[slot].node == nil ? 0 : boxWidth }

  private func top(of slot: Int) -> Double { tops[layers.slots[slot].layer] }

  private func bottom(of slot: Int) -> Double {
    let layer = layers.slots[slot].layer
    return tops[layer] + heights[layer]
  }

  private func middle(of slot: Int) -> Double { (top(of: slot) + bottom(of: slot)) / 2 }

  private func rightEdge(of slot: Int) -> Double { x[slot] + width(of: slot) / 2 }

  // MARK: Arrows

  private mutating func drawArrows() {
    let arrows = layers.chart.arrows.indices
    for index in arrows where !layers.leadsBack[index] { drawDown(index) }
    let returns = arrows.filter { layers.leadsBack[$0] }.sorted { (span($0), $0) < (span($1), $1) }
    for index in returns { drawBack(index, among: returns) }
  }

  /// How many layers an arrow reaches over.
  private func span(_ index: Int) -> Int {
    let way = layers.ways[index]
    return layers.slots[way[0]].layer - layers.slots[way[way.count - 1]].layer
  }

  private mutating func drawDown(_ index: Int) {
    let way = layers.ways[index]
    let (source, next) = (way[0], way[1])
    var points: [Drawing.Point]
    if isFreeAtRight(source, to: x[next]) {
      points = [
        point(rightEdge(of: source), middle(of: source)), point(x[next], middle(of: source)),
      ]
      if isNearestBranch(next, of: source) {
        label(index, atSideOf: source, y: middle(of: source) + (hasReturns(source) ? 0.75 : -0.7))
      } else {
        label(index, x: x[next] + 0.4, y: (bottom(of: source) + top(of: next)) / 2)
      }
    } else {
      points = [point(x[source], bottom(of: source))]
      points += bend(from: source, to: next)
      let y = (bottom(of: source) + top(of: next)) / 2
      label(index, x: x[next] + 0.4, y: x[next] == x[source] ? y : y + 0.55)
    }
    for (slot, below) in zip(way.dropFirst(), way.dropFirst(2)) {
      points.append(point(x[slot], bottom(of: slot)))
      points += bend(from: slot, to: below)
    }
    points.append(point(x[way[way.count - 1]], top(of: way[way.count - 1])))
    shapes.append(.line(Drawing.Line(points, hasArrow: true)))
  }

  /// Whether an arrow can leave `slot` at its right side for a place beyond it, with nothing between.
  private func isFreeAtRight(_ slot: Int, to place: Double) -> Bool {
    guard place > rightEdge(of: slot) else { return false }
    return !layers.layers[layers.slots[slot].layer].contains { other in
      x[other] > x[slot] && x[other] - width(of: other) / 2 <= place
    }
  }

  private func bend(from slot: Int, to below: Int) -> [Drawing.Point] {
    guard x[slot] != x[below] else { return [] }
    let y = (bottom(of: slot) + top(of: below)) / 2
    return [point(x[slot], y), point(x[below], y)]
  }

  /// Whether no other branch of `source` leaves it for a place nearer than `slot`.
  private func isNearestBranch(_ slot: Int, of source: Int) -> Bool {
    !zip(layers.ways, layers.leadsBack).contains { way, isBack in
      !isBack && way[0] == source && x[way[1]] > rightEdge(of: source) && x[way[1]] < x[slot]
    }
  }

  /// Whether a way back leaves or reaches the slot.
  private func hasReturns(_ slot: Int) -> Bool {
    zip(layers.ways, layers.leadsBack).contains { $0.1 && $0.0.contains(slot) }
  }

  /// Whether an arrow down leaves the slot at its right side.
  private func branches(_ slot: Int) -> Bool {
    zip(layers.ways, layers.leadsBack).contains { way, isBack in
      !isBack && way[0] == slot && isFreeAtRight(slot, to: x[way[1]])
    }
  }

  /// How far below the middle of `slot` a way back reaches it; the shortest, numbered 0, is nearest to what follows.
  ///
  /// Where a branch leaves at the same side, the way back stays above it, so that the two do not cross.
  private func entry(_ place: Int, of count: Int, to slot: Int) -> Double {
    let step = Double(place)
    if branches(slot), !layers.returns(slot) { return count > 1 ? -0.5 - 0.45 * step : -0.7 }
    return count > 1 ? 0.95 - 0.45 * step : 0.7
  }

  /// Draws a way back: out at the right side of its source, up beyond everything, in at the right side of its target.
  private mutating func drawBack(_ index: Int, among returns: [Int]) {
    let (source, target) = (layers.ways[index][0], layers.ways[index][1])
    let leaving = middle(of: source) - 0.7
    let entries = returns.filter { layers.ways[$0][1] == target }
    let place = entries.firstIndex(of: index) ?? 0
    let entering = middle(of: target) + entry(place, of: entries.count, to: target)
    let need = rightEdge(of: source) + extent(of: layers.chart.arrows[index].label) + 1.2
    let channel = max(right + 0.9, need)
    label(index, atSideOf: source, y: leaving - 0.7)
    shapes.append(
      .line(
        Drawing.Line(
          [
            point(rightEdge(of: source), leaving), point(channel, leaving),
            point(channel, entering), point(rightEdge(of: target), entering),
          ],
          hasArrow: true
        )
      )
    )
    right = channel
  }

  private mutating func label(_ index: Int, atSideOf slot: Int, y: Double) {
    label(index, x: rightEdge(of: slot) + 0.5, y: y)
  }

  private mutating func label(_ index: Int, x: Double, y: Double) {
    let words = layers.chart.arrows[index].label
    guard !words.isEmpty else { return }
    labels.append(.text(Drawing.Text(words, x: x, y: y)))
    right = max(right, x + extent(of: words))
  }

  private func point(_ x: Double, _ y: Double) -> Drawing.Point { Drawing.Point(x: x, y: y) }

  // MARK: Boxes

  private mutating func drawBoxes() {
    for (slot, node) in layers.chart.nodes.enumerated() {
      let height = heights[layers.slots[slot].layer]
      shapes.append(
        .box(
          Drawing.Box(
            x: x[slot] - boxWidth / 2,
            y: top(of: slot),
            width: boxWidth,
            height: height,
            tone: node.isTerminal ? .strong : .shaded
          )
        )
      )
      let first = middle(of: slot) - Double(lines[slot].count - 1) * 0.7
      for (row, words) in lines[slot].enumerated() {
        labels.append(
          .text(
            Drawing.Text(
              words,
              x: x[slot],
              y: first + Double(row) * 1.4,
              anchor: .middle,
              isBold: node.isTerminal
            )
          )
        )
      }
    }
  }
}
