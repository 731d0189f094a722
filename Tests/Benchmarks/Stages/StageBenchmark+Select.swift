import Issuing
import Records

extension StageBenchmark {
  /// Filings to those that a form prints, counted and in its order.
  static let select = StageBenchmark(name: "select", unit: "rows") {
    let sample = try StageSample()
    let outcomes = try sample.filings().map(RowOutcome.accepted)
    let batch = sample.run.file.batch
    return {
      var builder = SelectionBuilder(sample.form)
      for outcome in outcomes { builder.visit(outcome, in: batch) }
      return builder.finish().rows.count
    }
  }
}
