extension StageBenchmark {
  /// The places of selected rows to filings, in printing order: the second reading.
  static let readAgain = StageBenchmark(name: "read-again", unit: "rows") {
    let sample = try StageSample()
    return { try sample.filings().count }
  }
}
