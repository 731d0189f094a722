import Pages

/// Marks what a page shows as content of the elements of the structure.
///
/// A value of the page in the making, so that the loop over a million cells is not held up by checks of who else may
/// change the structure.
struct PageTagging {
  private let structure: StructureTree
  private let page: Reference
  /// The rows of plain cells that the page has.
  private(set) var rows: PlainRows
  /// The elements of the page's content, in the order of its numbers.
  private(set) var contents: [Reference] = []

  /// Begins the content of `page`, which has `rows`.
  init(of structure: StructureTree, on page: Reference, rows: PlainRows) {
    self.structure = structure
    self.page = page
    self.rows = rows
  }

  /// Begins content of `mark` in a language, and returns how it is marked.
  mutating func begin(_ mark: Mark, in language: Language) throws(PDFFailure) -> MarkedContent {
    let number = contents.count
    if case .node(let node) = mark, let cell = rows.add(number, toNode: node) {
      contents.append(cell)
      return MarkedContent(name: "TD", number: number, in: language)
    }
    let (element, name) = try structure.add(content: number, of: mark, on: page)
    contents.append(element)
    return MarkedContent(name: name, number: number, in: language)
  }

  /// Notes the area that a figure takes.
  func place(_ area: [Number], of mark: Mark) {
    structure.place(area, of: mark)
  }
}
