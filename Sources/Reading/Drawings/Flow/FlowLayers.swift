/// The nodes of a flow chart in layers, so that every arrow but those that lead back goes down.
///
/// After Sugiyama, Tagawa and Toda (1981): arrows that lead back are set aside, the others decide the layers, and an
/// arrow over several layers holds a slot in each between.
struct FlowLayers {
  /// A place in a layer.
  struct Slot {
    /// The node that stands here; nothing where an arrow only passes.
    var node: Int?
    /// The layer.
    var layer: Int
    /// The slots of the layer above from which arrows come, in the order of the arrows.
    var above: [Int] = []
  }

  let chart: FlowChart
  /// The slots; those of the nodes first, in their order.
  private(set) var slots: [Slot]
  /// The slots of each layer from left to right.
  private(set) var layers: [[Int]] = []
  /// The slots that each arrow goes through from its source to its target; only those two when it leads back.
  private(set) var ways: [[Int]] = []
  /// Whether each arrow leads back.
  let leadsBack: [Bool]
  /// The longest way down from each node.
  private let depths: [Int]

  init(of chart: FlowChart) {
    self.chart = chart
    leadsBack = FlowLayers.returns(of: chart)
    let down = zip(chart.arrows, leadsBack).filter { !$0.1 }.map(\.0)
    let ranks = FlowLayers.longestWays(chart.nodes.count, down.map { ($0.source, $0.target) })
    depths = FlowLayers.longestWays(chart.nodes.count, down.map { ($0.target, $0.source) })
    slots = ranks.enumerated().map { Slot(node: $0.offset, layer: $0.element) }
    for (index, arrow) in chart.arrows.enumerated() { addWay(of: arrow, isBack: leadsBack[index]) }
    layers = Array(repeating: [], count: (ranks.max() ?? 0) + 1)
    for index in slots.indices { layers[slots[index].layer].append(index) }
    for layer in layers.indices { sort(layer) }
  }

  /// Whether the slot's node has an arrow that leads back: it stands at the right, clear of the main way.
  func returns(_ slot: Int) -> Bool {
    guard let node = slots[slot].node else { return false }
    return zip(chart.arrows, leadsBack).contains { $0.1 && $0.0.source == node }
  }

  private mutating func addWay(of arrow: FlowChart.Arrow, isBack: Bool) {
    var way = [arrow.source]
    if !isBack {
      for layer in (slots[arrow.source].layer + 1)..<slots[arrow.target].layer {
        slots.append(Slot(node: nil, layer: layer, above: [way[way.count - 1]]))
        way.append(slots.count - 1)
      }
      slots[arrow.target].above.append(way[way.count - 1])
    }
    ways.append(way + [arrow.target])
  }

  /// Puts what stands below one node side by side: the main way, which goes on longest, at the left.
  private mutating func sort(_ layer: Int) {
    guard layer > 0 else { return }
    let above = layers[layer - 1]
    let keys = layers[layer].map { slot in
      (
        slot: slot,
        returns: returns(slot) ? 1 : 0,
        place: slots[slot].above.compactMap { above.firstIndex(of: $0) }.min() ?? 0,
        depth: slots[slot].node.map { -depths[$0] } ?? -Int.max
      )
    }
    layers[layer] = keys.sorted { lhs, rhs in
      (lhs.place, lhs.returns, lhs.depth, lhs.slot) < (rhs.place, rhs.returns, rhs.depth, rhs.slot)
    }.map(\.slot)
  }

  /// Returns for each arrow whether it leads to a node on the way to its own source.
  private static func returns(of chart: FlowChart) -> [Bool] {
    var result = Array(repeating: false, count: chart.arrows.count)
    var states = Array(repeating: 0, count: chart.nodes.count)
    func visit(_ node: Int) {
      states[node] = 1
      for (index, arrow) in chart.arrows.enumerated() where arrow.source == node {
        if states[arrow.target] == 1 { result[index] = true }
        if states[arrow.target] == 0 { visit(arrow.target) }
      }
      states[node] = 2
    }
    for node in chart.nodes.indices where states[node] == 0 { visit(node) }
    return result
  }

  /// Returns for each of `count` nodes how many arrows the longest way to it has; the arrows make no circle.
  private static func longestWays(_ count: Int, _ arrows: [(Int, Int)]) -> [Int] {
    var ranks = Array(repeating: 0, count: count)
    for _ in 0..<count {
      for (source, target) in arrows { ranks[target] = max(ranks[target], ranks[source] + 1) }
    }
    return ranks
  }
}
