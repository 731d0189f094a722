public import Diagnostics

/// A value of a YAML file together with its place.
public struct YAMLNode: Sendable, Hashable {
  /// What a node holds.
  public enum Content: Sendable, Hashable {
    /// Nothing: an empty value, `~` or `null`.
    case null
    /// A piece of text as it is written; numbers and flags are told apart by whoever asks for them.
    case scalar(String)
    /// Values in order.
    case sequence([YAMLNode])
    /// Named values in the order in which they are written; no name occurs twice.
    case mapping([YAMLEntry])
  }

  /// What the node holds.
  public var content: Content
  /// Where the node begins; the text of a quoted scalar begins after its quote.
  public var location: SourceLocation

  /// Creates a node.
  public init(_ content: Content, at location: SourceLocation) {
    self.content = content
    self.location = location
  }
}

/// A named value of a mapping.
public struct YAMLEntry: Sendable, Hashable {
  /// The name.
  public var key: String
  /// Where the name stands.
  public var location: SourceLocation
  /// The value.
  public var value: YAMLNode

  /// Creates an entry.
  public init(key: String, at location: SourceLocation, value: YAMLNode) {
    self.key = key
    self.location = location
    self.value = value
  }
}

extension YAMLNode {
  /// The text of a scalar, or nothing.
  public var text: String? {
    guard case .scalar(let text) = content else { return nil }
    return text
  }

  /// The number that a scalar spells in digits, or nothing.
  public var number: Double? {
    guard let text, let value = Double(text), value.isFinite, text.utf8.allSatisfy(isDecimal) else {
      return nil
    }
    return value
  }

  /// The values of a sequence, or nothing.
  public var items: [YAMLNode]? {
    guard case .sequence(let items) = content else { return nil }
    return items
  }

  /// The named values of a mapping, or nothing.
  public var entries: [YAMLEntry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// What stands there, for complaints: the text itself, or what else it is.
  public var observation: Message { text.map(Message.init(value:)) ?? Message(term: kindLabel) }

  /// What the node is, as Chinese messages call it.
  var kindLabel: String {
    switch content {
    case .null: "空值"
    case .scalar: "文字"
    case .sequence: "列表"
    case .mapping: "键值表"
    }
  }

  /// Returns the value named `key` of a mapping, or nothing.
  public subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key == key }?.value
  }
}

/// Returns whether `byte` may stand in a plain decimal number; `0x1F`, `nan` and `1e400` are not numbers here.
private func isDecimal(_ byte: UInt8) -> Bool {
  (48...57).contains(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
}
