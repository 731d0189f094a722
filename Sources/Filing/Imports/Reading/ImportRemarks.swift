import Diagnostics
import Spreadsheets

/// Counts harmless changes, so that each is told once a column and not once a cell.
struct ImportRemarks {
  private struct Key: Hashable {
    let remark: CellRemark
    let column: Int
  }

  private var counts: [Key: (count: Int, firstRow: Int)] = [:]

  /// Counts a change in a cell.
  mutating func add(_ remark: CellRemark, column: Int, row: Int) {
    let key = Key(remark: remark, column: column)
    counts[key] = (counts[key].map { $0.count + 1 } ?? 1, counts[key]?.firstRow ?? row)
  }

  /// The changes by column and kind, each at the first cell where it was made.
  func diagnostics(file: String, sheet: String) -> [Diagnostic] {
    let keys = counts.keys.sorted {
      ($0.column, $0.remark.rawValue) < ($1.column, $1.remark.rawValue)
    }
    return keys.map { key in
      let (count, row) = counts[key] ?? (0, 0)
      let letters = CellAddress.letters(ofColumn: key.column)
      return Diagnostic(
        key.remark.code,
        key.remark.severity,
        at: .cell(CellLocation(file: file, sheet: sheet, row: row, column: letters)),
        key.remark.message + (count > 1 ? "（这一列共\(count)格）" : "")
      )
    }
  }
}
