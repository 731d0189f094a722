/// Which element the content of each page and each annotation belongs to (ISO 32000-1 §14.7.4.4).
///
/// Pages and annotations take their numbers from one row, in the order in which they come, so that the tree is sorted
/// as it grows.
struct ParentTree {
  /// The elements of the current page's content, in the order of its numbers.
  private var contents: [Int32] = []
  /// What each number stands for: a list of elements for a page, an element for an annotation.
  private var values: [Int32] = []
  private var pageKey: Int?

  /// How much content the current page has so far.
  var contentCount: Int { contents.count }

  /// How many numbers are taken.
  var keyCount: Int { values.count }

  /// Adds content of `element` to the current page.
  mutating func add(_ element: Reference) {
    contents.append(Int32(element.number))
  }

  /// Adds an annotation of `element` and returns its number.
  mutating func add(object element: Reference) -> Int {
    values.append(Int32(element.number))
    return values.count - 1
  }

  /// Writes the list of the current page and returns the page's number.
  mutating func endPage(in file: ObjectFile) throws(PDFFailure) -> Int {
    let list = try file.allocate()
    let contents = contents
    try file.add(as: list) { object in
      object.append(byte: UInt8(ascii: "["))
      for (index, element) in contents.enumerated() {
        if index > 0 { object.append(byte: index.isMultiple(of: 20) ? 0x0A : 0x20) }
        object.append(Reference(number: Int(element)))
      }
      object.append(byte: UInt8(ascii: "]"))
    }
    self.contents.removeAll(keepingCapacity: true)
    values.append(Int32(list.number))
    return values.count - 1
  }

  /// Writes the number tree and returns its root (ISO 32000-1 §7.9.7).
  func write(to file: ObjectFile) throws(PDFFailure) -> Reference {
    guard values.count > Branches.width else {
      return try file.add(["Nums": numbers(0..<values.count)])
    }
    var nodes: [Node] = []
    for group in Branches.groups(of: values.count) {
      nodes.append(
        try node("Nums", numbers(group), group.lowerBound, group.upperBound - 1, in: file)
      )
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

  /// A branch below the root: what it is, and its first and last number.
  private struct Node {
    let reference: Reference
    let first: Int
    let last: Int
  }

  private func node(
    _ key: String,
    _ value: Value,
    _ first: Int,
    _ last: Int,
    in file: ObjectFile
  ) throws(PDFFailure) -> Node {
    let limits = Value.array([.integer(first), .integer(last)])
    let reference = try file.add(.dictionary(["Limits": limits, key: value]))
    return Node(reference: reference, first: first, last: last)
  }

  private func numbers(_ keys: Range<Int>) -> Value {
    .array(keys.flatMap { [.integer($0), .reference(Reference(number: Int(values[$0])))] })
  }

  private func kids(_ nodes: ArraySlice<Node>) -> Value {
    .array(nodes.map { .reference($0.reference) })
  }
}
