import Pages
import Styling

/// Tells the logical structure of a page: what its strips bring along, and the rows of tables as they find a place.
///
/// A table is one element over all its pages. Its rows are parted into a body for each page, which keeps the list of
/// a body's rows short; so a cell over several rows that reaches the next page is a cell of its own there.
struct PageStructure {
  /// Header rows or body rows, as an open element.
  private enum Group {
    case head, body
  }

  private(set) var steps: [StructureStep] = []
  private var group: (kind: Group, frame: FrameID)?
  private var isGroupOfThisPage = false
  private var isRowOpen = false

  /// The structure of the page after this one, to begin with.
  var followed: PageStructure {
    var next = self
    next.steps = []
    next.isGroupOfThisPage = false
    return next
  }

  /// Adds the steps that a strip brings along.
  mutating func add(_ steps: [StructureStep]) {
    self.steps += steps
  }

  /// Begins a row of the table `frame`, unless the row has no elements.
  ///
  /// A header needs a body (ISO 14289-1 §7.2): header rows that nothing follows are the body themselves.
  mutating func begin(_ row: RowShape, of frame: FrameID, in table: TableFrame) {
    guard let tags = row.tags else { return }
    let isHead = row.kind == .head && !table.isHeadAlone
    enter(isHead ? .head : .body, of: frame, depth: table.depth)
    switch tags {
    case .plain(let nodes): steps.append(.row(nodes: nodes))
    case .cells:
      steps.append(.open(StructureElement(.tableRow)))
      isRowOpen = true
    }
  }

  /// Adds a cell of the row that was begun, and returns the place of its step.
  mutating func add(_ cell: CellTag) -> Int {
    steps.append(.leaf(StructureElement(cell.role, node: cell.node, parts: cell.parts)))
    return steps.count - 1
  }

  /// Lets the cell of the step at `index` reach over `rows` rows.
  mutating func stretch(_ index: Int, over rows: Int) {
    guard case .leaf(var element) = steps[index] else { return }
    element.role = element.role.spanning(rows: rows)
    steps[index] = .leaf(element)
  }

  /// Ends the row above, and begins the header or a body where the row above belongs to another.
  private mutating func enter(_ kind: Group, of frame: FrameID, depth: Int) {
    let isSame = group.map { $0.kind == kind && $0.frame == frame } ?? false
    if isSame, isGroupOfThisPage || kind == .head {
      if isRowOpen { steps.append(.close(to: depth + 1)) }
    } else {
      steps.append(.close(to: depth))
      steps.append(.open(StructureElement(kind == .head ? .tableHead : .tableBody)))
      group = (kind, frame)
      isGroupOfThisPage = true
    }
    isRowOpen = false
  }
}

/// What the cells of a row are in the logical structure.
enum RowTags {
  /// A data cell a column, none of which reaches further.
  case plain(nodes: Range<Int>)
  /// Any others, from left to right, those included that begin only where no cell from above goes on.
  case cells([CellTag])
}

/// What a cell is in the logical structure.
struct CellTag {
  var columns: Range<Int>
  var role: StructureRole
  /// Its content; nothing for an empty place.
  var node: Int?
  var parts: [InlineElement] = []
}

extension StructureRole {
  /// The same cell over `rows` rows.
  fileprivate func spanning(rows: Int) -> StructureRole {
    switch self {
    case .columnHeader(let span): .columnHeader(CellSpan(columns: span.columns, rows: rows))
    case .rowHeader(let span): .rowHeader(CellSpan(columns: span.columns, rows: rows))
    case .dataCell(let span): .dataCell(CellSpan(columns: span.columns, rows: rows))
    default: self
    }
  }
}
