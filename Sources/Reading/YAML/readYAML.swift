public import Diagnostics
import UnicodeText
import Yams

/// Reads a YAML file into a tree of values, or says why it cannot be read.
///
/// Anchors and aliases are refused, because a few lines of them can stand for billions of values. An empty file
/// gives no node and no complaint.
public func readYAML(_ text: String, file: String) -> (YAMLNode?, [Diagnostic]) {
  let top = SourceLocation(file: file, line: 1, column: 1)
  // Yams compares whole values to find repeated names, so aliases must be refused before it runs.
  if let place = AliasSearch.firstAlias(in: text, file: file) {
    return (nil, [aliasDiagnostic(at: place)])
  }
  do {
    guard let root = try Yams.Parser(yaml: text, resolver: .basic, encoding: .utf8).singleRoot()
    else { return (nil, []) }
    var converter = YAMLConverter(file: file)
    let node = converter.node(root)
    return (node, converter.diagnostics)
  } catch let error as YamlError {
    return (nil, [diagnostic(of: error, file: file)])
  } catch {
    let message: Message = "无法读取 YAML"
    return (
      nil, [Diagnostic("yaml.syntax", at: .source(top), message, found: Message(value: "\(error)"))]
    )
  }
}

/// Turns the library's nodes into ours.
private struct YAMLConverter {
  let file: String
  var diagnostics: [Diagnostic] = []

  init(file: String) {
    self.file = file
  }

  mutating func node(_ node: Node) -> YAMLNode {
    var place = location(of: node)
    switch node {
    case .scalar(let scalar):
      // The text begins after the quote, so that places inside it can be counted from here.
      if scalar.style == .singleQuoted || scalar.style == .doubleQuoted { place.column += 1 }
      return YAMLNode(content(of: scalar, at: place), at: place)
    case .sequence(let sequence):
      return YAMLNode(.sequence(sequence.map { self.node($0) }), at: place)
    case .mapping(let mapping):
      return YAMLNode(.mapping(mapping.compactMap { entry($0.key, $0.value) }), at: place)
    case .alias:
      diagnostics.append(aliasDiagnostic(at: place))
      return YAMLNode(.null, at: place)
    }
  }

  private mutating func entry(_ key: Node, _ value: Node) -> YAMLEntry? {
    guard let name = key.scalar?.string else {
      let origin = Origin.source(location(of: key))
      diagnostics.append(
        Diagnostic("yaml.key", at: origin, "键必须是文字", advice: "请把列表或键值表改为文字")
      )
      return nil
    }
    let place = location(of: key)
    return YAMLEntry(key: mended(name, at: place), at: place, value: node(value))
  }

  private mutating func content(
    of scalar: Node.Scalar,
    at place: SourceLocation
  ) -> YAMLNode.Content {
    guard scalar.style == .plain, ["", "~", "null"].contains(scalar.string) else {
      return .scalar(mended(scalar.string, at: place))
    }
    return .null
  }

  /// Replaces the private use characters of old Chinese systems by those of the standard, and refuses all others, as
  /// in records and texts: settings are printed too, as titles, names and footers.
  ///
  /// It looks at what is meant, not at what is written, since a quoted text may spell a character as `\uE000`.
  private mutating func mended(_ text: String, at place: SourceLocation) -> String {
    guard text.unicodeScalars.contains(where: PrivateUse.contains) else { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let standard = PrivateUse.contains(scalar) ? PrivateUse.standard(for: scalar) : nil
      scalars.append(standard ?? scalar)
      guard PrivateUse.contains(scalar) else { continue }
      diagnostics.append(
        .privateUse(
          scalar,
          standard: standard,
          codes: ("yaml.privateUse", "yaml.legacyCharacter"),
          at: place
        )
      )
    }
    return String(scalars)
  }

  private func location(of node: Node) -> SourceLocation {
    SourceLocation(file: file, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
  }
}

private func aliasDiagnostic(at place: SourceLocation) -> Diagnostic {
  Diagnostic(
    "yaml.alias",
    at: .source(place),
    "不支持 YAML 别名（*名称）",
    advice: "请把内容直接写在这里；要打印星号，请用引号括起整段文字"
  )
}

private func diagnostic(of error: YamlError, file: String) -> Diagnostic {
  switch error {
  case .composer(_, "found undefined alias", let mark, _):
    return aliasDiagnostic(at: SourceLocation(file: file, line: mark.line, column: mark.column))
  case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
    .composer(_, let problem, let mark, _):
    let place = SourceLocation(file: file, line: mark.line, column: mark.column)
    return Diagnostic(
      "yaml.syntax",
      at: .source(place),
      "YAML 语法有误",
      found: "\(problem)",
      advice: "请检查此处的缩进、冒号后的空格和引号"
    )
  case .duplicatedKeysInMapping(let keys, let context):
    let place = SourceLocation(file: file, line: context.mark.line, column: context.mark.column)
    return Diagnostic(
      "yaml.duplicateKey",
      at: .source(place),
      "同一个键只能写一次",
      found: "\(list: keys)",
      advice: "请删去重复的键"
    )
  default:
    return Diagnostic(
      "yaml.syntax",
      at: .source(SourceLocation(file: file)),
      "无法读取 YAML",
      found: "\(error)"
    )
  }
}
