/// A balanced tree of named values (ISO 32000-1 §7.9.6).
enum NameTree {
  /// A branch below the root: what it is, and its first and last name.
  private struct Node {
    let reference: Reference
    let first: [UInt8]
    let last: [UInt8]
  }

  /// Writes the tree of `leaves`, which stand in the order of their names' bytes, and returns its root.
  static func write(
    _ leaves: [(name: [UInt8], value: Value)],
    to file: ObjectFile
  ) throws(PDFFailure) -> Reference {
    guard leaves.count > Branches.width else {
      return try file.add(["Names": names(leaves[...])])
    }
    var nodes: [Node] = []
    for group in Branches.groups(of: leaves.count) {
      let (first, last) = (leaves[group.lowerBound].name, leaves[group.upperBound - 1].name)
      nodes.append(try node("Names", names(leaves[group]), first, last, in: file))
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
    _ first: [UInt8],
    _ last: [UInt8],
    in file: ObjectFile
  ) throws(PDFFailure) -> Node {
    let reference = try file.add(
      .dictionary(["Limits": [.bytes(first), .bytes(last)], key: value])
    )
    return Node(reference: reference, first: first, last: last)
  }

  private static func names(_ leaves: ArraySlice<(name: [UInt8], value: Value)>) -> Value {
    .array(leaves.flatMap { [.bytes($0.name), $0.value] })
  }

  private static func kids(_ nodes: ArraySlice<Node>) -> Value {
    .array(nodes.map { .reference($0.reference) })
  }
}
