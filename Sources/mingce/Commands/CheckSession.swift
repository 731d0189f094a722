import Diagnostics
import Issuing
import Records
import Rules

/// Where a report goes: to a file, whole or not at all, or to the screen as it comes.
final class CheckPaper {
  private let file: AtomicFile?
  private let console: Console

  init(_ path: String?, in world: World) throws(CommandFailure) {
    file = try path.map { path throws(CommandFailure) in try world.newFile(path) }
    console = world.console
  }

  /// Writes more of the report.
  func write(_ text: String) throws(CommandFailure) {
    guard !text.isEmpty else { return }
    if let file { try file.write(Array(text.utf8)) } else { console.put(text) }
  }

  /// Writes what is no text.
  func write(_ bytes: [UInt8]) throws(CommandFailure) { try file?.write(bytes) }

  /// Gives the file its name.
  func finish() throws(CommandFailure) { try file?.commit() }
}

/// One run of a check: reads, judges and writes the report row by row.
struct CheckSession {
  private var report: any CheckReport
  private let paper: CheckPaper
  private var summary: CheckSummary
  private let tellsUnusable: Bool
  private let mask: MaskLevel
  private let project: Project
  private let world: World
  private var failed: FailedRows?
  private var failure: CommandFailure?

  init(
    report: any CheckReport,
    paper: CheckPaper,
    summary: CheckSummary,
    tellsUnusable: Bool,
    masking mask: MaskLevel,
    returning failed: FailedRows?,
    of project: Project,
    in world: World
  ) {
    (self.report, self.paper, self.summary) = (report, paper, summary)
    (self.tellsUnusable, self.mask) = (tellsUnusable, mask)
    (self.project, self.world) = (project, world)
    self.failed = failed
  }

  /// Checks the file at `path` and returns what it came to.
  func check(
    _ path: String,
    by shelf: RuleShelf,
    isUpload: Bool
  ) throws(CommandFailure) -> CheckSummary {
    var run = self
    try run.read(path, by: shelf, isUpload: isUpload)
    return run.summary
  }

  private mutating func read(
    _ path: String,
    by shelf: RuleShelf,
    isUpload: Bool
  ) throws(CommandFailure) {
    let source = try world.recordSource(path)
    let words = world.console.words
    let progress = Progress("正在读取 \(source.name)", on: world.console)
    defer { progress.finish() }
    write(report.begin())
    let file: RecordFile
    do throws(RecordFailure) {
      let judged = try judgeRecords(
        source,
        by: shelf,
        isUpload: isUpload,
        files: .beside(path),
        workers: world.coreCount
      ) { row, _ in
        progress.advance(to: row.outcome.row, unit: "条")
        if !row.diagnostics.isEmpty { progress.finish() }
        failed?.note(row.outcome)
        let masked = ReportMask(mask, of: row.outcome, in: row.head)
        add(CheckedRow(row, masked: masked, in: words))
      }
      file = judged.file
      progress.finish()
      add(judged.file.diagnostics + judged.diagnostics, of: file)
    } catch {
      progress.finish()
      guard case .unusable(let diagnostics, let read?) = error else {
        try tell(error, of: source.name)
        failed?.giveUp(in: world)
        return
      }
      file = read
      add(diagnostics, of: file)
    }
    try end()
    if let failed { try writeBack(failed, of: file) }
  }

  /// Tells what concerns the head of `file` and the file as a whole.
  private mutating func add(_ diagnostics: [Diagnostic], of file: RecordFile) {
    summary.batch = file.batch
    failed?.note(diagnostics)
    let masked = ReportMask(mask, in: file.batch)
    add(CheckedRow(file: diagnostics, masked: masked, in: world.console.words))
  }

  /// Writes the end of the report.
  private mutating func end() throws(CommandFailure) {
    write(report.end(summary, titles: try titles()))
    if let failure { throw failure }
  }

  /// Writes the refused rows back into the sheets that they may have come from.
  private func writeBack(_ failed: FailedRows, of file: RecordFile) throws(CommandFailure) {
    let templates = try TemplateShelf(project, in: world).templates
    try failed.write(file, templates: templates, in: world)
  }

  /// Returns what the rules that were told are called; those of reading are looked up only where one was told.
  private func titles() throws(CommandFailure) -> [String: String] {
    var titles: [String: String] = [:]
    for rule in RuleCatalogue.rules { titles[rule.code] = rule.title }
    let isChinese = world.console.words.isChinese
    guard !isChinese || summary.counts.keys.contains(where: { titles[$0] == nil }) else {
      return titles
    }
    for item in try world.explanations(of: project) { titles[item.code] = item.title }
    return titles
  }

  /// Tells why there is no telling for where or for which day the file is; without rows that is all there is on the screen.
  private mutating func tell(
    _ error: RecordFailure,
    of name: String
  ) throws(CommandFailure) {
    switch error {
    case .unreadable(let failure): throw .inputMissing(path: name, reason: failure.message)
    case .unusable(let diagnostics, _):
      let masked = ReportMask(mask, in: nil)
      let whole = CheckedRow(file: diagnostics, masked: masked, in: world.console.words)
      let hasRows = summary.rows.usable + summary.rows.refused > 0
      summary.add(whole)
      if tellsUnusable, !hasRows {
        whole.findings.map(\.diagnostic).forEach(world.console.complain)
      } else {
        write(report.add(whole))
        try end()
      }
    }
  }

  private mutating func add(_ row: CheckedRow) {
    summary.add(row)
    write(report.add(row))
  }

  /// Writes unless an earlier piece could not be written; reading goes on, since rows come from a closure.
  private mutating func write(_ text: String) {
    guard failure == nil else { return }
    do throws(CommandFailure) {
      try paper.write(text)
    } catch {
      failure = error
    }
  }
}
