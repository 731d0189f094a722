import ArgumentParser
import Diagnostics
import Forms
import Records

/// Lists the forms, tells of one of them, or writes a sample record or the empty sheet of one.
struct FormsCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "forms",
    abstract: "列出表单；给出名称时列出这张表单用到的字段。",
    discussion: """
      例：mingce forms employer-basics --sample -o 样例.json
      例：mingce forms employer-basics --blank -o 空白表.pdf
      例：mingce forms check

      用 mingce forms --fields 列出表单可以引用的全部字段。
      """
  )

  @Argument(help: ArgumentHelp("表单名称；写 check 检查全部表单。", valueName: "表单"))
  var name: String?

  @Flag(name: .long, help: "列出全部字段，表单可以引用哪些。")
  var fields = false

  @Flag(name: .long, help: "写出一份样例记录，改成自己的数据就能打印。")
  var sample = false

  @Flag(name: .long, help: "打印空白表，供手填。")
  var blank = false

  @Option(name: .long, help: ArgumentHelp("空白表的地区方案，例如 CN-SX。", valueName: "方案"))
  var profile: String?

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("输出文件，样例记录（.json）或者空白表（.pdf）；不写时用表单名称。", valueName: "文件")
  )
  var output: String?

  @OptionGroup var place: ProjectOption

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    if fields {
      FormListing(world.console).showFields()
      return .ok
    }
    let workshop = try Workshop(Project(at: place.project, in: world), in: world)
    guard let name else {
      guard !sample, !blank else {
        throw .usage("请写明是哪一张表单，例如 mingce forms employer-basics --sample")
      }
      try FormListing(world.console).showForms(of: workshop)
      return .ok
    }
    if name == "check" { return try FormLint(workshop, in: world).run() }
    let form = try workshop.form(name)
    if sample { return try writeSample(of: form, from: workshop, in: world) }
    if blank { return try writeBlank(form, with: workshop, in: world) }
    FormListing(world.console).describe(form)
    return .ok
  }

  private func writeSample(
    of form: Form,
    from workshop: Workshop,
    in world: World
  ) throws(CommandFailure) -> ExitStatus {
    guard let text = try FormSample(workshop, in: world).records(for: form) else {
      world.console.note("错误：content/samples 里没有可以印这张表单的记录。")
      return .problemsFound
    }
    let path = try OutputPath(output ?? "\(form.name).json", endings: ["json"], in: world).file
    try world.write(Array(text.utf8), to: path)
    world.console.say("已写入“\(path)”，打印：mingce render \(form.name) \(path) -o \(form.name).pdf")
    return .ok
  }

  private func writeBlank(
    _ form: Form,
    with workshop: Workshop,
    in world: World
  ) throws(CommandFailure) -> ExitStatus {
    let profile = try chosenProfile ?? form.systems.first ?? .law
    let path = try OutputPath(output ?? "\(form.name).pdf", endings: ["pdf"], in: world).file
    let printer = try Printer(workshop, isStandalone: true, in: world)
    let pages = try printer.print(bindBlank(form, profile: profile), of: form, to: path)
    let title = form.title(for: profile)
    world.console.say("已生成“\(path)”：空白《\(title, meaning: title)》\(pages) 页。")
    return .ok
  }

  private var chosenProfile: Profile? {
    get throws(CommandFailure) {
      guard let profile else { return nil }
      if let known = Profile(rawValue: profile) { return known }
      let names = Profile.allCases.map(\.rawValue)
      throw .usage("没有地区方案“\(profile)”。可用：\(list: names)")
    }
  }
}

/// Shows forms and fields on the console.
struct FormListing {
  private let console: Console

  init(_ console: Console) { self.console = console }

  /// Shows every form with its number, title, the systems that ask for it and what it is for.
  func showForms(of workshop: Workshop) throws(CommandFailure) {
    for form in try workshop.catalogue() {
      let number = form.number ?? "—"
      let gap = String(repeating: " ", count: max(1, 6 - number.count))
      console.say("\(number)\(gap)\(form.name)  \(term: form.defaultTitle)")
      console.say("      \(form.systemNames)：\(term: form.summary)")
    }
  }

  /// Shows one form and the fields that it prints.
  func describe(_ form: Form) {
    console.say("\(form.number.map { "\($0) " } ?? "")\(form.name)  \(term: form.defaultTitle)")
    console.say("\(form.systemNames)：\(term: form.summary)")
    for profile in Profile.allCases where form.title(for: profile) != form.defaultTitle {
      console.say("  \(profile.rawValue)：\(form.title(for: profile))")
    }
    console.say("")
    console.say("用到的字段：")
    show(form.fields)
  }

  /// Shows all fields that forms may name.
  func showFields() { show(FieldCatalogue.fields) }

  private func show(_ fields: [Field]) {
    let width = fields.map(\.path.count).max() ?? 0
    for field in fields {
      let gap = String(repeating: " ", count: width - field.path.count + 2)
      let limit: Message = field.mostCharacters.map { "，\($0)个字以内" } ?? ""
      let name: Message = "\(field.label, meaning: field.label)"
      console.say("  \(field.path)\(gap)\(name)（\(term: field.kind.rawValue)\(limit)）")
    }
  }
}
