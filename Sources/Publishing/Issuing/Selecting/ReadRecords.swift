public import Records
import Rules

/// Reads a record file as `openRecords` does, with `workers` threads decoding rows ahead of `visit`.
///
/// `visit` is called here and in the order of the file. A file of few rows is read without further threads.
public func readRecords(
  _ source: ByteSource,
  workers: Int,
  visit: (RowOutcome, Batch?) -> Void
) throws(RecordFailure) -> RecordFile {
  try passRecords(source, workers: workers) {
    { _ in ChunkReview() }
  } visit: { row in
    visit(row.outcome, row.batch)
  }
}

/// A row that has been read, with what it is judged by and what rules say of it alone.
struct PassedRow {
  let outcome: RowOutcome
  /// The head, where it can be used.
  let batch: Batch?
  /// The head as far as it was read.
  let head: Batch?
  let verdict: Verdict
  /// What a form makes of it, where one was asked.
  let pick: PickedRow?
  /// The line of the file, from 1, on which the row begins.
  let line: Int
}

/// What the thread that has decoded a chunk says of its rows: one of each a row, or none at all.
struct ChunkReview: Sendable {
  /// What rules say of them.
  var verdicts: [Verdict] = []
  /// What a form makes of them.
  var picks: [PickedRow?] = []
}

/// Reads a record file as above; every thread calls `begin` once for what reviews the chunks that it has decoded.
func passRecords(
  _ source: ByteSource,
  workers: Int,
  reviewing begin: @escaping @Sendable () -> (DecodedChunk) -> ChunkReview,
  visit: (PassedRow) -> Void
) throws(RecordFailure) -> RecordFile {
  var opening = try RecordOpening(source)
  do throws(ReadFailure) {
    try opening.passRows(workers: workers, begin, visit)
  } catch {
    throw .unreadable(error)
  }
  return try opening.file()
}

/// A decoded chunk with what is to be said of its rows.
private struct ReviewedChunk: Sendable {
  let decoded: DecodedChunk
  let review: ChunkReview
}

extension RecordOpening {
  fileprivate typealias Visit = (PassedRow) -> Void
  fileprivate typealias Begin = @Sendable () -> (DecodedChunk) -> ChunkReview

  /// Shows every row to `visit`, as far as the source can be read.
  fileprivate mutating func passRows(
    workers: Int,
    _ begin: @escaping Begin,
    _ visit: Visit
  ) throws(ReadFailure) {
    guard let first = try nextChunk() else { return }
    let second = Result { () throws(ReadFailure) in try nextChunk() }
    guard workers > 1, case .success(let second?) = second else {
      let (decoder, review) = (try ChunkDecoder(), begin())
      try take(decoder.reviewed(first, review), visit)
      var next = try second.get()
      while let chunk = next {
        try take(decoder.reviewed(chunk, review), visit)
        next = try nextChunk()
      }
      return
    }
    let crew = decoders(workers, begin)
    crew.give(first)
    crew.give(second)
    try passRows(through: crew, ahead: 4 * workers, visit)
  }

  private func decoders(
    _ count: Int,
    _ begin: @escaping Begin
  ) -> Crew<RowChunk, Result<ReviewedChunk, ReadFailure>> {
    Crew("decoder", size: count, capacity: 4 * count) {
      let decoder = Result { () throws(ReadFailure) in try ChunkDecoder() }
      let review = begin()
      return { chunk in decoder.map { $0.reviewed(chunk, review) } }
    }
  }

  /// Shows the rows of a chunk with what was said of them.
  private mutating func take(_ chunk: ReviewedChunk, _ visit: Visit) throws(ReadFailure) {
    var index = 0
    let (verdicts, picks) = (chunk.review.verdicts, chunk.review.picks)
    try take(chunk.decoded) { outcome, batch in
      visit(
        PassedRow(
          outcome: outcome,
          batch: batch,
          head: chunk.decoded.head,
          verdict: index < verdicts.count ? verdicts[index] : .sound,
          pick: index < picks.count ? picks[index] : nil,
          line: chunk.decoded.line(of: index)
        )
      )
      index += 1
    }
  }

  /// Keeps `ahead` chunks under way; what was cut off before the source failed is shown first.
  private mutating func passRows(
    through crew: Crew<RowChunk, Result<ReviewedChunk, ReadFailure>>,
    ahead: Int,
    _ visit: Visit
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

extension ChunkDecoder {
  /// Decodes `chunk` and has its rows reviewed.
  fileprivate func reviewed(
    _ chunk: RowChunk,
    _ review: (DecodedChunk) -> ChunkReview
  ) -> ReviewedChunk {
    let decoded = decode(chunk)
    return ReviewedChunk(decoded: decoded, review: review(decoded))
  }
}
