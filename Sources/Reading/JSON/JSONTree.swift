import CSimdJSON

/// A JSON text that has been read, its values numbered in document order; the whole is value 0.
///
/// Values are named by their number, so that walking a hundred thousand rows copies nothing; a class, so that passing
/// the tree on counts one reference.
public final class JSONTree: Sendable {
  private let nodes: [JSONNode]
  private let text: [UInt8]
  private let names: JSONNames
  /// The members whose object has had one of the same name before, in order.
  public let duplicates: [Int]

  init(nodes: [JSONNode], text: [UInt8], names: JSONNames) {
    self.nodes = nodes
    self.text = text
    self.names = names
    // Nearly no text has any, and an empty array costs nothing.
    duplicates =
      nodes.contains { $0.duplicate != 0 } ? nodes.indices.filter { nodes[$0].duplicate != 0 } : []
  }

  /// How many values there are, the whole included.
  public var count: Int { nodes.count }

  /// Returns what `value` is.
  public func kind(of value: Int) -> JSONKind { JSONKind(rawValue: nodes[value].kind) ?? .null }

  /// Returns the byte offset of `value` in the source.
  public func offset(of value: Int) -> Int { Int(nodes[value].offset) }

  /// Returns the name of the member `value`, empty for an element of an array.
  public func key(of value: Int) -> String {
    let name = Int(nodes[value].name)
    guard name == 0 else { return names.texts[name - 1] }
    return String(decoding: text[nodes[value].keyRange], as: UTF8.self)
  }

  /// Returns the UTF-8 bytes of the name of the member `value`, without copying them.
  func keyBytes(of value: Int) -> ArraySlice<UInt8> {
    let name = Int(nodes[value].name)
    return name == 0 ? text[nodes[value].keyRange] : names.bytes[name - 1][...]
  }

  /// Returns whether the name of `member` stands before that of `other` in the order of their bytes.
  func isNamed(_ member: Int, before other: Int) -> Bool {
    let (own, others) = (Int(nodes[member].name), Int(nodes[other].name))
    if own != 0, others != 0 { return names.ranks[own - 1] < names.ranks[others - 1] }
    return keyBytes(of: member).lexicographicallyPrecedes(keyBytes(of: other))
  }

  /// Returns the number of the member's name among those that the reader knows, or 0.
  public func name(of value: Int) -> UInt8 { nodes[value].name }

  /// Returns the number of a string among those that its reader has read lately; 0 where it keeps none.
  ///
  /// Equal numbers are equal strings, and the rest of a number by `JSONReader.knownTextCount` is a place of its own.
  public func known(of value: Int) -> UInt64 { nodes[value].known }

  /// Returns the contents of a string or the exact digits of a number; empty for anything else.
  public func text(of value: Int) -> String {
    // The reader has refused what is no UTF-8, so that nothing needs be looked at again.
    let text = text
    let span = text.span.extracting(nodes[value].textRange)
    var utf8 = unsafe UTF8Span(unchecked: span)
    _ = utf8.checkForASCII()
    return String(copying: utf8)
  }

  /// Returns the UTF-8 bytes of a string's contents or of a number's digits, without copying them.
  public func bytes(of value: Int) -> ArraySlice<UInt8> { text[nodes[value].textRange] }

  /// Returns the values directly inside the array or object `value`, in order.
  public func children(of value: Int) -> JSONChildren {
    JSONChildren(tree: self, upcoming: value + 1, end: Int(nodes[value].next))
  }

  /// Returns the first value after `value` and all it holds.
  public func next(after value: Int) -> Int { Int(nodes[value].next) }

  /// Returns the first member of the object `value` whose name has the number `name` in the reader's list.
  public func member(_ name: UInt8, of value: Int) -> Int? {
    // Most members that are asked for and not there are told by one look.
    guard nodes[value].members >> (name % 64) & 1 != 0 else { return nil }
    let end = Int(nodes[value].next)
    var child = value + 1
    while child < end {
      if nodes[child].name == name { return child }
      child = Int(nodes[child].next)
    }
    return nil
  }
}

/// The values directly inside one array or object.
public struct JSONChildren: Sequence, IteratorProtocol, Sendable {
  fileprivate let tree: JSONTree
  fileprivate var upcoming: Int
  fileprivate let end: Int

  /// Returns the next value.
  public mutating func next() -> Int? {
    guard upcoming < end else { return nil }
    let value = upcoming
    upcoming = tree.next(after: value)
    return value
  }
}

extension JSONTree {
  /// Returns the JSON pointer (RFC 6901) from the whole to `value`.
  ///
  /// It walks down from the top, so it is for reports, not for every row.
  public func pointer(to value: Int) -> String {
    var path = ""
    var at = 0
    while at != value {
      guard let (step, child) = step(from: at, towards: value) else { return path }
      path += "/" + step
      at = child
    }
    return path
  }

  /// Returns `name` as a JSON pointer writes it.
  public static func pointerStep(_ name: String) -> String {
    var step = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "~": step += "~0"
      case "/": step += "~1"
      default: step.unicodeScalars.append(scalar)
      }
    }
    return step
  }

  private func step(from parent: Int, towards value: Int) -> (String, Int)? {
    var index = 0
    for child in children(of: parent) {
      if child <= value, value < next(after: child) {
        return (nodes[child].has_key != 0 ? Self.pointerStep(key(of: child)) : String(index), child)
      }
      index += 1
    }
    return nil
  }
}
