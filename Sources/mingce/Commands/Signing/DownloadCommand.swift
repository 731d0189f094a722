import ArgumentParser
import Calendar
import Diagnostics
import Issuing
import Ledger
import Records

/// Hands out documents that both have signed and the hall has approved.
struct DownloadCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "download",
    abstract: "取出双方已签、审核通过的文书。",
    discussion: """
      例：mingce download 已签/*.pdf --records 记录.json -o 发出

      每个文件都要是账本登记的已签名的那一份，一个字节不差；它的备案在记录里要审核通过。\
      不满足的说明原因，不取出，退出码是 2。
      """
  )

  @Argument(help: ArgumentHelp("双方签过的 PDF 文件。", valueName: "文件"), completion: .file())
  var files: [String]

  @Option(
    name: .long,
    help: ArgumentHelp("记录文件，这些文书的备案所在的。", valueName: "记录文件"),
    completion: .file()
  )
  var records: String

  @Option(name: .shortAndLong, help: ArgumentHelp("输出文件夹。", valueName: "文件夹"))
  var output: String

  @OptionGroup var options: LedgerOptions

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    try world.requireFolderName(output)
    let place = LedgerPlace(options, records: records, in: world)
    let ledger = try place.open(forReading: true)
    guard let reviews = try reviews(ledger, in: world) else { return .problemsFound }
    let today = world.actionTime().day
    var names = UniqueNames()
    var count = 0
    for file in files {
      let bytes = try world.bytes(of: file)
      let document = try place.telling { () throws(LedgerFailure) in try ledger.signing(of: bytes) }
      if let refusal = refusal(of: document, bytes, file, reviews, on: today) {
        world.console.complain(refusal)
        continue
      }
      try makeFolder(output)
      try world.write(bytes, to: "\(output)/\(names.take(stem(of: file))).pdf")
      count += 1
    }
    if count > 0 { world.console.say("已取出 \(count) 份，在“\(output)”。") }
    guard count < files.count else { return .ok }
    world.console.note("错误：有 \(files.count - count) 份没有取出，原因见上。")
    return .problemsFound
  }

  /// The name of a file without its folder and its ending.
  private func stem(of path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return name.lowercased().hasSuffix(".pdf") ? String(name.dropLast(4)) : name
  }

  /// What the records say of each filing, by its key.
  private func reviews(
    _ ledger: Ledger,
    in world: World
  ) throws(CommandFailure) -> [String: ReviewStatus]? {
    let traces = ledger.traceMaker()
    var reviews: [String: ReviewStatus] = [:]
    var report = RecordReport(world: world, shelf: nil, showsNotices: false)
    let file = try report.read(records) { row, batch in
      guard case .accepted(let filing) = row.outcome else { return }
      reviews[traces.trace(of: filing, in: batch).key] = filing.review.status
    }
    return file == nil ? nil : reviews
  }

  private func refusal(
    of document: SigningCase?,
    _ bytes: [UInt8],
    _ file: String,
    _ reviews: [String: ReviewStatus],
    on today: CivilDate
  ) -> Diagnostic? {
    guard let document else {
      return refusal(file, "不是账本里登记的文书，或者内容被改过", advice: "请用签名时得到的原文件")
    }
    let state = document.state(on: today)
    guard state == .signed else {
      let isOver = state == .refused || state == .void
      return refusal(
        file,
        isOver ? "没有签成，不能取出" : "劳动者还没有签，不能取出",
        found: "\(term: state.label)",
        advice: "用 mingce status 查看"
      )
    }
    guard document.accounts(for: bytes) else {
      return refusal(file, "与登记的已签文书不同", found: "\(document.number)", advice: "请用劳动者签名时得到的原文件")
    }
    guard let key = document.filingKey else { return nil }
    guard let review = reviews[key] else {
      return refusal(file, "记录里没有它的备案，不知道是否审核通过", advice: "请用 --records 指明有这条备案的记录文件")
    }
    guard [.approved, .automatic].contains(review) else {
      return refusal(file, "备案还没有审核通过，不能取出", found: "\(term: review.label)", advice: "请在审核通过以后再取")
    }
    return nil
  }

  private func refusal(
    _ file: String,
    _ message: Message,
    found: Message? = nil,
    advice: Message
  ) -> Diagnostic {
    Diagnostic("signing.gate", .error, "“\(file)”\(message)", found: found, advice: advice)
  }
}
