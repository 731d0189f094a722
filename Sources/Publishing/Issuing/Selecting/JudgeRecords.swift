public import Diagnostics
public import Records
public import Rules

/// Reads a record file as `readRecords` does and judges every row by the rules of its place, beside decoding it.
///
/// A head that cannot be used leaves nothing to judge by, so that its rows are only read. Rules over single filings whose
/// codes are in `left` are left to others. Returns the file, without the rows of its lists that a rule forbids, and what
/// the rules say of its head, its lists and of the file as a whole.
public func judgeRecords(
  _ source: ByteSource,
  by shelf: RuleShelf,
  isUpload: Bool = false,
  leaving left: Set<String> = [],
  files: AttachedFiles = .none,
  workers: Int,
  visit: (JudgedRow, Batch?) -> Void
) throws(RecordFailure) -> (file: RecordFile, diagnostics: [Diagnostic]) {
  let judge: @Sendable (Batch) -> Judge = {
    Judge(shelf, for: $0, isUpload: isUpload, leaving: left, files: files)
  }
  var session: JudgingSession?
  let file = try passRecords(source, workers: workers) {
    let bench = Bench(judge)
    return { chunk in bench.verdicts(on: chunk) }
  } visit: { outcome, batch, verdict, line in
    if session == nil, let batch { session = JudgingSession(judge(batch)) }
    visit(session?.judged(outcome, verdict, line) ?? JudgedRow(outcome, [], line: line), batch)
  }
  // Lists of the head that stand behind the rows are known only now.
  let ofWhole = judge(file.batch)
  let whole = session?.whole ?? FileJudge(ofWhole)
  let diagnostics = ofWhole.headDiagnostics() + whole.finish(file.batch)
  return (file.leavingOut(Set(diagnostics.compactMap(\.refusedLine))), diagnostics)
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

/// What judges the rows of one thread.
private final class Bench {
  private let make: (Batch) -> Judge
  private var judge: (batch: Batch, judge: Judge)?

  init(_ make: @escaping (Batch) -> Judge) {
    self.make = make
  }

  /// Returns what the rules say of each row of `chunk`; none when its head cannot be used.
  func verdicts(on chunk: DecodedChunk) -> [Verdict] {
    guard let batch = chunk.batch else { return [] }
    let judge = judge(of: batch)
    return chunk.outcomes.map { outcome in
      guard case .accepted(let filing) = outcome else { return .sound }
      return judge.verdict(on: filing)
    }
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
  mutating func judged(_ outcome: RowOutcome, _ verdict: Verdict, _ line: Int) -> JudgedRow {
    guard case .accepted(let filing) = outcome else {
      return JudgedRow(outcome, verdict.diagnostics, line: line)
    }
    return JudgedRow(outcome, verdict.diagnostics + whole.take(filing, verdict), line: line)
  }
}
