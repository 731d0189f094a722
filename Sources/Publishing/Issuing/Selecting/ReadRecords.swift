public import Records

/// Reads a record file as `openRecords` does, with `workers` threads decoding rows ahead of `visit`.
///
/// `visit` is called here and in the order of the file. A file of few rows is read without further threads.
public func readRecords(
  _ source: ByteSource,
  workers: Int,
  visit: (RowOutcome, Batch?) -> Void
) throws(RecordFailure) -> RecordFile {
  var opening = try RecordOpening(source)
  do throws(ReadFailure) {
    try opening.passRows(workers: workers, visit)
  } catch {
    throw .unreadable(error)
  }
  return try opening.file()
}

extension RecordOpening {
  /// Shows every row to `visit`, as far as the source can be read.
  fileprivate mutating func passRows(
    workers: Int,
    _ visit: (RowOutcome, Batch?) -> Void
  ) throws(ReadFailure) {
    guard let first = try nextChunk() else { return }
    let second = Result { () throws(ReadFailure) in try nextChunk() }
    guard workers > 1, case .success(let second?) = second else {
      let decoder = try ChunkDecoder()
      try take(decoder.decode(first), visit)
      var next = try second.get()
      while let chunk = next {
        try take(decoder.decode(chunk), visit)
        next = try nextChunk()
      }
      return
    }
    let crew = decoders(workers)
    crew.give(first)
    crew.give(second)
    try passRows(through: crew, ahead: 2 * workers, visit)
  }

  private func decoders(_ count: Int) -> Crew<RowChunk, Result<DecodedChunk, ReadFailure>> {
    Crew("decoder", size: count, capacity: 4 * count) {
      let decoder = Result { () throws(ReadFailure) in try ChunkDecoder() }
      return { chunk in decoder.map { $0.decode(chunk) } }
    }
  }

  /// Keeps `ahead` chunks under way; what was cut off before the source failed is shown first.
  private mutating func passRows(
    through crew: Crew<RowChunk, Result<DecodedChunk, ReadFailure>>,
    ahead: Int,
    _ visit: (RowOutcome, Batch?) -> Void
  ) throws(ReadFailure) {
    var ending: Result<Void, ReadFailure>?
    while true {
      while ending == nil, crew.count < ahead {
        switch Result(catching: { () throws(ReadFailure) in try nextChunk() }) {
        case .success(let chunk?): crew.give(chunk)
        case .success(nil): ending = .success(())
        case .failure(let failure): ending = .failure(failure)
        }
      }
      guard let decoded = crew.next() else { break }
      try take(try decoded.get(), visit)
    }
    try ending?.get()
  }
}
