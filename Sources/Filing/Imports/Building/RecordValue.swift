import JSON

/// A value of a record that is being put together, its members in the order in which they came.
enum RecordValue: Hashable {
  case text(String)
  /// A number in its exact digits.
  case number(String)
  case flag(Bool)
  case list([RecordValue])
  case object([Member])

  struct Member: Hashable {
    let name: String
    var value: RecordValue
  }

  /// Returns the value at the end of `path`, a list of member names.
  subscript(path: some Collection<String>) -> RecordValue? {
    guard let name = path.first else { return self }
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value[path.dropFirst()]
  }

  /// Puts `value` at the end of `path`, making the objects on the way.
  mutating func set(_ value: RecordValue, at path: some Collection<String>) {
    guard let name = path.first else {
      self = value
      return
    }
    var members: [Member] = []
    if case .object(let known) = self { members = known }
    if let index = members.firstIndex(where: { $0.name == name }) {
      members[index].value.set(value, at: path.dropFirst())
    } else {
      var inner = RecordValue.object([])
      inner.set(value, at: path.dropFirst())
      members.append(Member(name: name, value: inner))
    }
    self = .object(members)
  }

  /// The text of a text or number.
  var scalar: String? {
    switch self {
    case .text(let text), .number(let text): text
    default: nil
    }
  }

  /// The members of an object, none of anything else.
  var members: [Member] {
    if case .object(let members) = self { members } else { [] }
  }

  /// The elements of a list, none of anything else.
  var elements: [RecordValue] {
    if case .list(let elements) = self { elements } else { [] }
  }
}

extension RecordValue {
  /// Takes over value number `value` of `tree`.
  init(_ tree: JSONTree, _ value: Int = 0) {
    switch tree.kind(of: value) {
    case .null: self = .text("")
    case .no: self = .flag(false)
    case .yes: self = .flag(true)
    case .number: self = .number(tree.text(of: value))
    case .string: self = .text(tree.text(of: value))
    case .array: self = .list(tree.children(of: value).map { RecordValue(tree, $0) })
    case .object:
      self = .object(
        tree.children(of: value).filter { tree.kind(of: $0) != .null }
          .map { Member(name: tree.key(of: $0), value: RecordValue(tree, $0)) }
      )
    }
  }

  /// Reads one value of JSON; nothing when it is none.
  static func read(_ json: [UInt8]) -> RecordValue? {
    guard let reader = JSONReader() else { return nil }
    return Result(catching: { () throws(JSONProblem) in try reader.read(json) }).value
      .map { RecordValue($0) }
  }

  /// Adds the value as JSON (RFC 8259) to `bytes`, on one line.
  func write(to bytes: inout [UInt8]) {
    switch self {
    case .text(let text): Self.write(text, to: &bytes)
    case .number(let digits): bytes += Array(digits.utf8)
    case .flag(let truth): bytes += Array((truth ? "true" : "false").utf8)
    case .list(let values):
      bytes.append(UInt8(ascii: "["))
      for (index, value) in values.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      bytes.append(UInt8(ascii: "{"))
      for (index, member) in members.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        Self.write(member.name, to: &bytes)
        bytes.append(UInt8(ascii: ":"))
        member.value.write(to: &bytes)
      }
      bytes.append(UInt8(ascii: "}"))
    }
  }

  /// The value as JSON on one line.
  var json: [UInt8] {
    var bytes: [UInt8] = []
    write(to: &bytes)
    return bytes
  }

  private static func write(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"):
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(byte)
      case 0x0A: bytes += Array("\\n".utf8)
      case 0x00...0x1F:
        let digits = String(byte, radix: 16)
        bytes += Array("\\u\(String(repeating: "0", count: 4 - digits.count))\(digits)".utf8)
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}

extension Result {
  /// The value of a success; a failure's reason is told by whoever has tried all ways.
  var value: Success? {
    if case .success(let value) = self { value } else { nil }
  }
}
