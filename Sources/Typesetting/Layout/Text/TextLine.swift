import Geometry
import Pages

/// A line of text ready to be placed: its items stand relative to the left end of its baseline.
struct TextLine {
  /// The width from the left end to the end of the last ink.
  var width: Length
  /// The items.
  var items: [PageItem]
}

extension TextLine {
  /// The line moved to the right.
  func moved(x: Length) -> TextLine {
    TextLine(width: width + x, items: items.map { $0.moved(x: x, y: .zero) })
  }
}

extension PageItem {
  /// The item moved to the right and down.
  func moved(x: Length, y: Length) -> PageItem {
    var item = self
    item.move(x: x, y: y)
    return item
  }

  /// Moves the item to the right and down, in its place: a page has hundreds.
  mutating func move(x: Length, y: Length) {
    switch consume self {
    case .glyphs(var run):
      run.origin = run.origin.moved(x: x, y: y)
      self = .glyphs(run)
    case .cells(var row):
      row.origin = row.origin.moved(x: x, y: y)
      self = .cells(row)
    case .rule(var rule):
      rule.start = rule.start.moved(x: x, y: y)
      rule.end = rule.end.moved(x: x, y: y)
      self = .rule(rule)
    case .fill(var area, let ink):
      area.origin = area.origin.moved(x: x, y: y)
      self = .fill(area, ink)
    case .shape(let path, let ink):
      self = .shape(path.mapped { $0.moved(x: x, y: y) }, ink)
    case .stampPlace(var stamp):
      stamp.area.origin = stamp.area.origin.moved(x: x, y: y)
      self = .stampPlace(stamp)
    case .link(var link):
      link.area.origin = link.area.origin.moved(x: x, y: y)
      self = .link(link)
    case .watermark(var watermark):
      watermark.centre = watermark.centre.moved(x: x, y: y)
      self = .watermark(watermark)
    case .drawing(var drawing):
      for index in drawing.items.indices { drawing.items[index].move(x: x, y: y) }
      drawing.area.origin = drawing.area.origin.moved(x: x, y: y)
      self = .drawing(drawing)
    }
  }

  /// The item as a mere repeat: its text is decoration, it leads nowhere, and it holds no place for a seal a second
  /// time.
  var repeated: PageItem? {
    switch self {
    case .glyphs(var run):
      run.mark = .decoration
      return .glyphs(run)
    case .cells(var row):
      for index in row.cells.indices { row.cells[index].mark = .decoration }
      return .cells(row)
    case .drawing(var drawing):
      drawing.mark = .decoration
      return .drawing(drawing)
    case .rule, .fill, .shape, .watermark: return self
    case .stampPlace, .link: return nil
    }
  }
}

extension Point {
  func moved(x: Length, y: Length) -> Point { Point(x: self.x + x, y: self.y + y) }
}
