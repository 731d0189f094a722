import Diagnostics
import DocumentTree
import Markdown
import Records
import Styling
import YAML

/// Reads form.yaml.
struct FormReader {
  var map: YAMLMapping
  private(set) var diagnostics: [Diagnostic] = []

  init(_ text: String, file: String) {
    map = YAMLMapping(text, file: file)
  }

  /// Returns all settings, or nothing of a file that cannot be read; what is missing or wrong keeps its default beside a
  /// complaint.
  mutating func settings(named name: String, looks: PageLooks) -> FormSettings? {
    guard !map.isUnreadable else {
      diagnostics += map.close()
      return nil
    }
    var settings = FormSettings()
    settings.name = readName(name)
    settings.summary = map.requiredText("summary") ?? ""
    settings.edition = map.text("edition") ?? settings.edition
    settings.number = map.text("number")
    settings.systems = readSystems()
    settings.natures = readNatures()
    settings.scope = readScope()
    readTitles(&settings)
    settings.aliases = readAliases()
    readSelection(&settings)
    settings.order = readOrder()
    readCopies(&settings)
    settings.fillIn = map.choice("fillIn", of: ["plain": .plain, "ruled": .ruled]) ?? .plain
    settings.emptyText = map.text("empty") ?? settings.emptyText
    settings.repeatsMasthead = map.choice("masthead", of: ["repeat": true, "once": false]) ?? false
    settings.footer = readFooter(for: settings.scope)
    settings.fileName = readFileName(for: settings.scope)
    settings.style = readPageStyle(&map, over: readLook(looks))
    settings.machineMark = readMachineMark(on: settings.style)
    diagnostics += map.close()
    return settings
  }

  private mutating func readName(_ folder: String) -> String {
    if let node = map.node("name"), let name = node.text, name != folder {
      map.report(
        Diagnostic(
          "form.name",
          .warning,
          at: .source(node.location),
          "表单名应与文件夹同名",
          found: "\(name)",
          expected: "\(folder)"
        )
      )
    }
    return folder
  }

  /// Returns the look that the form departs from.
  private mutating func readLook(_ looks: PageLooks) -> PageStyle {
    guard let node = map.node("look") else { return looks.base }
    if let style = node.text.flatMap({ looks.named[$0] }) { return style }
    let names = looks.named.keys.sorted()
    return map.refuse("look", node, expected: "主题 theme.yaml 的 looks 中的一个：\(list: names)")
      ?? looks.base
  }

  private mutating func readSystems() -> [Profile] {
    var systems: [Profile] = []
    for node in map.list("systems") ?? [] {
      if let profile = Profile(rawValue: node.text ?? "") {
        systems.append(profile)
      } else {
        let names = Profile.allCases.map(\.rawValue)
        let _: Profile? = map.refuse("systems", node, expected: "\(list: names) 之一")
      }
    }
    return systems
  }

  private mutating func readNatures() -> [String] {
    let choices = FieldCatalogue["emp.nature"]?.choices?.choices.map(\.label) ?? []
    return (map.list("natures") ?? []).compactMap { node in
      if let word = node.text, choices.contains(word) { return word }
      return map.refuse("natures", node, expected: "\(list: choices) 之一")
    }
  }

  private mutating func readScope() -> FormScope {
    guard let word = map.requiredText("scope"), let node = map.node("scope") else { return .filing }
    if let scope = FormScope(word: word) { return scope }
    let lists = RecordList.allCases.map(\.rawValue)
    return map.refuse("scope", node, expected: "roster、filing 或者列表的名称：\(list: lists)") ?? .filing
  }

  private mutating func readTitles(_ settings: inout FormSettings) {
    guard let node = map.node("title") else {
      _ = map.requiredText("title")
      return
    }
    if let title = node.text {
      settings.defaultTitle = title
      return
    }
    var titles = YAMLMapping(node)
    settings.defaultTitle = titles.requiredText("default") ?? ""
    for profile in Profile.allCases {
      if let title = titles.text(profile.rawValue) { settings.titles[profile.rawValue] = title }
    }
    titles.close().forEach { map.report($0) }
  }

  private mutating func readSelection(_ settings: inout FormSettings) {
    guard var select = map.mapping("select") else { return }
    for node in select.list("kinds") ?? [] {
      if let kind = FilingKind.allCases.first(where: { $0.rawValue == node.text }) {
        settings.selection.kinds.append(kind)
      } else {
        let names = FilingKind.allCases.map(\.rawValue)
        let _: FilingKind? = select.refuse("kinds", node, expected: "\(list: names) 之一")
      }
    }
    let gates: KeyValuePairs<String, FormGate> = [
      "roster": .roster, "certificate": .certificate, "contract": .contract,
    ]
    settings.selection.gate = select.choice("gate", of: gates) ?? .contract
    if let node = select.node("where") { settings.condition = readCondition(node, &select) }
    select.close().forEach { map.report($0) }
  }

  /// Reads `field=word`.
  private func readCondition(_ node: YAMLNode, _ select: inout YAMLMapping) -> FieldReference? {
    let parts = (node.text ?? "").split(separator: "=", maxSplits: 1).map { String($0) }
    guard parts.count == 2, !parts[1].isEmpty else {
      return select.refuse("where", node, expected: "“字段=值”，例如 p.section=单位")
    }
    var reference = FieldReference(path: parts[0], location: node.location)
    reference.condition = FieldCondition(path: parts[0], word: parts[1])
    return reference
  }

  private mutating func readOrder() -> [String] {
    var order: [String] = []
    for node in map.list("order") ?? [] {
      guard let name = node.text else {
        let _: String? = map.refuse("order", node, expected: "字段名")
        continue
      }
      let path = name.contains(".") ? name : "f.\(name)"
      if FieldCatalogue[path] == nil {
        map.report(
          Diagnostic(
            "form.unknownField",
            .error,
            at: .source(node.location),
            "没有字段“\(name)”",
            advice: FieldCatalogue.advice(for: path)
          )
        )
      } else {
        order.append(path)
      }
    }
    return order
  }

  private mutating func readCopies(_ settings: inout FormSettings) {
    let labels = readByPlace("copyLabels") { $0.texts($1) }
    (settings.defaultCopyLabels, settings.copyLabels) = (labels.usual ?? [], labels.special)
    let copies = readByPlace("copies") { $0.integer($1, in: 1...20) }
    (settings.defaultCopies, settings.copies) = (copies.usual ?? 1, copies.special)
  }

  /// Reads one value of `key` for all places, or under it one for each and, as `default`, one for the rest.
  private mutating func readByPlace<Value>(
    _ key: String,
    _ read: (inout YAMLMapping, String) -> Value?
  ) -> (usual: Value?, special: [String: Value]) {
    guard let node = map.node(key), node.entries != nil else { return (read(&map, key), [:]) }
    var places = YAMLMapping(node)
    let usual = read(&places, "default")
    var special: [String: Value] = [:]
    for profile in Profile.allCases { special[profile.rawValue] = read(&places, profile.rawValue) }
    places.close().forEach { map.report($0) }
    return (usual, special)
  }

  private mutating func readFooter(for scope: FormScope) -> RunningLine<FieldReference> {
    guard var footer = map.mapping("footer") else { return .standard(for: scope) }
    let line = RunningLine(
      start: readLine("start", &footer),
      centre: readLine("centre", &footer),
      end: readLine("end", &footer)
    )
    footer.close().forEach { map.report($0) }
    return line
  }

  private mutating func readLine(_ key: String, _ footer: inout YAMLMapping)
    -> [Inline<FieldReference>]
  {
    guard let text = footer.text(key), let node = footer.node(key) else { return [] }
    let (content, found) = readFormLine(text, at: node.location)
    found.forEach { footer.report($0) }
    return content
  }

  private mutating func readFileName(for scope: FormScope) -> [FileNameText] {
    let standard =
      scope == .filing ? "{form.title}_{e.name}_{c.no}" : "{form.title}_{batch.asOf}"
    let text = map.text("fileName") ?? standard
    let place = map.node("fileName")?.location ?? map.location
    var parts: [FileNameText] = []
    var isPaired = true
    for (index, piece) in text.split(separator: "{", omittingEmptySubsequences: false).enumerated()
    {
      // Every piece but the first begins with a field, whose brace must close before the next opens.
      let ends = piece.indices.filter { piece[$0] == "}" }
      guard ends.count == (index == 0 ? 0 : 1) else {
        isPaired = false
        continue
      }
      if let end = ends.first {
        let names = piece[..<end].split(separator: ":").map(String.init)
        let (path, filters) = (names.first ?? "", Array(names.dropFirst()))
        parts.append(.field(FieldReference(path: path, filters: filters, location: place)))
      }
      let rest = ends.first.map { piece[piece.index(after: $0)...] } ?? piece
      if !rest.isEmpty { parts.append(.text(String(rest))) }
    }
    if !isPaired {
      map.report(
        Diagnostic(
          "form.fileName",
          .error,
          at: .source(place),
          "文件名中的花括号不成对",
          found: "\(text)",
          expected: "形如 \(standard)"
        )
      )
    }
    return parts
  }
}

extension RunningLine<FieldReference> {
  /// The footer of forms that say nothing of it: 第 x 页 共 y 页 under rosters, — n — elsewhere.
  fileprivate static func standard(for scope: FormScope) -> Self {
    let text: (String) -> Inline<FieldReference> = { .text($0, .unknown) }
    return switch scope {
    case .roster:
      RunningLine(centre: [text("第 "), .pageNumber, text(" 页 共 "), .pageCount, text(" 页")])
    case .filing, .line: RunningLine(centre: [text("— "), .pageNumber, text(" —")])
    }
  }
}

extension FormChecker {
  /// Returns `footer` with its references looked up.
  mutating func footer(_ footer: RunningLine<FieldReference>) -> RunningLine<FieldUse> {
    RunningLine(
      start: inlines(footer.start),
      centre: inlines(footer.centre),
      end: inlines(footer.end)
    )
  }

  /// Returns the file name pattern with its references looked up.
  mutating func fileName(_ parts: [FileNameText]) -> FileNamePattern {
    var pattern = FileNamePattern(parts: [])
    for part in parts {
      switch part {
      case .text(let text): pattern.parts.append(.text(text))
      case .field(let reference):
        if let use = use(reference) { pattern.parts.append(.field(use)) }
      }
    }
    return pattern
  }
}
