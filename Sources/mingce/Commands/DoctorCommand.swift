import ArgumentParser
import Diagnostics
import Fonts
import Forms

/// Says which fonts were found and what is missing.
struct DoctorCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "检查字体和项目是否齐备。",
    discussion: "例：mingce doctor"
  )

  @OptionGroup var place: ProjectOption

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let console = world.console
    let project = try Project(at: place.project, in: world)
    let workshop = try Workshop(project, in: world)
    console.say("名册 \(Mingce.versionNumber)")
    console.say("项目：\(project.folder)")
    let fonts = try workshop.fonts()
    console.say("字体：")
    for finding in fonts.findings { show(finding, on: console) }
    console.say("表单：")
    for name in try workshop.formNames() {
      console.say("  ✓ \(name)  \(try workshop.form(name).defaultTitle)")
    }
    return fonts.findings.contains { $0.severity == .error } ? .failed : .ok
  }

  private func show(_ finding: FontFinding, on console: Console) {
    console.say("  \(mark(of: finding)) \(finding.message)")
    if let advice = finding.advice { console.say("      \(advice)") }
  }

  private func mark(of finding: FontFinding) -> String {
    switch (finding.severity, finding.kind) {
    case (.error, _): "✗"
    case (.warning, _): "!"
    case (.note, .missing): "–"
    case (.note, _): "✓"
    }
  }
}
