import ArgumentParser
import Calendar
import Diagnostics
import Ledger
import Records
import Signing

/// What is remembered of signing, and where.
struct SigningOptions: ParsableArguments {
  @OptionGroup var options: LedgerOptions

  @Flag(name: .long, help: "不用账本，单位签的不登记，劳动者签什么不核对。")
  var noLedger = false

  @Option(
    name: .long,
    help: ArgumentHelp(
      "劳动者最迟哪天签；不写时按 content/ledger.yaml 的 signDays。",
      valueName: "日期"
    )
  )
  var deadline: DayArgument?

  @Option(
    name: .long,
    help: ArgumentHelp("签别处做的文件（例如补充条款）时，它属于哪条备案；要和 --records 一起写。", valueName: "编号")
  )
  var filing: String?

  @Option(
    name: .long,
    help: ArgumentHelp("记录文件，--filing 的备案所在的。", valueName: "记录文件"),
    completion: .file()
  )
  var records: String?

  /// Opens what the ledger remembers; nothing where none is kept.
  ///
  /// The employer's first signature makes the ledger; where there is none, the employee may sign anything.
  func flow(
    of role: SigningRole,
    besides printed: String?,
    _ workshop: Workshop,
    in world: World
  ) throws(CommandFailure) -> SigningFlow? {
    guard (filing == nil) == (records == nil) else { throw .usage("--filing 和 --records 要一起写") }
    let owner = try owner(in: world)
    guard !noLedger else { return nil }
    let place = LedgerPlace(options, records: printed ?? records, in: world)
    guard role == .employer || world.exists(place.path) else {
      world.console.note("提示：没有名册账本“\(place.path)”，没有核对单位是否登记过这些文件；账本在别处时用 --ledger 指明。")
      return nil
    }
    let ledger = try role == .employer ? place.openOrCreate() : place.open()
    let time = world.actionTime()
    return SigningFlow(
      at: place,
      ledger,
      time: time,
      deadline: try lastDay(from: time.day, workshop),
      owner: owner.map { filing, file in
        FilingOwner(
          filing: ledger.traceMaker().trace(of: filing, in: file.batch),
          person: filing.employee.name,
          employer: [file.batch.employer.name, file.batch.employer.uscc]
        )
      }
    )
  }

  private func lastDay(
    from day: CivilDate,
    _ workshop: Workshop
  ) throws(CommandFailure) -> CivilDate {
    guard let date = deadline?.day else {
      return day.addingDays(try workshop.rosterRules().signDays)
    }
    guard date >= day else { throw .usage("--deadline 的日期 \(date) 已经过了，今天是 \(day)") }
    return date
  }

  /// The filing that a file made elsewhere belongs to: clauses are added to approved first contracts only.
  private func owner(
    in world: World
  ) throws(CommandFailure) -> (filing: Filing, file: RecordFile)? {
    guard let filing, let records else { return nil }
    guard let found = try world.filing(filing, in: records) else {
      throw .told([Self.unusable(records)], .problemsFound)
    }
    guard found.filing.contractState == .new, found.filing.review.status == .approved else {
      throw .told([Self.notSupplementable(found.filing)], .problemsFound)
    }
    return found
  }

  private static func unusable(_ records: String) -> Diagnostic {
    Diagnostic("signing.records", .error, "“\(records)”不能用，原因见上")
  }

  private static func notSupplementable(_ filing: Filing) -> Diagnostic {
    Diagnostic(
      "signing.filing",
      .error,
      at: .field(FieldLocation(row: filing.row, field: "f.review.status")),
      "只有合同状态为新订、审核通过的备案可以签补充条款",
      found: "\(term: filing.contractState.label)，\(term: filing.review.status.label)",
      advice: "请在审核通过以后再签；其他文书请用 mingce sign --form 打印并签名"
    )
  }
}
