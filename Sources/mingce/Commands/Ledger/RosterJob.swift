import Diagnostics
import Forms
import Issuing
import Ledger
import Records

/// What the commands of rosters have in common: a form, its kind and rules, and the steps from records to rows.
struct RosterJob {
  let workshop: Workshop
  let texts: FormTexts
  let form: Form
  let rules: RosterRules
  let kind: RosterKind
  let world: World

  /// Opens the form `name` of the project, which shows of persons what `mask` says.
  init(
    form name: String,
    masked mask: MaskLevel = .whole,
    at place: ProjectOption,
    in world: World
  ) throws(CommandFailure) {
    self.world = world
    workshop = try Workshop(Project(at: place.project, in: world), in: world)
    _ = try workshop.form(name)
    texts = try workshop.texts(ofForm: name)
    var form = try workshop.form(from: texts)
    form.mask = mask
    self.form = form
    guard form.scope == .roster else {
      throw .usage("“\(name)”是单人文书，不是名册；请用 mingce render \(name)")
    }
    // The ledger keeps filings and the employer; a reprint would not find the lists again.
    guard form.usedLists.isEmpty else {
      let lists = form.usedLists.map { Message(term: $0.label) }.joined(separator: "、")
      throw .usage("“\(name)”印有\(lists)，账本不保存这些列表，不能登记；请用 mingce render \(name)")
    }
    rules = try workshop.rosterRules()
    guard let kind = rules.kind(ofForm: name) else {
      let file = workshop.project.shown(workshop.project.ledgerRules, in: world)
      throw .usage("\(file) 没有说明“\(name)”属于哪一类名册，请写进 kinds 中某一类的 forms")
    }
    self.kind = kind
  }

  /// What came of reading records for a roster.
  struct Reading {
    let file: RecordFile
    /// The rows that the form takes, in printing order.
    let rows: [Int]
    let judgement: RosterEntrants.Judgement
    /// How many sound filings were left out, by reason.
    let exclusions: [(reason: ExclusionReason, count: Int)]
  }

  /// Reads `records` and judges every row; nothing when the file cannot be used at all.
  func read(_ records: String, with ledger: Ledger?, at place: LedgerPlace)
    throws(CommandFailure) -> Reading?
  {
    // Whether the contract before is in a saved roster, the ledger knows better than the record (V-27).
    var builder = SelectionBuilder(form)
    var report = RecordReport(
      world: world,
      shelf: try world.ruleShelf(of: workshop.project),
      leaving: ["V-27"],
      showsNotices: false,
      picking: builder.picker
    )
    let kinds = Set(form.selection.kinds.isEmpty ? FilingKind.allCases : form.selection.kinds)
    var entrants = RosterEntrants(kind: kind, of: kinds, ledger: ledger)
    let file = try report.readForDocuments(records) { row, batch in
      builder.visit(row, in: batch)
      entrants.visit(row.outcome, in: batch)
    }
    guard let file else { return nil }
    let judgement = try place.telling { [entrants] () throws(LedgerFailure) in
      try entrants.judged()
    }
    let selection = builder.finish()
    let rows = selection.rows.filter { !judgement.refusedRows.contains($0) }
    return Reading(
      file: file,
      rows: rows,
      judgement: judgement,
      exclusions: selection.exclusions
    )
  }

  /// Returns the rows of `reading` as records of their own: canonical JSON Lines in printing order.
  func freeze(_ reading: Reading) throws(CommandFailure) -> ByteSource {
    let spool = try SpoolFile(in: world)
    do throws(ReadFailure) {
      let reader = try RowReader(reading.file)
      try write(reading.file.canonicalHead, to: spool)
      for row in reading.rows { try write(try reader.canonicalJSON(of: row) ?? [], to: spool) }
    } catch {
      throw .inputMissing(path: "记录文件", reason: error.message)
    }
    return try spool.source(named: "名册")
  }

  private func write(_ bytes: [UInt8], to spool: SpoolFile) throws(ReadFailure) {
    do throws(CommandFailure) {
      try spool.write(bytes + [UInt8(ascii: "\n")])
    } catch {
      throw ReadFailure(error.lines.joined(separator: "；"))
    }
  }

  /// Reads frozen records as the run of a roster, handing each filing to `visit` in the order of printing.
  func run(
    over frozen: ByteSource,
    visit: (Filing, Batch) -> Void = { _, _ in }
  ) throws(CommandFailure) -> FormRun {
    try FormRun(form, overFrozen: frozen, in: world, visit: visit)
  }
}

extension FormRun {
  /// Reads the `frozen` rows of a roster, handing each to `visit`; all of them are sound, or the records have changed.
  init(
    _ form: Form,
    overFrozen frozen: ByteSource,
    in world: World,
    visit: (Filing, Batch) -> Void = { _, _ in }
  ) throws(CommandFailure) {
    var builder = SelectionBuilder(form)
    do throws(RecordFailure) {
      let file = try readRecords(frozen, workers: world.coreCount) { outcome, batch in
        guard let batch, case .accepted(let filing) = outcome else { return }
        builder.visit(outcome, in: batch)
        visit(filing, batch)
      }
      let selection = builder.finish()
      guard selection.rows.count == file.rows.count else { throw RecordFailure.unusable([]) }
      self.init(form, of: file, selection: selection)
    } catch {
      let message: Message = "冻结的名册内容不能读取"
      let advice: Message = "记录文件可能在生成时被改动，请重试；重印时出现请用 mingce ledger verify 检查"
      throw .unfit([Diagnostic("ledger.frozen", .error, message, advice: advice)])
    }
  }
}

extension Workshop {
  /// Reads how the project keeps rosters.
  func rosterRules() throws(CommandFailure) -> RosterRules {
    let file = project.shown(project.ledgerRules, in: world)
    guard world.exists(project.ledgerRules) else {
      throw .inputMissing(path: file, reason: "没有名册登记的设置，可从程序自带的 content 文件夹复制一份")
    }
    let (rules, complaints) = readRosterRules(try world.text(of: project.ledgerRules), file: file)
    try world.settle(complaints)
    guard let rules else { throw .unfit([]) }
    return rules
  }
}
