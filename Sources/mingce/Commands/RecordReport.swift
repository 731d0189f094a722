import Diagnostics
import Issuing
import Records
import Rules

/// Reads a record file for a command, shows its problems as they come and counts them.
struct RecordReport {
  private let world: World
  private let shelf: RuleShelf?
  private let left: Set<String>
  private let showsNotices: Bool
  private let tells: Bool
  private let picker: RowPicker?
  private var files = AttachedFiles.none
  private var counts = RecordCounts()
  private var isWholeForbidden = false

  /// Begins a report; without a shelf rows are only read, without notices only errors are shown.
  ///
  /// Rules whose codes are in `left` are left to others, as the state of contracts to the ledger. Nothing is shown at all
  /// unless the report `tells`. Rows are picked by the `picker` where they are judged.
  init(
    world: World,
    shelf: RuleShelf?,
    leaving left: Set<String> = [],
    showsNotices: Bool,
    tells: Bool = true,
    picking picker: RowPicker? = nil
  ) {
    self.world = world
    self.shelf = shelf
    self.left = left
    self.showsNotices = showsNotices
    self.tells = tells
    self.picker = picker
  }

  /// Whether a row or the file itself holds an error.
  var hasErrors: Bool { counts.hasErrors }

  /// The counts in one line.
  var summary: Message { counts.line }

  /// Reads the file at `path` to make documents of it, handing every row to `visit`.
  ///
  /// Nothing comes of a file that cannot be used at all, or whose employer or whole a rule forbids; that is told.
  mutating func readForDocuments(
    _ path: String,
    visit: (JudgedRow, Batch) -> Void
  ) throws(CommandFailure) -> RecordFile? {
    let file = try read(path, visit: visit)
    guard isWholeForbidden else { return file }
    if tells { world.console.note("错误：单位信息或者整个文件有上面的错误，改正以前不能生成任何文书。") }
    return nil
  }

  /// Reads the file at `path`, handing every row to `visit`; nothing when the file cannot be used at all.
  mutating func read(
    _ path: String,
    visit: (JudgedRow, Batch) -> Void = { _, _ in }
  ) throws(CommandFailure) -> RecordFile? {
    files = .beside(path)
    return try read(try world.recordSource(path), visit: visit)
  }

  /// Reads `source`, handing every row to `visit`; nothing when it cannot be used at all.
  mutating func read(
    _ source: ByteSource,
    visit: (JudgedRow, Batch) -> Void = { _, _ in }
  ) throws(CommandFailure) -> RecordFile? {
    let progress = Progress("正在读取 \(source.name)", on: world.console)
    defer { progress.finish() }
    do throws(RecordFailure) {
      let judged = try pass(over: source) { row, batch in
        progress.advance(to: row.outcome.row, unit: "条")
        if hasProblem(row) { progress.finish() }
        show(row)
        if let batch { visit(row, batch) }
      }
      progress.finish()
      show(judged.file.diagnostics + judged.diagnostics)
      isWholeForbidden = judged.diagnostics.forbidWholeFile
      return judged.file
    } catch {
      switch error {
      case .unreadable(let failure):
        throw .inputMissing(path: source.name, reason: failure.message)
      case .unusable(let diagnostics, _):
        progress.finish()
        show(diagnostics)
        return nil
      }
    }
  }

  private func pass(
    over source: ByteSource,
    visit: (JudgedRow, Batch?) -> Void
  ) throws(RecordFailure) -> (file: RecordFile, diagnostics: [Diagnostic]) {
    guard let shelf else {
      let file = try readRecords(source, workers: world.coreCount) { outcome, batch in
        visit(JudgedRow(outcome), batch)
      }
      return (file, [])
    }
    return try judgeRecords(
      source,
      by: shelf,
      leaving: left,
      picking: picker,
      files: files,
      workers: world.coreCount,
      visit: visit
    )
  }

  private func hasProblem(_ row: JudgedRow) -> Bool {
    switch row.outcome {
    case .accepted: showsNotices && !row.diagnostics.isEmpty
    case .refused: true
    }
  }

  private mutating func show(_ row: JudgedRow) {
    switch row.outcome {
    case .accepted:
      counts.usable += 1
      counts.warnings += row.diagnostics.count { $0.severity == .warning }
      complain(of: row.diagnostics)
    case .refused:
      counts.refused += 1
      complain(of: row.diagnostics)
    }
  }

  private mutating func show(_ diagnostics: [Diagnostic]) {
    counts.fileErrors += diagnostics.count { $0.severity == .error }
    counts.warnings += diagnostics.count { $0.severity == .warning }
    complain(of: diagnostics)
  }

  private func complain(of diagnostics: [Diagnostic]) {
    guard tells else { return }
    diagnostics.filter { showsNotices || $0.severity == .error }.forEach(world.console.complain)
  }
}
