import Records

extension StageBenchmark {
  /// Bytes of a record file to filings.
  static let decode = StageBenchmark(name: "decode", unit: "rows") {
    let records = try StageSample().records
    return {
      var count = 0
      _ = try openRecords(records) { outcome in
        if case .accepted = outcome { count += 1 }
      }
      return count
    }
  }
}
