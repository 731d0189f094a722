import Pages

/// Marks what a page shows as content of the elements of the structure.
struct PageTagging {
  let structure: StructureTree
  let page: Reference

  /// Begins content of `mark`, and returns how it is marked.
  func begin(_ mark: Mark) throws(PDFFailure) -> MarkedContent {
    try structure.beginContent(of: mark, on: page)
  }

  /// Notes the area that a figure takes.
  func place(_ area: [Number], of mark: Mark) {
    structure.place(area, of: mark)
  }
}
