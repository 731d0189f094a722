import DocumentTree
import Geometry
import Pages
import Styling

/// What all rows of one table share.
struct TableGrid {
  /// The left edges of the columns and the right edge of the last.
  let edges: [Length]
  let columns: [Column]
  let head: TextStyle
  let body: TextStyle
  let style: TableStyle
  /// Whether equal cells of a group are printed as one in any column.
  let hasMergedColumns: Bool
  /// How body cells of a single column are set, where their text begins, and their shapes.
  private(set) var simpleSettings: [CellSetting] = []
  private(set) var simpleLefts: [Length] = []
  let simpleShapes: [CellShape]

  init(
    edges: [Length],
    columns: [Column],
    head: TextStyle,
    body: TextStyle,
    style: TableStyle
  ) {
    self.edges = edges
    self.columns = columns
    self.head = head
    self.body = body
    self.style = style
    hasMergedColumns = columns.contains(where: \.isMerged)
    simpleShapes = columns.indices.map { CellShape(columns: $0..<$0 + 1) }
    simpleSettings = columns.indices.map {
      setting($0..<$0 + 1, isHead: false, isHeader: false, isCentred: false)
    }
    simpleLefts = columns.indices.map { textLeft($0..<$0 + 1) }
  }

  /// The number of columns.
  var count: Int { columns.count }

  /// Whether a body row has a cell in each column, none of which reaches further or is struck.
  func isSimple(_ row: TableRow<Never>) -> Bool {
    !hasMergedColumns && row.cells.count == count
      && row.cells.allSatisfy { cell in
        cell.columnSpan == 1 && cell.rowSpan == 1 && !cell.isHeader && !cell.joinsAbove
          && !cell.isStruck
      }
  }

  /// The distance between a cell's rules and its text, above and below.
  var verticalPadding: Length { style.cellPadding / 2 }

  /// How the text of a cell is set: headers as their style says, others as their column.
  func setting(
    _ columns: Range<Int>,
    isHead: Bool,
    isHeader: Bool,
    isCentred: Bool
  ) -> CellSetting {
    let isTitle = isHead || isHeader
    let isOfColumn = !isTitle && !isCentred
    let text = isTitle ? head : body
    let column = self.columns[columns.lowerBound]
    // Columns without a share hold prose, which reads better wrapped than small.
    let isProse = self.columns[columns].contains(where: \.isMeasured)
    return CellSetting(
      style: text,
      width: innerWidth(columns),
      alignment: isTitle ? text.alignment : isCentred ? .centre : column.textAlignment,
      spread: isOfColumn ? column.spread : nil,
      decimals: isOfColumn && column.alignment == .decimal ? column.decimals : nil,
      isVertical: columns.count == 1 && (isHead ? column.isHeadVertical : column.isVertical),
      leastScale: isProse ? 1 : style.leastScale,
      room: (isHead ? style.headHeight : style.rowHeight) - verticalPadding * 2
    )
  }

  /// The rule from the lower left to the upper right corner of a cell without a value.
  func strike(_ columns: Range<Int>, height: Length) -> PageItem {
    .rule(
      Rule(
        from: Point(x: edges[columns.lowerBound], y: height),
        to: Point(x: edges[columns.upperBound], y: .zero),
        thickness: style.rule
      )
    )
  }

  /// Where the text of a cell begins.
  func textLeft(_ columns: Range<Int>) -> Length { edges[columns.lowerBound] + padding(columns) }

  private func innerWidth(_ columns: Range<Int>) -> Length {
    width(columns) - padding(columns) * 2
  }

  private func width(_ columns: Range<Int>) -> Length {
    edges[columns.upperBound] - edges[columns.lowerBound]
  }

  /// The padding at each side; a narrow column gives up padding before its text.
  private func padding(_ columns: Range<Int>) -> Length {
    min(style.cellPadding, width(columns) / 8)
  }
}

extension Column {
  /// How text in a cell of the column stands.
  fileprivate var textAlignment: Alignment {
    switch alignment {
    case .start: .left
    case .centre: .centre
    case .end, .decimal: .right
    case .distributed: .distributed
    }
  }
}
