import Diagnostics
import DocumentTree
import Forms
import Records

/// What became of all rows, as far as it cannot be read again: failed rows with their reasons, then the others.
struct OutcomeList: Sendable {
  private var failures: [RowResult] = []
  private var passed: [Int] = []

  /// Takes notice of the next row.
  mutating func add(_ outcome: RowOutcome) {
    switch outcome {
    case .accepted(let filing): passed.append(filing.row)
    case .refused(let rejection):
      failures.append(
        RowResult(
          row: rejection.row,
          name: rejection.name,
          sketch: rejection.sketch,
          isUsable: false,
          diagnostics: rejection.reasons
        )
      )
    }
  }

  /// The row numbers in printing order.
  var rows: [Int] { failures.map(\.row) + passed }

  /// Returns the rows, the sound ones read again from `file` as they are asked for.
  func source(of file: RecordFile) -> OutcomeSource {
    OutcomeSource(count: failures.count + passed.count, failed: failures.count) {
      [failures, passed] () throws(RowSource.Failure) in
      var failed = failures[...]
      var pull = try FilingPull(passed, of: file)
      return { () throws(RowSource.Failure) in
        if let result = failed.popFirst() { return result }
        return try pull.next().map { filing in
          RowResult(
            row: filing.row,
            name: filing.employee.name,
            sketch: filing.sketch,
            isUsable: true,
            diagnostics: []
          )
        }
      }
    }
  }
}
