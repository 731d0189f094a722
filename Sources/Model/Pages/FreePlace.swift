public import Geometry

/// What is taken on a page, so that something small can be put beside a seal without covering anything.
public struct FreePlace: Sendable {
  private var taken: [Rectangle] = []

  /// Nothing is taken yet.
  public init() {}

  /// Takes the places of `items`; grounds and watermarks lie under everything and take none.
  public mutating func take(_ items: [PageItem]) {
    for item in items {
      switch item {
      case .glyphs(let run): take(run)
      case .cells(let row): row.runs.forEach { take($0) }
      case .rule(let rule):
        let (left, right) = (min(rule.start.x, rule.end.x), max(rule.start.x, rule.end.x))
        let (top, bottom) = (min(rule.start.y, rule.end.y), max(rule.start.y, rule.end.y))
        take(Rectangle(x: left, y: top, width: right - left, height: bottom - top))
      case .shape(let path, _): if let bounds = path.bounds { take(bounds) }
      case .stampPlace(let stamp): take(stamp.area)
      case .drawing(let drawing): take(drawing.area)
      case .fill, .link, .watermark: continue
      }
    }
  }

  private mutating func take(_ run: GlyphRun) {
    // What reaches over the em of the text faces, such as the tails of letters, lies within a quarter of it.
    take(
      Rectangle(
        x: run.origin.x,
        y: run.origin.y - run.size,
        width: run.width,
        height: run.size + run.size / 4
      )
    )
  }

  /// Takes `area`.
  public mutating func take(_ area: Rectangle) { taken.append(area) }

  /// Returns a place for something of `size` beside `area`, as near as can be: below it, else to its right, to its left or
  /// above, on the `paper` and not nearer than 10 mm to its edges; nothing where there is none.
  public func place(for size: Size, beside area: Rectangle, on paper: Size) -> Rectangle? {
    let edge = Length.mm(10)
    let sheet = Rectangle(
      x: edge,
      y: edge,
      width: paper.width - edge * 2,
      height: paper.height - edge * 2
    )
    for gap in [1.0, 3, 6, 10, 15].map(Length.mm) {
      let found = FreePlace.candidates(for: size, beside: area, gap: gap).first { place in
        sheet.contains(place) && taken.allSatisfy { !$0.meets(place) }
      }
      if let found { return found }
    }
    return nil
  }

  /// The places at one distance: on each side from its middle on outwards, every two millimetres.
  private static func candidates(
    for size: Size,
    beside area: Rectangle,
    gap: Length
  ) -> [Rectangle] {
    let middle = Point(
      x: area.left + (area.size.width - size.width) / 2,
      y: area.top + (area.size.height - size.height) / 2
    )
    let steps = (0...16).map { Length.mm(2) * ($0.isMultiple(of: 2) ? -$0 / 2 : $0 / 2 + 1) }
    let columns = steps.map { middle.x + $0 }
    let rows = steps.map { middle.y + $0 }
    let corners =
      columns.map { Point(x: $0, y: area.bottom + gap) }
      + rows.map { Point(x: area.right + gap, y: $0) }
      + rows.map { Point(x: area.left - gap - size.width, y: $0) }
      + columns.map { Point(x: $0, y: area.top - gap - size.height) }
    return corners.map { Rectangle(origin: $0, size: size) }
  }
}

extension Rectangle {
  /// Whether both have more than an edge in common.
  fileprivate func meets(_ other: Rectangle) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }
}
