/// A balanced tree of values by their keys: a name tree or a number tree (ISO 32000-1 §7.9.6, §7.9.7).
enum SearchTree {
  /// What the keys are, and under which name leaves stand in a node.
  enum Kind: String {
    case names = "Names"
    case numbers = "Nums"
  }

  /// A branch below the root: what it is, and its first and last key.
  private struct Node {
    let reference: Reference
    let first: Value
    let last: Value
  }

  /// Writes the tree of `leaves`, which stand in the order of their keys, and returns its root.
  static func write(
    _ leaves: [(key: Value, value: Value)],
    _ kind: Kind,
    to file: ObjectFile
  ) throws(PDFFailure) -> Reference {
    guard leaves.count > Branches.width else {
      return try file.add(.dictionary([kind.rawValue: pairs(leaves[...])]))
    }
    var nodes: [Node] = []
    for group in Branches.groups(of: leaves.count) {
      let (first, last) = (leaves[group.lowerBound].key, leaves[group.upperBound - 1].key)
      nodes.append(try node(kind.rawValue, pairs(leaves[group]), first, last, in: file))
    }
    while nodes.count > Branches.width {
      var branches: [Node] = []
      for group in Branches.groups(of: nodes.count) {
        let (first, last) = (nodes[group.lowerBound].first, nodes[group.upperBound - 1].last)
        branches.append(try node("Kids", kids(nodes[group]), first, last, in: file))
      }
      nodes = branches
    }
    return try file.add(["Kids": kids(nodes[...])])
  }

  private static func node(
    _ key: String,
    _ value: Value,
    _ first: Value,
    _ last: Value,
    in file: ObjectFile
  ) throws(PDFFailure) -> Node {
    let reference = try file.add(.dictionary(["Limits": [first, last], key: value]))
    return Node(reference: reference, first: first, last: last)
  }

  private static func pairs(_ leaves: ArraySlice<(key: Value, value: Value)>) -> Value {
    .array(leaves.flatMap { [$0.key, $0.value] })
  }

  private static func kids(_ nodes: ArraySlice<Node>) -> Value {
    .array(nodes.map { .reference($0.reference) })
  }
}
