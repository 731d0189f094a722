import ArgumentParser
import Diagnostics
import Records
import Rules

/// Tells what a rule asks for, or lists all codes.
struct ExplainCommand: WorldlyCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "说明一条规则：检查什么、依据什么、怎样算对；不写代码时列出全部规则。",
    discussion: """
      例：mingce explain V-13

      写地区方案的代码（例如 CN-YN-ZHANYI）时，列出那个地区的窗口、份数和各条规则的程度。
      """
  )

  @Argument(help: ArgumentHelp("规则的代码，例如 V-13；也可以是地区方案的代码。", valueName: "代码"))
  var code: String?

  @OptionGroup var place: ProjectOption

  func run(in world: World) throws(CommandFailure) -> ExitStatus {
    let project = try Project(at: place.project, in: world)
    let explanations = try world.explanations(of: project)
    guard let code else {
      for item in explanations { world.console.say("\(item.code)  \(item.title)") }
      return .ok
    }
    if let profile = Profile(rawValue: code.uppercased()) {
      let shelf = try world.ruleShelf(of: project)
      RuleBookText(shelf.book(for: profile), explanations).lines.forEach(world.console.say)
      return .ok
    }
    let item = try explanation(of: code, among: explanations)
    let shelf = try world.ruleShelf(of: project)
    lines(of: item, shelf).forEach(world.console.say)
    return .ok
  }

  private func explanation(
    of code: String,
    among explanations: [Explanation]
  ) throws(CommandFailure) -> Explanation {
    let exact = explanations.first { $0.code == code }
    if let item = exact ?? explanations.first(where: { $0.code.lowercased() == code.lowercased() })
    {
      return item
    }
    let near = nearName(to: code, in: explanations.map(\.code))
    throw .usage("没有代码为“\(code)”的规则\(near)用 mingce explain 列出全部规则")
  }

  private func lines(of item: Explanation, _ shelf: RuleShelf) -> [Message] {
    var lines: [Message] = ["\(item.code)　\(item.title)", "", "\(item.statement)"]
    let parts = [("依据", item.citation), ("通过的例子", item.passing), ("不通过的例子", item.failing)]
    for case (let label, let words?) in parts { lines += ["", "\(term: label)：\(words)"] }
    let places = Profile.allCases.compactMap { profile in
      shelf.book(for: profile).severities[item.code].map { severity -> Message in
        "\(term: profile.label)（\(profile.rawValue)）\(term: severity?.label ?? "不检查")"
      }
    }
    if !places.isEmpty { lines += ["", "各地的程度：\(places.joined(separator: "；"))"] }
    return lines
  }
}

/// A rule book as a person reads it.
private struct RuleBookText {
  let lines: [Message]

  init(_ book: RuleBook, _ explanations: [Explanation]) {
    var lines: [Message] = ["\(book.profile.rawValue)　\(book.name)", "出处：\(book.source)"]
    if let parent = book.parent { lines.append("上级：\(parent.rawValue)（没有另写的照上级）") }
    let labels = FilingKind.allCases.compactMap { kind in
      book.labels[kind].map { "\(kind.rawValue) \($0)" }
    }
    lines.append("业务的叫法：\(list: labels)")
    lines.append("审核机关意见和印章栏：\(term: book.hasAuthorityBlock ? "有" : "没有")")
    if !book.required.isEmpty { lines.append("另外要求必填：\(list: book.required)") }
    lines += ["", "数值："]
    lines += book.figures.keys.sorted().map { "  \($0)  \(book.figures[$0] ?? 0)" as Message }
    let titles = Dictionary(explanations.map { ($0.code, $0.title) }) { first, _ in first }
    lines += ["", "与规则本身不同的程度："]
    lines += book.severities.keys.sorted().map { code -> Message in
      let severity = (book.severities[code] ?? nil)?.label ?? "不检查"
      return "  \(code)  \(titles[code] ?? "")  \(term: severity)"
    }
    self.lines = lines
  }
}
