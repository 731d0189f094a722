import Pages

/// The elements of the logical structure that are open where the layout has come to.
///
/// Steps wait here for the strip that they precede, since only its place tells on which page they belong.
struct StructureTrail {
  /// How many elements are open inside the document's own.
  private(set) var depth = 0
  private var owed: [StructureStep] = []
  /// The levels of the headings above, from the outermost.
  private var levels: [Int] = []

  /// Begins an element.
  mutating func open(_ role: StructureRole, node: Int? = nil, parts: [InlineElement] = []) {
    owed.append(.open(StructureElement(role, node: node, parts: parts)))
    depth += 1
  }

  /// Adds an element that holds no others and ends with the one around it.
  mutating func add(_ role: StructureRole, node: Int, parts: [InlineElement] = []) {
    owed.append(.leaf(StructureElement(role, node: node, parts: parts)))
  }

  /// Ends elements until `depth` of them are open.
  mutating func close(to depth: Int) {
    guard depth < self.depth else { return }
    self.depth = depth
    owed.append(.close(to: depth))
  }

  /// Ends the innermost element.
  mutating func close() { close(to: depth - 1) }

  /// The role of a heading: its depth among the headings above it, since none may be left out on the way down
  /// (ISO 14289-1 §7.4.2).
  mutating func heading(level: Int) -> StructureRole {
    while let last = levels.last, last >= level { levels.removeLast() }
    levels.append(level)
    return .heading(levels.count)
  }

  /// Takes the steps that wait.
  mutating func takeSteps() -> [StructureStep] {
    guard !owed.isEmpty else { return [] }
    defer { owed = [] }
    return owed
  }
}
