public import Diagnostics
public import Geometry
public import Styling

/// One finished page with everything at its final place; a writer has nothing left to decide.
public struct Page: Sendable {
  /// The page's number within its document, from 1.
  public var number: Int
  /// The sheet.
  public var size: Size
  /// What other pages have as well, painted before the page's own items.
  public var under: [StandingItems]
  /// The page's own items in painting order.
  public var items: [PageItem]
  /// What other pages have as well, painted after the page's own items.
  public var over: [StandingItems]
  /// What begins and ends in the logical structure, up to the end of this page.
  public var structure: [StructureStep]

  /// Creates a page.
  public init(
    number: Int,
    size: Size,
    under: [StandingItems] = [],
    items: [PageItem] = [],
    over: [StandingItems] = [],
    structure: [StructureStep] = []
  ) {
    self.number = number
    self.size = size
    self.under = under
    self.items = items
    self.over = over
    self.structure = structure
  }

  /// All that the page shows, in painting order.
  public var allItems: [PageItem] { under.flatMap(\.items) + items + over.flatMap(\.items) }
}

/// One thing on a page.
public enum PageItem: Sendable {
  /// Shaped text on one baseline.
  case glyphs(GlyphRun)
  /// The texts of a table's row.
  case cells(CellRow)
  /// A straight rule.
  case rule(Rule)
  /// A filled rectangle.
  case fill(Rectangle, Ink)
  /// Filled contours, such as a part of a seal.
  case shape(Path, Ink)
  /// The place of a seal or a signature; it leaves no ink.
  case stampPlace(StampArea)
  /// An area that leads elsewhere; it leaves no ink.
  case link(LinkArea)
  /// Large pale words under everything else.
  case watermark(Watermark)
  /// A picture made of other items, which belong to it alone.
  indirect case drawing(PlacedDrawing)
}

/// A picture at its place.
public struct PlacedDrawing: Sendable {
  /// What it is painted of, in painting order, at their places on the page.
  public var items: [PageItem]
  /// The area that it takes.
  public var area: Rectangle
  /// The structure node of the figure.
  public var mark: Mark

  /// Creates a picture.
  public init(items: [PageItem], area: Rectangle, mark: Mark) {
    self.items = items
    self.area = area
    self.mark = mark
  }
}

extension [PageItem] {
  /// The areas that lead elsewhere, but for those of drawings.
  public var links: [LinkArea] {
    // By their places: going through the items themselves would copy each.
    indices.compactMap { index in
      if case .link(let link) = self[index] { link } else { nil }
    }
  }

  /// Calls `body` with each run of glyphs, those of drawings and watermarks included.
  public func forEachRun(_ body: (GlyphRun) -> Void) {
    forEachRun(body) { row in row.runs.forEach(body) }
  }

  /// Calls `body` with the runs of all items but rows of cells, and `bodyOfRows` with those.
  public func forEachRun(_ body: (GlyphRun) -> Void, row bodyOfRows: (CellRow) -> Void) {
    for index in indices {
      switch self[index] {
      case .glyphs(let run): body(run)
      case .cells(let row): bodyOfRows(row)
      case .watermark(let watermark): watermark.runs.forEach(body)
      case .drawing(let drawing): drawing.items.forEachRun(body, row: bodyOfRows)
      case .rule, .fill, .shape, .stampPlace, .link: break
      }
    }
  }
}

/// What an item stands for in the logical structure (ISO 32000-1 §14.8), or that it is decoration.
public enum Mark: Sendable, Hashable {
  /// Page furniture, rules and repeats: an artifact (ISO 32000-1 §14.8.2.2).
  case decoration
  /// Content of the numbered structure node.
  case node(Int)
  /// Content of an element inside the text of a node, by its place among the node's parts.
  case part(Int, of: Int)

  /// The same part of another node.
  public func moved(to mark: Mark) -> Mark {
    guard case .part(let part, _) = self, case .node(let node) = mark else { return mark }
    return .part(part, of: node)
  }
}

/// A straight rule.
public struct Rule: Sendable, Hashable {
  /// One end.
  public var start: Point
  /// The other end.
  public var end: Point
  /// The stroke's thickness.
  public var thickness: Length
  /// The colour.
  public var ink: Ink

  /// Creates a rule between two points.
  public init(from start: Point, to end: Point, thickness: Length, ink: Ink = .black) {
    self.start = start
    self.end = end
    self.thickness = thickness
    self.ink = ink
  }
}

/// The area kept free for a seal or a signature, which a later step may fill.
public struct StampArea: Sendable, Hashable {
  /// The slot's name in its form, such as `employer`.
  public var name: String
  /// The area.
  public var area: Rectangle

  /// Creates the area of the slot `name`.
  public init(name: String, area: Rectangle) {
    self.name = name
    self.area = area
  }
}

/// An area that leads to a URL or to another place of the same document.
public struct LinkArea: Sendable, Hashable {
  /// The area.
  public var area: Rectangle
  /// An absolute URL, or `#id` of a heading in the same document.
  public var destination: String
  /// The part of a text that leads there; the links of decoration lead nowhere.
  public var mark: Mark
  /// Where the words that lead there come from.
  public var source: Origin

  /// Creates a link area.
  public init(area: Rectangle, destination: String, mark: Mark, source: Origin = .unknown) {
    self.area = area
    self.destination = destination
    self.mark = mark
    self.source = source
  }
}

/// The place of a heading or a figure, from which writers make the outline and the targets of inner links.
public struct OutlineEntry: Sendable, Hashable {
  /// The depth, from 1; 0 for a place that only links lead to, such as a figure.
  public var level: Int
  /// The heading as plain text.
  public var title: String
  /// The heading's anchor, unique in its document.
  public var id: String
  /// The page's number, from 1.
  public var page: Int
  /// The distance of the heading's top from the top edge.
  public var top: Length
  /// Where the heading stands in the form or guide.
  public var source: Origin

  /// Creates an outline entry.
  public init(
    level: Int,
    title: String,
    id: String,
    page: Int,
    top: Length,
    source: Origin = .unknown
  ) {
    self.source = source
    self.level = level
    self.title = title
    self.id = id
    self.page = page
    self.top = top
  }
}
