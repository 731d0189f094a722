public import Diagnostics
public import Records
public import Rules

/// Reads a record file as `readRecords` does and judges every row by the rules of its place, beside decoding it.
///
/// Rows are judged by the head as far as it was read, even where errors in it make the file unusable; where place or day
/// are unknown they are only read. Rules over single filings whose codes are in `left` are left to others. A `picker` is
/// asked beside the rules for what its form makes of each row. Returns the
/// file, without the rows of its lists that a rule forbids, and what the rules say of its head, its lists and of the file
/// as a whole.
///
/// - Throws: `unusable` with what the rules say of the head and of the file as a whole among the reasons.
public func judgeRecords(
  _ source: ByteSource,
  by shelf: RuleShelf,
  isUpload: Bool = false,
  leaving left: Set<String> = [],
  picking picker: RowPicker? = nil,
  files: AttachedFiles = .none,
  workers: Int,
  visit: (JudgedRow, Batch?) -> Void
) throws(RecordFailure) -> (file: RecordFile, diagnostics: [Diagnostic]) {
  let judge: @Sendable (Batch) -> Judge = {
    Judge(shelf, for: $0, isUpload: isUpload, leaving: left, files: files)
  }
  var session: JudgingSession?
  do throws(RecordFailure) {
    let file = try passRecords(source, workers: workers) {
      let bench = Bench(judge, picker)
      return { chunk in bench.review(of: chunk) }
    } visit: { row in
      if session == nil, let head = row.head { session = JudgingSession(judge(head)) }
      visit(session?.judged(row) ?? JudgedRow(row, []), row.batch)
    }
    let diagnostics = verdict(on: file, by: judge(file.batch), after: session)
    return (file.leavingOut(Set(diagnostics.compactMap(\.refusedLine))), diagnostics)
  } catch {
    guard case .unusable(let reasons, let file?) = error else { throw error }
    let diagnostics = verdict(on: file, by: judge(file.batch), after: session)
    throw .unusable(reasons + diagnostics, asRead: file)
  }
}

/// Returns what the rules say of the head of `file` and of the file as a whole, whose rows `session` has seen.
///
/// The judge knows lists of the head that stand behind the rows, unlike the session.
private func verdict(
  on file: RecordFile,
  by judge: Judge,
  after session: JudgingSession?
) -> [Diagnostic] {
  judge.headDiagnostics() + (session?.whole ?? FileJudge(judge)).finish(file.batch)
}

extension RecordFile {
  /// Returns the file without `refused` rows of its lists.
  fileprivate func leavingOut(_ refused: Set<ListPlace>) -> RecordFile {
    refused.isEmpty ? self : keepingLines { !refused.contains($0.place) }
  }
}

extension Diagnostic {
  /// The row of a list that the complaint forbids.
  fileprivate var refusedLine: ListPlace? {
    guard severity == .error, case .field(let place) = origin else { return nil }
    return ListPlace(field: place.field)
  }
}

extension [Diagnostic] {
  /// Whether what rules say of a file forbids all documents of it, and not only some row of a list.
  ///
  /// Whatever is wrong with the employer or with the file as a whole is wrong with each document that names them.
  public var forbidWholeFile: Bool {
    contains { $0.severity == .error && $0.refusedLine == nil }
  }
}

/// What judges and picks the rows of one thread.
private final class Bench {
  private let make: (Batch) -> Judge
  private let picker: RowPicker?
  private var judge: (batch: Batch, judge: Judge)?

  init(_ make: @escaping (Batch) -> Judge, _ picker: RowPicker?) {
    (self.make, self.picker) = (make, picker)
  }

  /// Returns what there is to say of each row of `chunk`; nothing when its head does not tell place and day.
  func review(of chunk: DecodedChunk) -> ChunkReview {
    guard let head = chunk.head else { return ChunkReview() }
    let judge = judge(of: head)
    let verdicts = chunk.outcomes.map { outcome in
      switch outcome {
      case .accepted(let filing): judge.verdict(on: filing)
      case .refused(let rejection): judge.verdict(on: rejection.readings)
      }
    }
    let picks = picker?.pick(chunk.outcomes, judged: verdicts, in: head)
    return ChunkReview(verdicts: verdicts, picks: picks ?? [])
  }

  private func judge(of batch: Batch) -> Judge {
    if let judge, judge.batch === batch { return judge.judge }
    let made = make(batch)
    judge = (batch, made)
    return made
  }
}

/// The judging of one file, row after row.
private struct JudgingSession {
  private(set) var whole: FileJudge

  init(_ judge: Judge) {
    whole = FileJudge(judge)
  }

  /// Returns the row with everything that the rules say of it.
  mutating func judged(_ row: PassedRow) -> JudgedRow {
    let besides =
      switch row.outcome {
      case .accepted(let filing): whole.take(filing, row.verdict)
      case .refused(let rejection): whole.findings(on: rejection.readings)
      }
    return JudgedRow(row, row.verdict.diagnostics + besides)
  }
}
