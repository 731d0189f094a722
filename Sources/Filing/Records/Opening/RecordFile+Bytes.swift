extension RecordFile {
  /// Returns the JSON of row number `row` (from 1) as it stands in the file.
  public func bytes(ofRow row: Int) throws(ReadFailure) -> [UInt8] {
    precondition(rows.indices.contains(row - 1), "there is no row \(row)")
    return try source.read(rows[row - 1].range)
  }
}

extension RecordFile {
  /// Returns the JSON of the file without its rows: the head with all its lists.
  public func headText() throws(ReadFailure) -> [UInt8] {
    guard let first = rows.first?.range.lowerBound, let last = rows.last?.range.upperBound else {
      return try source.read(0..<source.count)
    }
    let before = try source.read(0..<first)
    // Behind the rows of a document stands the rest of the head; behind those of JSON Lines stands nothing.
    return layout == .document ? before + (try source.read(last..<source.count)) : before
  }
}
