import Geometry
import Pages
import Styling

/// A box or table around strips, which may reach over several pages.
enum FlowFrame {
  case box(BoxFrame)
  case table(TableFrame)

  /// The room kept free at the top of each of its parts.
  var padding: Length {
    switch self {
    case .box(let box): box.padding
    case .table: .zero
    }
  }

  /// The strips repeated where it continues on another page.
  var repeats: [FlowLine] {
    switch self {
    case .box: []
    case .table(let table): table.repeats
    }
  }

  /// What stands under the rows of each part.
  var foot: PartFoot? {
    switch self {
    case .box: nil
    case .table(let table): table.foot
    }
  }

  /// How many body rows a page holds at most.
  var rowsPerPage: Int? {
    switch self {
    case .box: nil
    case .table(let table): table.style.rowsPerPage
    }
  }

  /// The table, where it is one.
  var table: TableFrame? {
    switch self {
    case .box: nil
    case .table(let table): table
    }
  }
}

/// The ground and the rule at the left of a call-out, a quotation or a code block.
struct BoxFrame {
  var left: Length
  var width: Length
  /// The room above the first and below the last strip of each part.
  var padding: Length
  var ground: Ink?
  var bar: Ink?

  /// Returns what is painted under the part between two heights.
  func draw(from top: Length, to bottom: Length) -> [PageItem] {
    var items: [PageItem] = []
    let area = Rectangle(x: left, y: top, width: width, height: bottom - top)
    if let ground { items.append(.fill(area, ground)) }
    if let bar {
      let thickness = Length.mm(0.8)
      let x = left + thickness / 2
      items.append(
        .rule(
          Rule(
            from: Point(x: x, y: top),
            to: Point(x: x, y: bottom),
            thickness: thickness,
            ink: bar
          )
        )
      )
    }
    return items
  }
}

/// The grid of a table.
///
/// An object, since every row looks something up in it, and a value would be copied each time.
final class TableFrame {
  /// The left edges of the columns and the right edge of the last.
  let edges: [Length]
  let style: TableStyle
  /// How many elements of the logical structure are open in the table, its own included.
  let depth: Int
  /// Whether no row follows the header rows.
  let isHeadAlone: Bool
  /// The header rows as they are repeated.
  var repeats: [FlowLine] = []
  /// What stands under the rows of each part.
  var foot: PartFoot?

  /// Creates the grid of a table without repeats and foot.
  init(edges: [Length], style: TableStyle, depth: Int, isHeadAlone: Bool = false) {
    self.edges = edges
    self.style = style
    self.depth = depth
    self.isHeadAlone = isHeadAlone
  }
}
