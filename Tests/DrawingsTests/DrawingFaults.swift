import Diagnostics
import DocumentTree
import Drawings

/// Where the drawings of these tests are described.
let place = SourceLocation(file: "图.md", line: 1, column: 1)

/// Returns `text` as the lines of a description.
func lines(_ text: String) -> [DrawingLine] {
  text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map { index, line in
    DrawingLine(
      text: String(line),
      location: SourceLocation(file: "图.md", line: index + 1, column: 1)
    )
  }
}

extension Drawing {
  /// What must not happen: boxes that lie on one another, lines through boxes, anything outside.
  var faults: [String] {
    var faults: [String] = []
    for (index, box) in boxes.enumerated() {
      for other in boxes[(index + 1)...] where box.meets(other) {
        faults.append("boxes at \(box.x),\(box.y) and \(other.x),\(other.y) meet")
      }
      for step in steps where box.isCrossed(by: step) {
        faults.append("a line crosses the box at \(box.x),\(box.y)")
      }
      if box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height {
        faults.append("the box at \(box.x),\(box.y) stands outside")
      }
    }
    return faults
  }

  /// The rectangles.
  var boxes: [Box] {
    shapes.compactMap { shape in
      guard case .box(let box) = shape else { return nil }
      return box
    }
  }

  /// The texts.
  var texts: [Text] {
    shapes.compactMap { shape in
      guard case .text(let text) = shape else { return nil }
      return text
    }
  }

  private var steps: [(from: Point, to: Point)] {
    shapes.flatMap { shape -> [(from: Point, to: Point)] in
      guard case .line(let line) = shape else { return [] }
      return zip(line.points, line.points.dropFirst()).map { (from: $0, to: $1) }
    }
  }
}

extension Drawing.Box {
  fileprivate func meets(_ other: Drawing.Box) -> Bool {
    x < other.x + other.width && other.x < x + width && y < other.y + other.height
      && other.y < y + height
  }

  /// Whether a horizontal or vertical step goes through the inside.
  fileprivate func isCrossed(by step: (from: Drawing.Point, to: Drawing.Point)) -> Bool {
    let slack = 0.01
    let (left, right) = (min(step.from.x, step.to.x), max(step.from.x, step.to.x))
    let (top, bottom) = (min(step.from.y, step.to.y), max(step.from.y, step.to.y))
    return left < x + width - slack && right > x + slack && top < y + height - slack
      && bottom > y + slack
  }
}
