import Diagnostics
import DocumentTree

/// One level of a column's header, such as 合同期限 or 起始日期 of `合同期限 > 起始日期`.
struct HeaderLabel {
  /// The label as it is written; neighbours that write the same share a cell.
  var text: String
  var content: [Inline<FieldReference>]

  /// Returns the header rows of columns with these labels, each from the highest level to the lowest.
  ///
  /// Neighbouring columns whose labels agree down to a level share one cell there; the lowest label of a column
  /// reaches down to the last row.
  static func rows(of columns: [[HeaderLabel]], origin: Origin) -> [TableRow<FieldReference>] {
    let depth = max(1, columns.map(\.count).max() ?? 1)
    return (0..<depth).map { level in
      TableRow(cells: cells(at: level, of: columns, depth: depth), origin: origin)
    }
  }

  private static func cells(
    at level: Int,
    of columns: [[HeaderLabel]],
    depth: Int
  ) -> [TableCell<FieldReference>] {
    var cells: [TableCell<FieldReference>] = []
    for (index, labels) in columns.enumerated() where level < labels.count {
      let isLowest = level == labels.count - 1
      if !isLowest, index > 0, agree(labels, columns[index - 1], downTo: level) {
        cells[cells.count - 1].columnSpan += 1
      } else {
        let rowSpan = isLowest ? depth - level : 1
        cells.append(TableCell(content: labels[level].content, rowSpan: rowSpan))
      }
    }
    return cells
  }

  /// Whether two columns stand under the same labels down to `level`, and both have more below it.
  private static func agree(
    _ left: [HeaderLabel],
    _ right: [HeaderLabel],
    downTo level: Int
  ) -> Bool {
    min(left.count, right.count) > level + 1
      && zip(left, right).prefix(level + 1).allSatisfy { $0.text == $1.text }
  }
}
