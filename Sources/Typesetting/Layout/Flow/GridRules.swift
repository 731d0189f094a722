import Geometry
import Pages
import Styling

/// Draws the rules of the part of a table on one page: as few and as long as the cells allow.
struct GridRules {
  private let edges: [Length]
  private let style: TableStyle
  private let rows: [PlacedRow]

  init(_ table: TableFrame, rows: [PlacedRow]) {
    edges = table.edges
    style = table.style
    self.rows = rows
  }

  /// Inner rules from top to bottom, then from left to right, then the frame.
  func items() -> [PageItem] {
    guard let top = rows.first?.top, let bottom = rows.last?.bottom, edges.count > 1 else {
      return []
    }
    var rules: [Rule] = []
    for index in rows.indices.dropLast() { rules += horizontals(below: index) }
    for column in 1..<edges.count - 1 { rules += verticals(at: column) }
    rules += frame(top: top, bottom: bottom)
    return rules.map { .rule($0) }
  }

  private func horizontals(below index: Int) -> [Rule] {
    let y = rows[index].bottom
    let joined = rows[index + 1].joined
    var rules: [Rule] = []
    var start: Int?
    for cell in rows[index].cells {
      if cell.continuesBelow || joined.contains(cell.columns) {
        if let from = start { rules.append(horizontal(y, from, cell.columns.lowerBound)) }
        start = nil
      } else if start == nil {
        start = cell.columns.lowerBound
      }
    }
    if let start { rules.append(horizontal(y, start, edges.count - 1)) }
    return rules
  }

  private func horizontal(_ y: Length, _ from: Int, _ to: Int) -> Rule {
    Rule(
      from: Point(x: edges[from], y: y),
      to: Point(x: edges[to], y: y),
      thickness: style.rule
    )
  }

  private func verticals(at column: Int) -> [Rule] {
    var rules: [Rule] = []
    var start: Length?
    for row in rows {
      // Where there are as many cells as columns, as in nearly all rows, one begins at each.
      let isRuled =
        row.cells.count == edges.count - 1
        || row.cells.contains { $0.columns.lowerBound == column }
      if isRuled {
        start = start ?? row.top
      } else if let from = start {
        rules.append(vertical(edges[column], from, row.top))
        start = nil
      }
    }
    if let start, let bottom = rows.last?.bottom {
      rules.append(vertical(edges[column], start, bottom))
    }
    return rules
  }

  private func vertical(_ x: Length, _ top: Length, _ bottom: Length) -> Rule {
    Rule(from: Point(x: x, y: top), to: Point(x: x, y: bottom), thickness: style.rule)
  }

  /// The frame's corners are closed: its level rules reach over half the thickness of the upright ones.
  private func frame(top: Length, bottom: Length) -> [Rule] {
    let half = style.frame / 2
    let left = edges[0]
    let right = edges[edges.count - 1]
    let level = [top, bottom].map { y in
      Rule(
        from: Point(x: left - half, y: y),
        to: Point(x: right + half, y: y),
        thickness: style.frame
      )
    }
    let upright = [left, right].map { x in
      Rule(from: Point(x: x, y: top), to: Point(x: x, y: bottom), thickness: style.frame)
    }
    return level + upright
  }
}
