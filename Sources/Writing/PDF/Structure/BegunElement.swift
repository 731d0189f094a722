import Pages

/// An element of the logical structure that is not written yet.
final class BegunElement {
  /// What stands in an element.
  enum Kid {
    /// Another element.
    case element(Reference)
    /// Numbered content of a page.
    case content(Int, page: Reference)
    /// An annotation of a page.
    case object(Reference, page: Reference)
  }

  let reference: Reference
  let parent: Reference
  /// The structure type (ISO 32000-1 §14.8.4).
  let name: StaticString
  let node: Int?
  private let role: StructureRole?
  private let inlines: [InlineElement]
  /// What stands inside, in reading order.
  var kids: [Kid] = []
  /// The elements inside that end with this one.
  var leaves: [BegunElement] = []
  /// The links inside, as far as they have begun.
  var parts: [BegunElement?]
  /// The rectangle of a figure on its page.
  var area: [Number]?

  /// Begins `element`, or a document where there is none.
  init(_ element: StructureElement?, reference: Reference, parent: Reference) {
    self.reference = reference
    self.parent = parent
    role = element?.role
    name = element?.role.name ?? "Document"
    node = element?.node
    inlines = element?.parts ?? []
    parts = inlines.map { _ in nil }
  }

  /// Begins the element of a form field.
  init(formIn parent: Reference, reference: Reference) {
    self.reference = reference
    self.parent = parent
    role = nil
    name = "Form"
    node = nil
    inlines = []
    parts = []
  }

  /// Begins an element inside the text of another.
  init(part: Int, of parent: BegunElement, reference: Reference) {
    self.reference = reference
    self.parent = parent.reference
    role = nil
    name = parent.inlines[part].name
    node = nil
    inlines = []
    parts = []
  }

  /// The words that say where the link numbered `part` leads.
  func words(ofPart part: Int) -> String {
    switch inlines[part] {
    case .link(let words): words
    case .reference: ""
    }
  }

  /// The entries that only some roles have, beside kids and parent.
  fileprivate var traits: Entries {
    switch role {
    case .figure(let alternative, _): figureTraits(alternative)
    case .note: ["ID": .bytes(BegunElement.identifier(of: reference))]
    case .list(let isNumbered):
      ["A": ["O": .name("List"), "ListNumbering": .name(isNumbered ? "Decimal" : "Disc")]]
    case .columnHeader(let span): ["A": span.attributes(scope: "Column")]
    case .rowHeader(let span): ["A": span.attributes(scope: "Row")]
    case .dataCell(let span) where span != CellSpan(): ["A": span.attributes(scope: nil)]
    default: [:]
    }
  }

  private func figureTraits(_ alternative: String) -> Entries {
    var entries: Entries = ["Alt": .text(alternative)]
    if let area {
      entries.add("A", ["O": .name("Layout"), "BBox": .array(area.map(Value.number))])
    }
    return entries
  }

  /// The types of headings, by their depth.
  fileprivate static let headings: [StaticString] = ["H1", "H2", "H3", "H4", "H5", "H6"]

  /// The name of a note, unique in the file (ISO 14289-1 §7.9).
  static func identifier(of reference: Reference) -> [UInt8] { Array("n\(reference.number)".utf8) }
}

extension ByteBuffer {
  /// Appends the dictionary of an element (ISO 32000-1 §14.7.2).
  mutating func append(_ element: BegunElement) throws(PDFFailure) {
    append("<</S/\(element.name)/P ")
    append(element.parent)
    let page = element.page
    if let page {
      append("/Pg ")
      append(page)
    }
    for (key, value) in element.traits.pairs {
      append("/\(key) ")
      try append(value)
    }
    guard !element.kids.isEmpty else { return append(">>") }
    append("/K")
    let isOne = element.kids.count == 1
    append(isOne ? " " : "[")
    for (index, kid) in element.kids.enumerated() {
      if index > 0 { append(byte: index.isMultiple(of: 20) ? 0x0A : 0x20) }
      append(kid, ownPage: page)
    }
    append(isOne ? ">>" : "]>>")
  }

  /// Appends a kid; content of another page than the element's own says which (ISO 32000-1 §14.7.4.2).
  private mutating func append(_ kid: BegunElement.Kid, ownPage: Reference?) {
    switch kid {
    case .element(let reference): append(reference)
    case .content(let number, let page) where page == ownPage: append(number)
    case .content(let number, let page):
      append("<</Type/MCR/Pg ")
      append(page)
      append("/MCID \(number)>>")
    case .object(let reference, let page):
      append("<</Type/OBJR/Pg ")
      append(page)
      append("/Obj ")
      append(reference)
      append(">>")
    }
  }
}

extension BegunElement {
  /// The page of the first content.
  fileprivate var page: Reference? {
    for case .content(_, let page) in kids { return page }
    return nil
  }
}

extension CellSpan {
  /// The table attributes of a cell (ISO 32000-1 §14.8.5.7).
  fileprivate func attributes(scope: String?) -> Value {
    var entries: Entries = ["O": .name("Table")]
    entries.add("Scope", scope.map(Value.name))
    if columns > 1 { entries.add("ColSpan", .integer(columns)) }
    if rows > 1 { entries.add("RowSpan", .integer(rows)) }
    return .dictionary(entries)
  }
}

extension StructureRole {
  /// The standard structure type (ISO 32000-1 §14.8.4).
  fileprivate var name: StaticString {
    switch self {
    case .section: "Sect"
    case .division: "Div"
    case .blockQuote: "BlockQuote"
    case .heading(let depth): BegunElement.headings[min(max(depth, 1), 6) - 1]
    case .paragraph: "P"
    case .code: "Code"
    case .list: "L"
    case .listItem: "LI"
    case .label: "Lbl"
    case .listBody: "LBody"
    case .contents: "TOC"
    case .contentsItem: "TOCI"
    case .reference: "Reference"
    case .note: "Note"
    case .figure: "Figure"
    case .caption: "Caption"
    case .table: "Table"
    case .tableHead: "THead"
    case .tableBody: "TBody"
    case .tableRow: "TR"
    case .columnHeader, .rowHeader: "TH"
    case .dataCell: "TD"
    }
  }
}

extension InlineElement {
  /// The standard structure type.
  fileprivate var name: StaticString {
    switch self {
    case .link: "Link"
    case .reference: "Reference"
    }
  }
}
