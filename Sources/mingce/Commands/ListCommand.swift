import ArgumentParser
import Diagnostics
import Issuing
import Queries
import Records
import Tables

/// Lists the filings of a record file that meet conditions, as the halls' own query does.
struct ListCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "查询备案记录，列出或者导出（综合查询）。",
    discussion: """
      例：mingce list 记录.json --where '合同状态=新订 审核状态=审核通过 是否生成名册=否'

          mingce list 记录.json --where '是否在职=是 合同终止日期=基准日..基准日+30' --sort 合同终止日期,姓名

          mingce list 记录.json --columns 姓名,证件号码,c.position -o 人员.csv

      条件之间空一格，全部满足才列出；有空格的值加引号。=等于，!=不等于，~包含，!~不包含，< <= > >=比较大小；\
      几个值用|隔开（合同状态=新订|续订），..是范围（月工资=3000..5000、合同起始日期=2026-03），\
      等号后面不写就是没有填（备注=）。基准日是记录的基准日期（asOf），是否在职也按这一天算。

      表格格式给人看；xlsx和csv给Excel看：xlsx各格都是文字，要用 -o 写入文件；csv里数字样的文字前面有制表符，\
      等号开头的文字前面有撇号；json给程序用。
      """
  )

  @Argument(
    help: ArgumentHelp("记录文件（JSON 或 JSON Lines）；写 - 表示从标准输入读取。", valueName: "记录文件"),
    completion: .file()
  )
  var records: String?

  @Option(
    name: .long,
    help: ArgumentHelp("条件；可以写几次，全部都要满足。", valueName: "条件")
  )
  var `where`: [String] = []

  @Option(name: .long, help: ArgumentHelp("列出哪些栏，用逗号隔开；不写时与网上大厅综合查询的栏目相同。", valueName: "字段"))
  var columns: String?

  // A value that begins with a hyphen is one of ours, no option.
  @Option(
    name: .long,
    parsing: .unconditional,
    help: ArgumentHelp(
      "按哪些字段排列，用逗号隔开；前面加-倒排，后面加:pinyin（拼音，默认）、:stroke（笔画）或:code（编码）。",
      valueName: "字段"
    )
  )
  var sort: String?

  @Option(
    name: .long,
    help: ArgumentHelp("输出格式；不写时看 -o 的扩展名（.txt 是 table），没有就是 table。", valueName: "格式")
  )
  var format: ListFormat?

  @Option(name: .shortAndLong, help: ArgumentHelp("输出文件；不写时写到屏幕。", valueName: "文件"))
  var output: String?

  @Flag(name: .long, help: "列出全部字段，可以查询哪些、怎样写。")
  var fields = false

  @OptionGroup var hiding: MaskOption

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    if fields {
      showFields(on: world.console)
      return .ok
    }
    guard let records else { throw .usage("缺少参数“记录文件”。例：mingce list 记录.json --where '合同状态=新订'") }
    let endings = (self.format.map { [$0] } ?? ListFormat.allCases).map(\.ending)
    let path = try output.map { path throws(CommandFailure) in
      try OutputPath(path, endings: endings, in: world)
    }
    let format = self.format ?? path.flatMap { ListFormat(ending: $0.format) } ?? .table
    guard let plan = plan(as: format, on: world.console) else { return .usage }
    if format == .xlsx, output == nil {
      throw .usage("xlsx 要写入文件，请加 -o，例如 -o 列表.xlsx")
    }
    // Whoever asks wants to see what there is, fit for the hall or not.
    var report = RecordReport(world: world, shelf: nil, showsNotices: false)
    let listing = Listing(plan, to: try ListTarget(path?.file, in: world))
    guard let file = try report.read(records, visit: { listing.visit($0.outcome, in: $1) }) else {
      return .problemsFound
    }
    try listing.finish(of: file)
    if report.hasErrors { world.console.note(report.summary) }
    tell(listing.count, of: file.rows.count, in: path?.file, on: world.console)
    return report.hasErrors ? .problemsFound : .ok
  }

  /// Reads what was asked for; tells all that is wrong with it.
  private func plan(as format: ListFormat, on console: Console) -> Listing.Plan? {
    let (query, queryFaults) = readQuery(`where`)
    let (columns, columnFaults) = columns.map { readColumns($0) } ?? (ListColumn.usual, [])
    let (order, orderFaults) = sort.map { readListOrder($0) } ?? (.ofFile, [])
    let faults = queryFaults + columnFaults + orderFaults
    faults.forEach(console.complain)
    guard !faults.contains(where: { $0.severity == .error }), let query, let order else {
      return nil
    }
    return Listing.Plan(
      query: query,
      columns: columns,
      order: order,
      format: format,
      mask: hiding.level,
      lineWidth: output == nil ? console.lineWidth : nil
    )
  }

  private func tell(_ count: Int, of total: Int, in path: String?, on console: Console) {
    guard let path else { return console.note("列出 \(count) 条，共 \(total) 条。") }
    console.say("已生成“\(path)”：\(count) 条，共 \(total) 条。")
  }

  private func showFields(on console: Console) {
    console.say("字段（中文名和英文路径都可以写）：")
    let words = console.words
    var rows = TerminalRows(lineWidth: nil)
    let columns = ["路径", "中文名", "类型", "条件举例", "别的叫法"]
    console.put(rows.begin(columns.map(words.word)))
    for entry in QueryField.all {
      let field = entry.field
      let name: Message = "\(field.label, meaning: field.label)"
      let others: Message = "\(list: entry.otherWords)"
      let texts = [
        field.path, name.words(in: words), words.word(field.kind.rawValue),
        entry.example(in: words), others.words(in: words),
      ]
      console.put(rows.add(texts.map { .text($0) }))
    }
    console.put(rows.end())
  }
}
