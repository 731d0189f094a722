public import Diagnostics
import Records
import YAML

/// Opens the description of an import sheet from the text of its file and tells all mistakes at once.
public func openImportTemplate(_ yaml: String, file: String) -> (ImportTemplate?, [Diagnostic]) {
  let (root, complaints) = readYAML(yaml, file: file)
  guard let root else {
    let missing = Diagnostic(
      "import.empty",
      at: .source(SourceLocation(file: file)),
      "导入模板的说明是空的"
    )
    return (nil, complaints.isEmpty ? [missing] : complaints)
  }
  var reader = TemplateReader(root)
  let template = reader.template()
  let diagnostics = complaints + reader.diagnostics
  return (diagnostics.contains { $0.severity == .error } ? nil : template, diagnostics)
}

/// Reads the description of one sheet.
struct TemplateReader {
  private var map: YAMLMapping
  private(set) var diagnostics: [Diagnostic] = []

  init(_ root: YAMLNode) {
    map = YAMLMapping(root)
  }

  /// Returns the template; what is wrong keeps its default beside a complaint.
  mutating func template() -> ImportTemplate {
    let name = map.requiredText("name") ?? ""
    let title = map.requiredText("title") ?? ""
    let summary = map.requiredText("summary") ?? ""
    let profile = profile()
    let sheetName = map.text("sheet") ?? String(title.prefix(31))
    let showsTitle = map.flag("showsTitle") ?? false
    let idPrefix = map.requiredText("idPrefix") ?? ""
    let makes = parts()
    let base = map.choice(
      "base",
      of: ["none": BaseUse.none, "wanted": .wanted, "required": .required]
    )
    let columns = columns()
    let fills = fills(of: makes)
    let notes = map.texts("notes") ?? []
    diagnostics += map.close()
    return ImportTemplate(
      name: name,
      title: title,
      summary: summary,
      profile: profile,
      sheetName: sheetName,
      showsTitle: showsTitle,
      idPrefix: idPrefix,
      makes: makes,
      base: base ?? .none,
      columns: columns,
      fills: fills,
      notes: notes
    )
  }

  private mutating func profile() -> Profile {
    let names = Profile.allCases.map(\.rawValue)
    guard let node = map.node("profile") else {
      _ = map.requiredText("profile")
      return .law
    }
    guard let profile = node.text.flatMap(Profile.init(rawValue:)) else {
      return map.refuse("profile", node, expected: "\(list: names) 之一") ?? .law
    }
    return profile
  }

  private mutating func parts() -> [RecordPart] {
    let names = RecordPart.allCases.map(\.rawValue)
    return (map.list("makes") ?? []).compactMap { node in
      node.text.flatMap(RecordPart.init(rawValue:))
        ?? map.refuse("makes", node, expected: "\(list: names) 之一")
    }
  }

  private mutating func columns() -> [ImportColumn] {
    guard let nodes = map.list("columns") else {
      _ = map.requiredText("columns")
      return []
    }
    return nodes.compactMap { node in
      var reader = ColumnReader(node)
      let column = reader.column()
      diagnostics += reader.diagnostics
      return column
    }
  }

  private mutating func fills(of makes: [RecordPart]) -> [ImportFill] {
    guard var fill = map.mapping("fill") else { return [] }
    var fills: [ImportFill] = []
    for entry in fill.allEntries() {
      if !makes.contains(where: { $0.place(of: entry.key) != nil }) {
        fill.report(TemplateReader.noPlace(entry.key, at: entry.location))
      }
      guard let source = source(entry.value) else {
        let _: String? = fill.refuse(entry.key, entry.value, expected: "文字、“=字段”或者对照表")
        continue
      }
      fills.append(ImportFill(field: entry.key, source: source))
    }
    diagnostics += fill.close()
    return fills
  }

  private func source(_ node: YAMLNode) -> ImportFill.Source? {
    if let text = node.text {
      return text.hasPrefix("=") ? .copy(String(text.dropFirst())) : .constant(text)
    }
    guard let entries = node.entries, let of = entries.first(where: { $0.key == "of" })?.value.text
    else { return nil }
    let pairs = entries.filter { $0.key != "of" }.compactMap { entry in
      entry.value.text.map { (prefix: entry.key == "其他" ? "" : entry.key, value: $0) }
    }
    return .byPrefix(of, pairs)
  }

  /// Says that no record that the rows become has the field `path`.
  static func noPlace(_ path: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "import.unknownField",
      at: .source(location),
      "没有字段“\(path)”",
      expected: "e.、c.、t.、f.、i.、x.、w. 或者 ic. 开头的字段，并且 makes 中有对应的记录"
    )
  }
}
