import ArgumentParser
import Artworks
import Calendar
import Diagnostics
import Ledger
import Records
import Seals

/// Enters a new seal.
struct SealNewCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "登记一枚印章。",
    discussion: """
      例：mingce seal new 合同专用章 --records 记录.json --code 2201040012345
          mingce seal new 公章 --records 记录.json --preview 样章.svg

          mingce seal new 发票专用章 --records 记录.json

      单位的名称和统一社会信用代码取自记录文件。类型写公章、法定代表人名章，或者以“专用章”结尾的用途。\
      加 --preview 只看样子，不登记。
      """
  )

  @Argument(help: ArgumentHelp("印章类型，例如 公章、合同专用章、人事专用章、财务专用章。", valueName: "类型"))
  var kind: SealKind

  @Option(help: ArgumentHelp("记录文件，单位名称取自其中。", valueName: "记录文件"), completion: .file())
  var records: String

  @Option(help: ArgumentHelp("印章名称，最多50个字；不写时是单位名称加类型。", valueName: "名称"))
  var name: String?

  @Option(help: ArgumentHelp("印章上的字；不写时是单位全称，名章是法定代表人的姓名。", valueName: "文字"))
  var text: String?

  @Option(help: ArgumentHelp("公安机关备案的印章编码；没有就不写。", valueName: "数字"))
  var code: String?

  @Option(help: ArgumentHelp("圆形或者椭圆（高30毫米，不画五角星）；不写时发票专用章椭圆，其他圆形。", valueName: "形状"))
  var shape: SealShape?

  @Option(help: ArgumentHelp("边线：单边（默认）、双边（边里再加一条细线）、内圈（名称里面加一圈细线）。", valueName: "边线"))
  var border = SealBorder.single

  @Option(
    help: ArgumentHelp("直径（名章是边长，椭圆是宽），毫米；不写时公章40、专用章38、名章20、椭圆45、发票专用章40。", valueName: "毫米")
  )
  var size: Int?

  @Option(
    help: ArgumentHelp("单位自己的印章图，代替程序画的：SVG（只能有填色的路径）或者 PNG（白底或者透明，长边300至2000点）。", valueName: "文件"),
    completion: .file()
  )
  var artwork: String?

  @Flag(help: "中间不画五角星。")
  var noStar = false

  @Option(help: ArgumentHelp("从这一天起，印章有效；不写时是今天。", valueName: "日期"))
  var from: DayArgument?

  @Option(help: ArgumentHelp("到这一天止，印章有效；不写时长期有效。", valueName: "日期"))
  var until: DayArgument?

  @Option(
    help: ArgumentHelp("只把样章写成这个文件（.svg、.png 或者 .pdf），不登记。", valueName: "文件"),
    completion: .file()
  )
  var preview: String?

  @OptionGroup var options: LedgerOptions

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let specimen = try preview.map { path throws(CommandFailure) in
      try SealDrawing.specimenPath(path, in: world)
    }
    var report = RecordReport(world: world, shelf: nil, showsNotices: false)
    guard let file = try report.read(records, visit: { _, _ in }) else { return .problemsFound }
    let facts = try facts(of: file.batch.employer, in: world)
    let drawing = try SealDrawing(of: facts, at: options.place, in: world)
    if let specimen {
      try drawing.writeSpecimen(to: specimen, title: facts.name)
      world.console.say("已写“\(specimen.file)”，带“样章”字样；没有登记。")
      return .ok
    }
    let place = LedgerPlace(options, records: records, in: world)
    let ledger = try place.openOrCreate()
    let seal = try place.telling { () throws(LedgerFailure) in
      try ledger.enterSeal(facts, at: world.actionTime())
    }
    world.console.say("已登记印章\(seal.number)：\(facts.name)，有效期\(facts.validity)。")
    world.console.say("下一步：mingce seal authorise \(seal.number) --person 姓名")
    return .ok
  }

  private func facts(
    of employer: Employer,
    in world: World
  ) throws(CommandFailure) -> SealFacts {
    let person = kind == .personal ? employer.legalRep?.name : nil
    let shape = shape ?? kind.usualShape
    let artwork = try artwork.map { path throws(CommandFailure) in
      try Artwork.text(ofFile: path, in: world)
    }
    return SealFacts(
      kind: kind.label,
      name: name ?? employer.name + kind.label,
      owner: employer.name,
      ownerCode: employer.uscc,
      text: text ?? person ?? employer.name,
      shape: shape == .usual ? nil : shape.rawValue,
      border: border == .single ? nil : border.rawValue,
      code: code,
      side: size ?? kind.usualSide(shape),
      hasStar: !noStar && shape == .usual,
      artwork: artwork,
      validFrom: (from?.day ?? world.actionTime().day).description,
      validUntil: until?.day.description
    )
  }
}
