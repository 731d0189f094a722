public import Geometry
public import Styling

/// One finished page with everything at its final place; a writer has nothing left to decide.
public struct Page: Sendable {
  /// The page's number within its document, from 1.
  public var number: Int
  /// The sheet.
  public var size: Size
  /// The items in painting order.
  public var items: [PageItem]

  /// Creates a page.
  public init(number: Int, size: Size, items: [PageItem] = []) {
    self.number = number
    self.size = size
    self.items = items
  }
}

/// One thing on a page.
public enum PageItem: Sendable {
  /// Shaped text on one baseline.
  case glyphs(GlyphRun)
  /// A straight rule.
  case rule(Rule)
  /// A filled rectangle.
  case fill(Rectangle, Ink)
  /// The place of a seal or a signature; it leaves no ink.
  case stampPlace(StampArea)
  /// An area that leads elsewhere; it leaves no ink.
  case link(LinkArea)
  /// Large pale words under everything else.
  case watermark(Watermark)
}

/// What an item stands for in the logical structure (ISO 32000-1 §14.8), or that it is decoration.
public enum Mark: Sendable, Hashable {
  /// Page furniture, rules and repeats: an artifact (ISO 32000-1 §14.8.2.2).
  case decoration
  /// Content of the numbered structure node, in document order from 0.
  case node(Int)
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

  /// Creates a link area.
  public init(area: Rectangle, destination: String) {
    self.area = area
    self.destination = destination
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

  /// Creates an outline entry.
  public init(level: Int, title: String, id: String, page: Int, top: Length) {
    self.level = level
    self.title = title
    self.id = id
    self.page = page
    self.top = top
  }
}
