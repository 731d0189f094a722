import DocumentTree
import Forms
import Issuing
import Records

extension StageBenchmark {
  /// A form and its filings to a document without holes.
  static let bind = StageBenchmark(name: "bind", unit: "rows") {
    let sample = try StageSample()
    let rows = FilingSource(try sample.filings())
    let (batch, facts) = (sample.run.file.batch, sample.run.selection.facts)
    return {
      let bound = try boundRoster(sample.form, batch: batch, facts: facts, rows: rows)
      return try StageSample.settled(bound.document).body.reduce(0) { count, block in
        guard case .table(let table) = block, case .rows(let rows) = table.body else {
          return count
        }
        return count + rows.count
      }
    }
  }
}
