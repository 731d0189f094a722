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
    console.say("GB 18030-2022 字符：")
    for coverage in fonts.coverage() { show(coverage, on: console) }
    console.say("表单：")
    for name in try workshop.formNames() {
      console.say("  ✓ \(name)  \(term: try workshop.form(name).defaultTitle)")
    }
    return fonts.findings.contains { $0.severity == .error } ? .failed : .ok
  }

  private func show(_ finding: FontFinding, on console: Console) {
    console.say("  \(mark(of: finding)) \(finding.message)")
    if let advice = finding.advice { console.say("      \(advice)") }
  }

  private func show(_ coverage: CharacterCoverage, on console: Console) {
    let level: Message = coverage.level.map { "级别\($0) " } ?? ""
    let counts = "\(coverage.shown)/\(coverage.total)"
    console.say(
      "  \(coverage.missing.isEmpty ? "✓" : "–") \(level)\(term: coverage.name)  \(counts)"
    )
    guard let package = coverage.package else { return }
    let codes = coverage.missing.prefix(3).map { character in
      Message(value: "U+" + String(character.value, radix: 16, uppercase: true))
    }
    let more: Message = coverage.missing.count > 3 ? "等\(coverage.missing.count)字" : ""
    console.say("      缺 \(codes.joined(separator: "、"))\(more)；可执行 sudo apt install \(package)")
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
