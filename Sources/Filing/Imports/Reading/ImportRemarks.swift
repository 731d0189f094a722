import Diagnostics
import Spreadsheets

/// Counts harmless changes, so that each is told once a column and not once a cell.
struct ImportRemarks {
  private struct Key: Hashable {
    let remark: CellRemark
    let column: Int
  }

  /// How often a change was made, where first, and what was lost there.
  private struct Tally {
    var count = 0
    let firstRow: Int
    let firstLoss: String?
  }

  private var tallies: [Key: Tally] = [:]

  /// Counts a change in a cell, which has lost `loss`.
  mutating func add(_ remark: CellRemark, column: Int, row: Int, loss: String? = nil) {
    let key = Key(remark: remark, column: column)
    tallies[key, default: Tally(firstRow: row, firstLoss: loss)].count += 1
  }

  /// The changes by column and kind, each at the first cell where it was made.
  func diagnostics(file: String, sheet: String) -> [Diagnostic] {
    let keys = tallies.keys.sorted {
      ($0.column, $0.remark.rawValue) < ($1.column, $1.remark.rawValue)
    }
    return keys.compactMap { key in
      guard let tally = tallies[key] else { return nil }
      let letters = CellAddress.letters(ofColumn: key.column)
      return Diagnostic(
        key.remark.code,
        key.remark.severity,
        at: .cell(CellLocation(file: file, sheet: sheet, row: tally.firstRow, column: letters)),
        key.remark.message + (tally.count > 1 ? "（这一列共\(tally.count)格）" : ""),
        found: tally.firstLoss.map { "\($0)" }
      )
    }
  }
}
