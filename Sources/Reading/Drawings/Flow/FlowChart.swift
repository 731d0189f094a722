/// A flow chart as it is described: what is done or reached, and what follows what.
struct FlowChart: Hashable {
  /// A step or a state.
  struct Node: Hashable {
    /// What it is called.
    var name: String
    /// Whether the way begins or ends here.
    var isTerminal: Bool
  }

  /// A way from one node to another.
  struct Arrow: Hashable {
    /// The node it leaves.
    var source: Int
    /// The node it leads to.
    var target: Int
    /// When it is taken; empty for always.
    var label: String
  }

  /// The nodes in the order in which they are mentioned.
  private(set) var nodes: [Node] = []
  /// The arrows in the order in which they are described.
  private(set) var arrows: [Arrow] = []

  /// Returns the node called `name`, which is added when it is new.
  mutating func node(_ name: String, isTerminal: Bool) -> Int {
    if let known = nodes.firstIndex(where: { $0.name == name }) {
      nodes[known].isTerminal = nodes[known].isTerminal || isTerminal
      return known
    }
    nodes.append(Node(name: name, isTerminal: isTerminal))
    return nodes.count - 1
  }

  /// Adds an arrow.
  mutating func add(_ arrow: Arrow) { arrows.append(arrow) }

  /// The chart in words.
  var words: String {
    let ways = arrows.map { arrow in
      let label = arrow.label.isEmpty ? "" : "（\(arrow.label)）"
      return "\(nodes[arrow.source].name)→\(nodes[arrow.target].name)\(label)"
    }
    return "流程图：" + (ways.isEmpty ? nodes.map(\.name) : ways).joined(separator: "；")
  }
}
