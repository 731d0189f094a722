import Diagnostics
import Geometry
import Pages

/// The set text of a table's cell.
struct CellBox {
  /// The lines, relative to the left end of their baselines.
  var lines: [TextLine]
  /// The distance between baselines.
  var pitch: Length
  /// The size of the em square the text was set at.
  var size: Length
  /// The cell's structure node.
  var mark = Mark.decoration
  /// The links in the text.
  var parts: [InlineElement] = []

  /// The height of all lines.
  var height: Length { pitch * lines.count }

  /// Draws some of the lines into a cell, centred between its top and bottom.
  func draw(_ range: Range<Int>, left: Length, height: Length) -> [PageItem] {
    var y = CellBox.baseline(height: height, pitch: pitch, count: range.count, size: size)
    var items: [PageItem] = []
    for line in lines[range] {
      for item in line.items { items.append(item.moved(x: left, y: y)) }
      y += pitch
    }
    return items
  }

  /// The first baseline of `count` lines in the middle of a cell.
  static func baseline(height: Length, pitch: Length, count: Int, size: Length) -> Length {
    height / 2 + belowMiddle(pitch: pitch, count: count, size: size)
  }

  /// How far below the middle of a cell the first of `count` baselines lies.
  static func belowMiddle(pitch: Length, count: Int, size: Length) -> Length {
    (pitch - size) / 2 + size * 0.88 - pitch * count / 2
  }

  /// The same text with another structure node and, where it is given, another origin.
  func marked(_ mark: Mark, _ origin: Origin? = nil) -> CellBox {
    var box = self
    box.mark = mark
    for line in box.lines.indices {
      for item in box.lines[line].items.indices {
        var marked = box.lines[line].items[item].marked(mark)
        if let origin, case .glyphs(var run) = marked {
          run.source = origin
          marked = .glyphs(run)
        }
        box.lines[line].items[item] = marked
      }
    }
    return box
  }
}
