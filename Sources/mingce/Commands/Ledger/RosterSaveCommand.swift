import ArgumentParser
import Diagnostics
import Issuing
import Ledger
import Records

/// Saves a roster: gives it a number, freezes its rows and prints it.
struct RosterSaveCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "save",
    abstract: "保存名册：编号、登记并印出，其中的备案记为已生成名册。",
    discussion: """
      例：mingce roster save roster-new 记录.json -o 名册.pdf

      有行不能进入名册时（未审核通过、已生成名册、原合同的名册还没有保存）不保存，逐行说明原因；\
      加 --good-rows 只收可用的行。中途断电或被终止时，要么没有保存，要么已保存并可用 \
      mingce roster reprint 重新印出同样的文件。
      """
  )

  @OptionGroup var arguments: RosterArguments

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let path = try pdfPath(arguments.output, in: world)
    let job = try RosterJob(form: arguments.form, at: arguments.options.place, in: world)
    let place = LedgerPlace(arguments.options, records: arguments.records, in: world)
    let known = try place.openIfPresent()
    guard let reading = try job.read(arguments.records, with: known, at: place) else {
      return .problemsFound
    }
    guard mayGoOn(reading, job) else { return .problemsFound }
    let printer = try Printer(job.workshop, isStandalone: false, in: world)
    let ledger = try place.openOrCreate()
    let maker = ledger.traceMaker()
    var traces: [FilingTrace] = []
    let run = try job.run(over: job.freeze(reading)) { traces.append(maker.trace(of: $0, in: $1)) }
    let saving = RosterSaving(
      job: job,
      reading: reading,
      run: run,
      traces: traces,
      printer: printer,
      path: path
    )
    try saving.save(in: ledger, at: place)
    return .ok
  }

  /// Whether the roster can be saved as it is; tells why not.
  private func mayGoOn(_ reading: RosterJob.Reading, _ job: RosterJob) -> Bool {
    let console = job.world.console
    job.tell(reading)
    if !reading.judgement.diagnostics.isEmpty, !arguments.goodRows {
      console.note("错误：名册没有保存，原因见上。")
      return false
    }
    let sizes = job.rules.sizeDiagnostics(
      count: reading.rows.count,
      allowsEmpty: arguments.allowEmpty
    )
    sizes.forEach(console.complain)
    return !sizes.contains { $0.severity == .error }
  }
}

/// One saving of a roster.
private struct RosterSaving {
  let job: RosterJob
  let reading: RosterJob.Reading
  let run: FormRun
  /// Those of the frozen rows, in their order.
  let traces: [FilingTrace]
  let printer: Printer
  let path: String

  /// Saves the roster and gives the file its name, in this order; `Ledger.save` says why.
  func save(in ledger: Ledger, at place: LedgerPlace) throws(CommandFailure) {
    let file = run.file
    let reader: RowReader
    do throws(ReadFailure) {
      reader = try RowReader(file)
    } catch {
      throw .inputMissing(path: "名册", reason: error.message)
    }
    var position = 0
    let draft = RosterDraft(
      kind: job.kind,
      format: job.rules.numberFormat(for: file.batch.profile),
      form: job.texts,
      title: run.title,
      batch: file.batch,
      head: file.canonicalHead
    ) {
      guard position < file.rows.count else { return nil }
      position += 1
      return try row(position, from: reader)
    }
    var held: HeldFile?
    let time = job.world.actionTime(file.batch.asOf)
    let roster = try place.telling { () throws(LedgerFailure) in
      try ledger.save(draft, at: time) { mark in
        let file = try print(mark)
        held = file
        return file.printed
      }
    }
    try release(held, of: roster)
    tell(roster)
  }

  private func row(_ position: Int, from reader: RowReader) throws -> FrozenRow {
    let source = reading.rows[position - 1]
    return FrozenRow(
      trace: traces[position - 1],
      // The frozen lines are canonical already.
      content: try reader.text(of: position),
      sourceRow: source,
      hasPrior: reading.judgement.rowsWithPrior.contains(source)
    )
  }

  /// Prints the roster under a temporary name; what goes wrong is told by the rows of the operator's file.
  private func print(_ mark: RosterMark) throws(CommandFailure) -> HeldFile {
    do throws(CommandFailure) {
      return try HeldFile(run.numbered(mark.number, check: mark.check), to: path, with: printer)
    } catch {
      guard case .unfit(let diagnostics) = error else { throw error }
      throw .unfit(diagnostics.map { $0.inSourceRows(reading.rows) })
    }
  }

  private func release(_ file: HeldFile?, of roster: SavedRoster) throws(CommandFailure) {
    do throws(CommandFailure) {
      try file?.release()
    } catch {
      job.world.console.note(
        "名册\(roster.number)已保存，但文件没有放到位；请用 mingce roster reprint \(roster.number) -o 路径 重新印出。"
      )
      throw error
    }
  }

  private func tell(_ roster: SavedRoster) {
    let console = job.world.console
    console.say("已保存名册\(roster.number)：\(roster.count) 人，\(roster.pages) 页，校验码 \(roster.check)。")
    console.say("已生成“\(path)”。")
  }
}

extension Diagnostic {
  /// Returns the diagnostic with the row of a roster replaced by that of the operator's file.
  fileprivate func inSourceRows(_ rows: [Int]) -> Diagnostic {
    guard case .field(var place) = origin, rows.indices.contains(place.row - 1) else { return self }
    place.row = rows[place.row - 1]
    var diagnostic = self
    diagnostic.origin = .field(place)
    return diagnostic
  }
}
