import Geometry
import Pages

/// The logical structure of the file in the making (ISO 32000-1 §14.7).
///
/// An element is written as soon as it has ended and its last page is known, so no more is held of a long roster than
/// of a short one: what is open, and what the current page shows.
final class StructureTree {
  private let file: ObjectFile
  private let root: Reference
  private var documents: [Reference] = []
  /// The open elements, the document's own first.
  private var open: [BegunElement] = []
  /// The elements with content by their nodes, but for those of plain rows.
  private var nodes: [Int: BegunElement] = [:]
  /// The rows of plain cells that the page to come has.
  private var rows = PlainRows()
  /// What has ended, but may still have content on the current page.
  private var ended: [BegunElement] = []
  private var notes: [Reference] = []
  private var parents = ParentTree()
  /// What the elements break, with what they come from.
  private(set) var violations = PDFViolations()

  /// Begins the structure of `file`.
  init(of file: ObjectFile) throws(PDFFailure) {
    self.file = file
    root = try file.allocate()
  }

  // MARK: Steps

  /// Ends the document before, so that the next page begins another.
  func endDocument() throws(PDFFailure) {
    close(to: 0)
    try writeEnded()
  }

  /// Follows the steps of a page that is about to be written.
  func follow(_ steps: [StructureStep]) throws(PDFFailure) {
    if open.isEmpty { try beginDocument() }
    for step in steps {
      switch step {
      case .open(let element): open.append(try begin(element))
      case .leaf(let element): open[open.count - 1].leaves.append(try begin(element))
      case .row(let cells):
        let body = open[open.count - 1]
        let row = PlainRow(
          cells: cells,
          body: body.reference,
          row: try file.allocate(cells.count + 1)
        )
        body.kids.append(.element(row.row))
        rows.append(row)
      case .close(let depth): close(to: depth + 1)
      }
    }
  }

  private func beginDocument() throws(PDFFailure) {
    let document = BegunElement(nil, reference: try file.allocate(), parent: root)
    documents.append(document.reference)
    open = [document]
  }

  /// Numbers an element and puts it into the innermost open one.
  private func begin(_ element: StructureElement) throws(PDFFailure) -> BegunElement {
    var element = element
    if case .figure(let alternative, let source) = element.role {
      element.role = .figure(alternative: violations.fitting(alternative, .alternative, at: source))
    }
    let parent = open[open.count - 1]
    let begun = BegunElement(element, reference: try file.allocate(), parent: parent.reference)
    parent.kids.append(.element(begun.reference))
    if let node = element.node { nodes[node] = begun }
    if element.role == .note { notes.append(begun.reference) }
    return begun
  }

  private func close(to count: Int) {
    while open.count > count { ended.append(open.removeLast()) }
  }

  // MARK: Content

  /// Begins the content of `page`, which `endPage` takes back.
  func beginPage(_ page: Reference) -> PageTagging {
    defer { rows = PlainRows() }
    return PageTagging(of: self, on: page, rows: rows)
  }

  /// Takes numbered content of `page` into the element of `mark`, which is in no plain row, and returns the element.
  func add(
    content number: Int,
    of mark: Mark,
    on page: Reference
  ) throws(PDFFailure) -> (element: Reference, name: StaticString) {
    let element =
      switch mark {
      case .decoration: preconditionFailure("decoration is not content")
      case .node(let node): element(ofNode: node)
      case .part(let part, let node): try self.part(part, of: element(ofNode: node))
      }
    element.kids.append(.content(number, page: page))
    return (element.reference, element.name)
  }

  /// Notes the area that a figure takes, in the coordinates of its page.
  func place(_ area: [Number], of mark: Mark) {
    guard case .node(let node) = mark else { return }
    element(ofNode: node).area = area
  }

  /// Takes a link of a page into the element of the text that leads there, and returns the number of its entry in the
  /// parent tree and the words that say where it leads.
  func add(
    annotation: Reference,
    of mark: Mark,
    on page: Reference
  ) throws(PDFFailure) -> (key: Int, words: String) {
    guard case .part(let part, let node) = mark else {
      preconditionFailure("a link belongs to a text")
    }
    let parent = element(ofNode: node)
    let link = try self.part(part, of: parent)
    link.kids.append(.object(annotation, page: page))
    return (parents.add(object: link.reference), parent.words(ofPart: part))
  }

  /// Takes a form field of a page into an element of its own behind what the document says so far, and returns the
  /// number of its entry in the parent tree (ISO 14289-1 §7.18.4).
  func add(field annotation: Reference, on page: Reference) throws(PDFFailure) -> Int {
    let form = BegunElement(formIn: open[0].reference, reference: try file.allocate())
    open[0].kids.append(.element(form.reference))
    form.kids.append(.object(annotation, page: page))
    ended.append(form)
    return parents.add(object: form.reference)
  }

  private func element(ofNode node: Int) -> BegunElement {
    guard let element = nodes[node] else {
      preconditionFailure("content belongs to an element that has begun")
    }
    return element
  }

  /// The element of a link inside a text, which begins where its first content stands.
  private func part(_ part: Int, of parent: BegunElement) throws(PDFFailure) -> BegunElement {
    if let known = parent.parts[part] { return known }
    let begun = BegunElement(
      part: part,
      of: parent,
      reference: try file.allocate()
    )
    parent.kids.append(.element(begun.reference))
    parent.parts[part] = begun
    return begun
  }

  // MARK: Writing

  /// Writes what ended on `page` or before, and returns the number of the page in the parent tree.
  func endPage(_ page: Reference, _ tagging: PageTagging) throws(PDFFailure) -> Int {
    try writeEnded()
    try tagging.rows.write(on: page, to: file)
    let key = try parents.add(page: tagging.contents, in: file)
    // The list of a page names the elements that were written just before: together they come to fewer bytes.
    try file.endStretch()
    return key
  }

  private func writeEnded() throws(PDFFailure) {
    let elements = ended
    ended = []
    for element in elements {
      try write(element)
      for leaf in element.leaves { try write(leaf) }
    }
  }

  private func write(_ element: BegunElement) throws(PDFFailure) {
    if let node = element.node { nodes[node] = nil }
    try file.add(as: element.reference) { (object: inout ByteBuffer) throws(PDFFailure) in
      try object.append(element)
    }
    for case let part? in element.parts { try write(part) }
  }

  /// Writes the root of the tree, once all documents have ended (ISO 32000-1 §14.7.2).
  func finish() throws(PDFFailure) -> Reference {
    try endDocument()
    var entries: Entries = [
      "Type": .name("StructTreeRoot"),
      "K": .array(documents.map(Value.reference)),
      "ParentTree": .reference(try parents.write(to: file)),
      "ParentTreeNextKey": .integer(parents.keyCount),
    ]
    if !notes.isEmpty {
      let names = notes.map { (name: BegunElement.identifier(of: $0), note: $0) }
        .sorted { $0.name.lexicographicallyPrecedes($1.name) }
      let leaves = names.map { (key: Value.bytes($0.name), value: Value.reference($0.note)) }
      entries.add("IDTree", .reference(try SearchTree.write(leaves, .names, to: file)))
    }
    try file.add(.dictionary(entries), as: root)
    return root
  }
}
