import DocumentTree
import Geometry
import Styling

/// What all rows of one table share.
struct TableGrid {
  /// The left edges of the columns and the right edge of the last.
  let edges: [Length]
  let columns: [Column]
  let head: TextStyle
  let body: TextStyle
  let style: TableStyle

  /// The number of columns.
  var count: Int { columns.count }

  /// The distance between a cell's rules and its text, above and below.
  var verticalPadding: Length { style.cellPadding / 2 }

  /// How the text of a cell is set.
  func setting(
    _ columns: Range<Int>,
    isHead: Bool,
    isHeader: Bool,
    isCentred: Bool
  ) -> CellSetting {
    let text = isHead || isHeader ? head : body
    let alignment = self.columns[columns.lowerBound].alignment
    // Columns without a share hold prose, which reads better wrapped than small.
    let isProse = self.columns[columns].contains { $0.share == nil }
    return CellSetting(
      style: text,
      width: innerWidth(columns),
      alignment: isCentred ? .centre : alignment.textAlignment,
      leastScale: isProse ? 1 : style.leastScale,
      room: (isHead ? style.headHeight : style.rowHeight) - verticalPadding * 2
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

extension ColumnAlignment {
  fileprivate var textAlignment: Alignment {
    switch self {
    case .start: .left
    case .centre: .centre
    case .end: .right
    }
  }
}
