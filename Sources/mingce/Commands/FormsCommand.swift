import ArgumentParser
import Forms
import Records

/// Lists the forms, or the fields of one form.
struct FormsCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "forms",
    abstract: "列出表单；给出名称时列出这张表单用到的字段。",
    discussion: """
      例：mingce forms roster-new

      用 mingce forms --fields 列出表单可以引用的全部字段。
      """
  )

  @Argument(help: ArgumentHelp("表单名称。", valueName: "表单"))
  var name: String?

  @Flag(name: .long, help: "列出表单可以引用的全部字段。")
  var fields = false

  @OptionGroup var place: ProjectOption

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    if fields {
      show(FieldCatalogue.fields, on: world.console)
      return .ok
    }
    let workshop = try Workshop(Project(at: place.project, in: world), in: world)
    if let name {
      describe(try workshop.form(name), on: world.console)
    } else {
      try list(workshop, on: world.console)
    }
    return .ok
  }

  private func list(_ workshop: Workshop, on console: Console) throws(CommandFailure) {
    for name in try workshop.formNames() {
      let form = try workshop.form(name)
      console.say("\(name)  \(form.defaultTitle)")
      console.say("    \(form.summary)")
    }
  }

  private func describe(_ form: Form, on console: Console) {
    console.say("\(form.name)  \(form.defaultTitle)")
    console.say(form.summary)
    for profile in Profile.allCases where form.title(for: profile) != form.defaultTitle {
      console.say("  \(profile.rawValue)：\(form.title(for: profile))")
    }
    console.say("")
    console.say("用到的字段：")
    show(form.fieldPaths.compactMap { FieldCatalogue[$0] }, on: console)
  }

  private func show(_ fields: [Field], on console: Console) {
    let width = fields.map(\.path.count).max() ?? 0
    for field in fields {
      let gap = String(repeating: " ", count: width - field.path.count + 2)
      console.say("  \(field.path)\(gap)\(field.label)（\(field.kind.rawValue)）")
    }
  }
}
