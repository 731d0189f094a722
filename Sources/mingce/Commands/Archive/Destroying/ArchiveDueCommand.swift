import Archive
import ArgumentParser
import Calendar
import Diagnostics
import Tables

/// Lists the documents whose term is over, and writes the list by which they may be destroyed.
struct ArchiveDueCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "due",
    abstract: "到期鉴定：列出保管期限已满的文书，写出待批准的销毁清册。",
    discussion: """
      例：mingce archive due
          mingce archive due --on 2037-01-01 -o 销毁清册.csv
          mingce archive due --opinions 销毁清册.csv -o 销毁清册.pdf

      -o 以 .csv 或者 .xlsx 结尾的清册用来填写“鉴定意见”（销毁或者保留）、“批准人”和“批准日期”，填好后交给 \
      mingce archive destroy；以 .pdf 结尾的用来打印、签字、存档。批准人要电子签名时，先填鉴定意见，再用 --opinions 把意见印进 PDF，\
      用 mingce sign 签名后交给 mingce archive destroy。写清册不销毁任何文书。
      """
  )

  @Option(help: ArgumentHelp("看哪一天到期的；不写时是今天。", valueName: "日期"))
  var on: DayArgument?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("输出文件：销毁清册，以 .csv、.xlsx 或者 .pdf 结尾；不写时列在屏幕上。", valueName: "文件"),
    completion: .file()
  )
  var output: String?

  @Option(
    help: ArgumentHelp("填好鉴定意见的销毁清册（CSV 或者 XLSX），意见印进 PDF。", valueName: "文件"),
    completion: .file()
  )
  var opinions: String?

  @OptionGroup var options: ArchiveOptions

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let path = try output.map { path throws(CommandFailure) in
      try OutputPath(path, endings: ["csv", "xlsx", "pdf"], in: world)
    }
    let isPrinted = path?.format == "pdf"
    guard opinions == nil || isPrinted else {
      throw .usage("--opinions 的意见印在 PDF 里，请用 -o 写以 .pdf 结尾的文件")
    }
    let archive = try options.existing(in: world)
    let day = on?.day ?? world.today
    var query = ArchiveQuery()
    query.expiredOn = day
    query.includesFormerVersions = true
    let matches = try archive.reading { index throws(IndexFailure) in
      try index.find(query, limit: 1_000_000).matches
    }
    guard !matches.isEmpty else {
      world.console.say("\(day) 没有到期的文书。")
      return .ok
    }
    guard let path else {
      show(matches, on: day, world.console)
      return .ok
    }
    if isPrinted {
      try print(matches, on: day, to: path.file, in: world)
    } else {
      try write(matches, on: day, to: path, in: world)
    }
    world.console.say("\(day) 到期 \(matches.count) 件，销毁清册在“\(path.file)”。")
    return .ok
  }

  private func show(_ matches: [ArchiveMatch], on day: CivilDate, _ console: Console) {
    let columns: [DestructionColumn] = [
      .code, .title, .number, .employer, .day, .retention, .disposal, .kept,
    ]
    var table = ListedRows(columns.map(\.rawValue), on: console)
    for match in matches { table.add(columns.map { $0.text(of: match, on: day) }) }
    table.show()
    console.say("\(day) 到期 \(matches.count) 件。下一步：mingce archive due -o 销毁清册.csv")
  }

  private func write(
    _ matches: [ArchiveMatch],
    on day: CivilDate,
    to path: OutputPath,
    in world: World
  ) throws(CommandFailure) {
    let format = ListFormat(ending: path.format) ?? .csv
    var writer = format.writer(lineWidth: nil, madeOn: day)
    let bytes: [UInt8]
    do throws(TableFailure) {
      let head = try writer.begin(DestructionColumn.allCases.map(\.rawValue))
      var rows: [UInt8] = []
      for match in matches {
        rows += try writer.add(
          DestructionColumn.allCases.map { .text($0.text(of: match, on: day)) }
        )
      }
      bytes = head + rows + (try writer.end())
    } catch {
      throw .unfit([Diagnostic("list.format", .error, "列表无法写成这种格式：\(error.reason)")])
    }
    try world.write(bytes, to: path.file)
  }

  private func print(
    _ matches: [ArchiveMatch],
    on day: CivilDate,
    to output: String,
    in world: World
  ) throws(CommandFailure) {
    let given = try opinions(on: matches, in: world)
    let rows = matches.map { match in
      var row: [DestructionColumn: String] = [:]
      for column in DestructionColumn.allCases { row[column] = column.text(of: match, on: day) }
      row[.opinion] = given[match.code]
      return row
    }
    let workshop = try Workshop(Project(at: options.place.project, in: world), in: world)
    _ = try Printer(workshop, isStandalone: false, in: world).print(
      destructionList(rows, on: day),
      record: DestructionRecord(rows).json,
      dated: day,
      style: workshop.guideStyle.forLists,
      to: output
    )
  }

  /// The opinions that a filled-in list has on documents, by their codes; it may tell of none that is not due.
  private func opinions(
    on matches: [ArchiveMatch],
    in world: World
  ) throws(CommandFailure) -> [String: String] {
    guard let opinions else { return [:] }
    let list = try ApprovedList(opinions, in: world)
    let known = Set(matches.map(\.code))
    let strange = list.rows.filter { !known.contains($0[.code]) }
    guard strange.isEmpty else {
      throw .told(
        strange.map { row in
          Diagnostic(
            "archive.opinion",
            .error,
            at: list.place(of: row),
            "这一行的文书不在到期的之内，清册没有写出",
            found: "\(row[.code])",
            advice: "请核对档号；另一天到期的用 --on 指明"
          )
        },
        .problemsFound
      )
    }
    return Dictionary(list.rows.map { ($0[.code], $0[.opinion]) }) { $1 }
  }
}
