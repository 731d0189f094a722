import Diagnostics
import Forms

/// Opens and lints every form and package of a project.
struct FormLint {
  private let workshop: Workshop
  private let world: World

  init(_ workshop: Workshop, in world: World) { (self.workshop, self.world) = (workshop, world) }

  /// Shows all that is found, form by form, and sums up.
  func run() throws(CommandFailure) -> ExitStatus {
    let names = try workshop.formNames()
    var (errors, warnings) = (0, 0)
    for name in names {
      let found = try diagnostics(of: name)
      for diagnostic in found {
        world.console.say("\(name)：\(diagnostic.translated(by: world.console.words).whole)")
        errors += diagnostic.severity == .error ? 1 : 0
        warnings += diagnostic.severity == .warning ? 1 : 0
      }
    }
    for package in try workshop.packages() {
      for name in package.forms where !names.contains(name) {
        world.console.say("package:\(package.name)：错误：没有名为“\(name)”的表单")
        errors += 1
      }
    }
    world.console.say("共检查 \(names.count) 张表单：\(errors) 处错误，\(warnings) 处警告。")
    return errors > 0 ? .problemsFound : .ok
  }

  /// What opening the form says, and what is found in it when it opens.
  private func diagnostics(of name: String) throws(CommandFailure) -> [Diagnostic] {
    let (form, complaints) = try workshop.openedForm(name)
    return complaints + (form.map(lint) ?? [])
  }
}
