public import Diagnostics

/// The type of an element of the logical structure (ISO 32000-1 §14.8.4), with what a reader is told about it.
public enum StructureRole: Sendable, Hashable {
  /// Blocks that belong together, such as a call-out.
  case section
  /// Blocks that only stand together, such as a figure and its caption.
  case division
  /// A quotation.
  case blockQuote
  /// A heading of the given depth, from 1; no depth is left out on the way down.
  case heading(Int)
  /// A paragraph.
  case paragraph
  /// Literal lines.
  case code
  /// A list, whose labels count or only mark.
  case list(isNumbered: Bool)
  /// An item of a list.
  case listItem
  /// The number or mark of an item or a note.
  case label
  /// What an item says.
  case listBody
  /// A table of contents, or the part of one below an item.
  case contents
  /// An entry of a table of contents.
  case contentsItem
  /// A mention of another place.
  case reference
  /// A footnote.
  case note
  /// A picture, with words for those who cannot see it and where these come from.
  case figure(alternative: String, source: Origin = .unknown)
  /// The words under a figure or above a table.
  case caption
  /// A table, over however many pages.
  case table
  /// The header rows.
  case tableHead
  /// Body rows.
  case tableBody
  /// A row.
  case tableRow
  /// A cell that names its columns.
  case columnHeader(CellSpan)
  /// A cell that names its row.
  case rowHeader(CellSpan)
  /// Any other cell.
  case dataCell(CellSpan)
}

/// How many columns and rows a cell reaches over.
public struct CellSpan: Sendable, Hashable {
  /// The columns, at least 1.
  public var columns: Int
  /// The rows, at least 1.
  public var rows: Int

  /// Creates the span of a cell.
  public init(columns: Int = 1, rows: Int = 1) {
    self.columns = columns
    self.rows = rows
  }
}

/// An element inside a line of text; its content is marked as a part of the text's node.
public enum InlineElement: Sendable, Hashable {
  /// A link, with words that say what it leads to (ISO 14289-1 §7.18.5).
  case link(words: String)
  /// The mark of a footnote.
  case reference
}

/// An element of the logical structure.
public struct StructureElement: Sendable, Hashable {
  /// What it is.
  public var role: StructureRole
  /// The number by which page items name it; nothing for an element that only holds others.
  public var node: Int?
  /// The elements inside its text, in order.
  public var parts: [InlineElement]

  /// Creates an element.
  public init(_ role: StructureRole, node: Int? = nil, parts: [InlineElement] = []) {
    self.role = role
    self.node = node
    self.parts = parts
  }
}

/// One step in telling the structure of a document, in reading order.
///
/// Steps travel with the page on which the element begins, so that a writer can let go of what has ended: no more is
/// held of a long roster than of a short one.
public enum StructureStep: Sendable, Hashable {
  /// An element begins inside the innermost open one.
  indirect case open(StructureElement)
  /// An element that holds no others; it ends together with the one around it.
  indirect case leaf(StructureElement)
  /// A row of data cells, a cell a node, all of it on this page.
  case row(nodes: Range<Int>)
  /// Elements end until `to` of the document's are open.
  case close(to: Int)
}
