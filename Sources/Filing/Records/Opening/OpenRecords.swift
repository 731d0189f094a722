/// Reads a record file once from front to back, in flat memory, showing every row to `visit` in order.
///
/// The file is one JSON document or JSON Lines (the head first, then a filing a line). A broken row is refused alone.
/// An error in the head makes the file unusable, but the rows of a file of this schema are shown all the same, so that
/// one pass tells of everything.
public func openRecords(
  _ source: ByteSource,
  visit: (RowOutcome) -> Void
) throws(RecordFailure) -> RecordFile {
  try openRecords(source, visitWithHead: { outcome, _ in visit(outcome) })
}

/// Reads a record file as above; each row comes with the head, or with nothing where the head is unusable.
public func openRecords(
  _ source: ByteSource,
  visitWithHead: (RowOutcome, Batch?) -> Void
) throws(RecordFailure) -> RecordFile {
  var opening = try RecordOpening(source)
  do throws(ReadFailure) {
    let decoder = try ChunkDecoder()
    while let chunk = try opening.nextChunk() {
      try opening.take(decoder.decode(chunk), visitWithHead)
    }
  } catch {
    throw .unreadable(error)
  }
  return try opening.file()
}
