import Archive
import ArgumentParser
import Diagnostics
import Records

/// Looks for documents in the archive.
struct ArchiveFindCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "按姓名、编号、单位、种类、日期查找。",
    discussion: """
      例：mingce archive find 张三 --kind 合同 --from 2026-01-01
          mingce archive find --expired

      词写在前面，姓名、编号、单位、题名里有就算，连着的一个字以上都能找到；几个词都要有。完整的证件号码用 --id 查。\
      姓名默认遮盖，--mask M0 显示全部。后归档的在前。
      """
  )

  @Argument(help: ArgumentHelp("要找的词。", valueName: "词"))
  var words: [String] = []

  @Option(help: ArgumentHelp("姓名，写其中几个字也可以。", valueName: "姓名"))
  var person: String?

  @Option(help: ArgumentHelp("完整的证件号码。", valueName: "号码"))
  var id: String?

  @Option(help: ArgumentHelp("文书编号、合同编号、名册编号里的字。", valueName: "编号"))
  var number: String?

  @Option(help: ArgumentHelp("单位名称或者统一社会信用代码里的字。", valueName: "单位"))
  var unit: String?

  @Option(help: ArgumentHelp("只列这一种，写表单名称或者题名里的字。", valueName: "种类"))
  var kind: String?

  @Option(help: ArgumentHelp("从这一天起，按文书日期。", valueName: "日期"))
  var from: DayArgument?

  @Option(help: ArgumentHelp("到这一天止，按文书日期。", valueName: "日期"))
  var until: DayArgument?

  @Flag(help: "只列保管期限已满的。")
  var expired = false

  @Flag(help: "也列出续期以前的版本。")
  var allVersions = false

  @Option(help: ArgumentHelp("最多列出多少件。", valueName: "件数"))
  var limit = 50

  @OptionGroup var hiding: ArchiveMaskOption

  @OptionGroup var options: ArchiveOptions

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    guard (1...1_000_000).contains(limit) else { throw .usage("--limit 应为 1 至 1000000") }
    let archive = try options.existing(in: world)
    let query = query(on: world)
    let (matches, hasMore) = try archive.reading { index throws(IndexFailure) in
      try index.find(query, limit: limit)
    }
    var table = ListedRows(
      ["档号", "题名", "编号", "人员", "单位", "日期", "保管期限", "处置日期", "版本"],
      on: world.console
    )
    for match in matches {
      table.add([
        match.code, match.title, match.number ?? "", match.shownPersons(hiding.level),
        match.employer ?? "", match.day, match.retention, match.disposal ?? "",
        "\(match.version)",
      ])
    }
    if !matches.isEmpty { table.show() }
    let more: Message = hasMore ? "，还有更多，请加条件或者 --limit" : ""
    world.console.say("列出 \(matches.count) 件\(more)。")
    return .ok
  }

  private func query(on world: World) -> ArchiveQuery {
    var query = ArchiveQuery()
    query.words = words
    query.name = person
    query.identity = id
    query.number = number
    query.employer = unit
    query.kind = kind
    query.from = from?.day
    query.through = until?.day
    query.expiredOn = expired ? world.today : nil
    query.includesFormerVersions = allVersions
    return query
  }
}

/// How much of persons a list from the archive shows: names are hidden unless somebody asks.
struct ArchiveMaskOption: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp("遮盖姓名、证件号码、电话和住址：M0（不遮）、M1（内部）是默认、M2（公开）。", valueName: "级别")
  )
  var mask: MaskWord?

  /// The level that was asked for.
  var level: MaskLevel { mask?.level ?? .notice }
}

extension ArchiveMatch {
  /// The persons as `level` shows them.
  func shownPersons(_ level: MaskLevel) -> String {
    let names = persons.map { level.masked($0, as: .name) }.joined(separator: "、")
    return personCount > persons.count ? "\(names)等\(personCount)人" : names
  }
}
