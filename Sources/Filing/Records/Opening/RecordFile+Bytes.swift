extension RecordFile {
  /// Returns the JSON of row number `row` (from 1) as it stands in the file.
  public func bytes(ofRow row: Int) throws(ReadFailure) -> [UInt8] {
    precondition(rows.indices.contains(row - 1), "there is no row \(row)")
    return try source.read(rows[row - 1].range)
  }
}
