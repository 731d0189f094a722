public import Diagnostics

/// Takes typed values out of a mapping by name and collects every complaint on the way.
///
/// Ask for each known key, then call `close()`, which complains about the keys that nobody asked for.
public struct YAMLMapping: Sendable {
  /// Where the mapping begins.
  public let location: SourceLocation
  /// The complaints so far.
  public private(set) var diagnostics: [Diagnostic] = []
  /// Whether it is a file that could not be read, so that nobody knows what it says and what it lacks.
  public private(set) var isUnreadable = false
  private let entries: [YAMLEntry]
  private var known: Set<String> = []

  /// Opens `node`; anything but a mapping is a complaint and reads as an empty one.
  public init(_ node: YAMLNode) {
    location = node.location
    entries = node.entries ?? []
    if node.entries == nil, node.content != .null {
      complain("yaml.kind", at: node.location, "此处应为键值表", found: Message(term: node.kindLabel))
    }
  }

  /// Opens the mapping that the file with `text` is; of one that cannot be read nothing is told but that.
  public init(_ text: String, file: String) {
    let (node, complaints) = readYAML(text, file: file)
    self.init(node ?? YAMLNode(.null, at: SourceLocation(file: file, line: 1, column: 1)))
    diagnostics = complaints + diagnostics
    isUnreadable = node?.entries == nil && !diagnostics.isEmpty
  }

  /// The keys in the order in which they are written; all of them count as asked for.
  public mutating func allEntries() -> [YAMLEntry] {
    known.formUnion(entries.map(\.key))
    return entries
  }

  /// Returns the value of `key`, or nothing when it is absent or null.
  public mutating func node(_ key: String) -> YAMLNode? {
    known.insert(key)
    guard let node = entries.first(where: { $0.key == key })?.value, node.content != .null else {
      return nil
    }
    return node
  }

  /// Returns the text of `key`, or nothing.
  public mutating func text(_ key: String) -> String? {
    guard let node = node(key) else { return nil }
    guard let text = node.text else { return refuse(key, node, expected: "文字") }
    return text
  }

  /// Returns the text of `key` and complains when it is absent.
  public mutating func requiredText(_ key: String) -> String? {
    if node(key) == nil {
      if isUnreadable { return nil }
      complain("yaml.missingKey", at: location, "缺少必填的键“\(key)”", advice: "请补上“\(key): …”")
      return nil
    }
    return text(key)
  }

  /// Returns the number of `key` when it lies in `range`, or nothing.
  public mutating func number(_ key: String, in range: ClosedRange<Double>? = nil) -> Double? {
    guard let node = node(key) else { return nil }
    guard let number = node.number else { return refuse(key, node, expected: "数字") }
    if let range, !range.contains(number) {
      let expected: Message = "\(range.lowerBound) 至 \(range.upperBound) 之间的数字"
      return refuse(key, node, expected: expected)
    }
    return number
  }

  /// Returns the whole number of `key` when it lies in `range`, or nothing.
  public mutating func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let node = node(key) else { return nil }
    guard let text = node.text, let number = Int(text), range.contains(number) else {
      return refuse(key, node, expected: "\(range.lowerBound) 至 \(range.upperBound) 之间的整数")
    }
    return number
  }

  /// Returns the flag of `key`, written `true` or `false`, 是 or 否, or nothing.
  public mutating func flag(_ key: String) -> Bool? {
    guard let node = node(key) else { return nil }
    switch node.text {
    case "true", "是", "yes": return true
    case "false", "否", "no": return false
    default: return refuse(key, node, expected: "true 或 false")
    }
  }

  /// Returns the text of `key` when it is one of `choices`, or nothing.
  public mutating func choice<Value>(
    _ key: String,
    of choices: KeyValuePairs<String, Value>
  ) -> Value? {
    guard let node = node(key) else { return nil }
    if let text = node.text, let match = choices.first(where: { $0.key == text }) {
      return match.value
    }
    return refuse(key, node, expected: "\(list: choices.map(\.key)) 之一")
  }

  /// Returns the values of the list `key`; a single text counts as a list of one.
  public mutating func list(_ key: String) -> [YAMLNode]? {
    guard let node = node(key) else { return nil }
    if node.text != nil { return [node] }
    guard let items = node.items else { return refuse(key, node, expected: "列表") }
    return items
  }

  /// Returns the texts of the list `key`; a single text counts as a list of one.
  public mutating func texts(_ key: String) -> [String]? {
    guard let items = list(key) else { return nil }
    var texts: [String] = []
    for item in items {
      if let text = item.text {
        texts.append(text)
      } else {
        refuseItem(key, item, expected: "文字")
      }
    }
    return texts
  }

  /// Returns the mapping of `key`, or nothing; its complaints are its own.
  public mutating func mapping(_ key: String) -> YAMLMapping? {
    node(key).map(YAMLMapping.init)
  }

  /// Adds a complaint of the caller's own.
  public mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Adds the complaint that the value of `key` is not what is `expected`, and returns nothing.
  public mutating func refuse<Value>(
    _ key: String,
    _ node: YAMLNode,
    expected: Message
  ) -> Value? {
    refuseItem(key, node, expected: expected)
    return nil
  }

  /// Complains about every key that was never asked for, and returns all complaints.
  public mutating func close() -> [Diagnostic] {
    for entry in entries where !known.contains(entry.key) {
      let near = closestName(to: entry.key, in: known.sorted())
      let advice: Message =
        near.map { "是否想写“\($0)”？" } ?? "可用的键：\(list: known.sorted())"
      complain(
        "yaml.unknownKey",
        .warning,
        at: entry.location,
        "不认识的键“\(entry.key)”",
        advice: advice
      )
    }
    return diagnostics
  }

  private mutating func refuseItem(_ key: String, _ node: YAMLNode, expected: Message) {
    complain(
      "yaml.value",
      at: node.location,
      "“\(key)”的值不合要求",
      found: node.observation,
      expected: expected
    )
  }

  private mutating func complain(
    _ code: String,
    _ severity: Severity = .error,
    at place: SourceLocation,
    _ message: Message,
    found: Message? = nil,
    expected: Message? = nil,
    advice: Message? = nil
  ) {
    var complaint = Diagnostic(
      code,
      severity,
      at: .source(place),
      message,
      expected: expected,
      advice: advice
    )
    complaint.observation = found
    diagnostics.append(complaint)
  }
}
