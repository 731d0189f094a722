/// The balanced tree of pages (ISO 32000-1 §7.7.3).
enum PageTree {
  /// A page or a branch that waits for its parent.
  private struct Node {
    let reference: Reference
    let pageCount: Int
    /// The dictionary's value once the parent is known.
    let dictionary: (_ parent: Reference) -> Value
  }

  /// Writes all pages and branches, the topmost branch as `root`.
  static func write(
    _ pages: [WrittenPage],
    resources: Reference,
    root: Reference,
    to file: ObjectFile
  ) throws(PDFFailure) {
    var nodes = pages.map { page in
      Node(reference: page.reference, pageCount: 1) { parent in
        page.dictionary(parent: parent, resources: resources)
      }
    }
    while nodes.count > Branches.width {
      var branches: [Node] = []
      for group in Branches.groups(of: nodes.count) {
        branches.append(try branch(try file.allocate(), over: nodes[group], in: file))
      }
      nodes = branches
    }
    let top = try branch(root, over: nodes[...], in: file)
    try file.add(.dictionary(entries(of: nodes[...], pageCount: top.pageCount)), as: root)
  }

  /// Writes `kids`, whose parent is the branch `reference`, and returns that branch.
  private static func branch(
    _ reference: Reference,
    over kids: ArraySlice<Node>,
    in file: ObjectFile
  ) throws(PDFFailure) -> Node {
    for kid in kids { try file.add(kid.dictionary(reference), as: kid.reference) }
    let pageCount = kids.reduce(0) { $0 + $1.pageCount }
    return Node(reference: reference, pageCount: pageCount) { parent in
      var entries = entries(of: kids, pageCount: pageCount)
      entries.add("Parent", .reference(parent))
      return .dictionary(entries)
    }
  }

  /// The entries of a branch (ISO 32000-1 §7.7.3.2).
  private static func entries(of kids: ArraySlice<Node>, pageCount: Int) -> Entries {
    [
      "Type": .name("Pages"),
      "Kids": .array(kids.map { .reference($0.reference) }),
      "Count": .integer(pageCount),
    ]
  }
}
