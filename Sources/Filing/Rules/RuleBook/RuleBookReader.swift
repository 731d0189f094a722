import Calendar
import Diagnostics
import Records
import YAML

/// What one rule book file says, before it is laid over its parent.
struct RuleBookDraft {
  let place: SourceLocation
  /// Whether the file holds a mistake.
  var hasErrors = false
  var parent: Profile?
  var name = ""
  var source = ""
  var region: String?
  var labels: [FilingKind: String] = [:]
  var hasAuthorityBlock: Bool?
  var shiftsHolidays: Bool?
  var figures: [String: Int] = [:]
  var severities: [String: Severity?] = [:]
  var uploadSeverities: [String: Severity?] = [:]
  var required: [String] = []
  var attachments: [FilingKind: [String]] = [:]
  var probation: [ProbationStep]?
  var retirement: [RetirementRegime]?
}

/// Reads one rule book file.
struct RuleBookReader {
  private var map: YAMLMapping
  private(set) var diagnostics: [Diagnostic] = []

  init(_ node: YAMLNode) {
    map = YAMLMapping(node)
  }

  /// Returns all settings; what is wrong is left out beside a complaint.
  mutating func draft() -> RuleBookDraft {
    var draft = RuleBookDraft(place: map.location)
    draft.name = map.requiredText("name") ?? ""
    draft.source = map.requiredText("source") ?? ""
    draft.parent = readParent()
    draft.region = map.text("region")
    draft.labels = readLabels()
    draft.hasAuthorityBlock = map.flag("authorityBlock")
    draft.shiftsHolidays = map.flag("shiftHolidays")
    draft.figures = readFigures()
    draft.severities = readSeverities("severities")
    draft.uploadSeverities = readSeverities("upload")
    draft.required = readRequired()
    draft.attachments = readAttachments()
    draft.probation = readProbation()
    draft.retirement = readRetirement()
    diagnostics += map.close()
    return draft
  }

  private mutating func readParent() -> Profile? {
    guard let node = map.node("parent") else { return nil }
    if let profile = node.text.flatMap(Profile.init(rawValue:)) { return profile }
    let names = Profile.allCases.map(\.rawValue)
    return map.refuse("parent", node, expected: "\(list: names) 之一")
  }

  private mutating func readLabels() -> [FilingKind: String] {
    guard var labels = map.mapping("labels") else { return [:] }
    var found: [FilingKind: String] = [:]
    for kind in FilingKind.allCases { found[kind] = labels.text(kind.rawValue) }
    labels.close().forEach { map.report($0) }
    return found
  }

  private mutating func readFigures() -> [String: Int] {
    guard var figures = map.mapping("figures") else { return [:] }
    var found: [String: Int] = [:]
    for figure in Figure.allCases {
      found[figure.name] = figures.integer(figure.name, in: figure.range)
    }
    figures.close().forEach { map.report($0) }
    return found
  }

  private mutating func readSeverities(_ key: String) -> [String: Severity?] {
    guard var rules = map.mapping(key) else { return [:] }
    var found: [String: Severity?] = [:]
    for entry in rules.allEntries() {
      guard RuleCatalogue.codes.contains(entry.key) else {
        rules.report(unknownCode(entry))
        continue
      }
      switch entry.value.text {
      case "error": found[entry.key] = .some(.error)
      case "warning": found[entry.key] = .some(.warning)
      case "note": found[entry.key] = .some(.note)
      case "off": found[entry.key] = .some(nil)
      default:
        let _: Int? = rules.refuse(entry.key, entry.value, expected: "error、warning、note 或 off")
      }
    }
    rules.close().forEach { map.report($0) }
    return found
  }

  private func unknownCode(_ entry: YAMLEntry) -> Diagnostic {
    let near = closestName(to: entry.key, in: RuleCatalogue.codes)
    return Diagnostic(
      "rules.unknownRule",
      at: .source(entry.location),
      "没有规则“\(entry.key)”",
      advice: near.map { "是否想写“\($0)”？" } ?? "用 mingce explain 可查看全部规则"
    )
  }

  private mutating func readRequired() -> [String] {
    var paths: [String] = []
    for node in map.list("required") ?? [] {
      guard let path = node.text, FieldCatalogue[path] != nil else {
        let near = FieldCatalogue.suggestions(for: node.text ?? "").first
        map.report(
          Diagnostic(
            "rules.unknownField",
            at: .source(node.location),
            "没有字段“\(node.observation)”",
            advice: near.map { "是否想写“\($0)”？" } ?? "用 mingce forms --fields 可查看全部字段"
          )
        )
        continue
      }
      paths.append(path)
    }
    return paths
  }

  private mutating func readAttachments() -> [FilingKind: [String]] {
    guard var lists = map.mapping("attachments") else { return [:] }
    var found: [FilingKind: [String]] = [:]
    for kind in FilingKind.allCases { found[kind] = lists.texts(kind.rawValue) }
    lists.close().forEach { map.report($0) }
    return found
  }

  private mutating func readProbation() -> [ProbationStep]? {
    guard let nodes = map.list("probation") else { return nil }
    return nodes.map { node in
      var step = YAMLMapping(node)
      let below = step.integer("below", in: 1...1200)
      let limit = step.integer("months", in: 0...120)
      step.close().forEach { map.report($0) }
      return ProbationStep(below: below, limit: limit ?? 0)
    }
  }

  private mutating func readRetirement() -> [RetirementRegime]? {
    guard let nodes = map.list("retirement") else { return nil }
    return nodes.map { node in
      var regime = YAMLMapping(node)
      let from = regime.date("from")
      let steps = (regime.list("ages") ?? []).compactMap { readStep($0) }
      regime.close().forEach { map.report($0) }
      return RetirementRegime(from: from?.description ?? "", steps: steps)
    }
  }

  private mutating func readStep(_ node: YAMLNode) -> RetirementStep? {
    var step = YAMLMapping(node)
    let category: RetirementCategory? = step.choice(
      "category",
      of: ["male60": .male60, "female55": .female55, "female50": .female50]
    )
    let age = step.integer("age", in: 30...80)
    let first = step.date("bornFrom")
    let months = step.integer("every", in: 1...120)
    let limit = step.integer("atMost", in: 0...240)
    step.close().forEach { map.report($0) }
    guard let category, let age else { return nil }
    return RetirementStep(
      category: category,
      age: age,
      firstMonth: first.map { $0.year * 12 + $0.month - 1 },
      step: months ?? 1,
      limit: limit ?? 0
    )
  }
}
