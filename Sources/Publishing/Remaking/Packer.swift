/// Numbers, texts and lists one behind another, as bytes that `Unpacker` takes apart again.
public struct Packer {
  /// The bytes so far.
  public private(set) var bytes: [UInt8] = []

  /// Creates an empty packer.
  public init() {}

  /// Appends `number` in digits of seven bits, the lowest first (LEB128).
  public mutating func put(_ number: UInt64) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  /// Appends `text` behind the number of its bytes.
  public mutating func put(_ text: String) {
    put(UInt64(text.utf8.count))
    bytes += text.utf8
  }

  /// Appends what `put` makes of each of `items`, behind their number.
  public mutating func put<Item>(_ items: [Item], each put: (inout Packer, Item) -> Void) {
    self.put(UInt64(items.count))
    for item in items { put(&self, item) }
  }

  /// Appends `texts` behind their number.
  public mutating func put(_ texts: [String]) { put(texts) { $0.put($1) } }

  /// Appends `numbers`, each of which is at least the one before, behind their number.
  public mutating func put(ascending numbers: [UInt64]) {
    put(UInt64(numbers.count))
    var last: UInt64 = 0
    for number in numbers {
      put(number &- last)
      last = number
    }
  }
}

/// Takes apart what `Packer` has put together; nothing comes out of bytes that it cannot have made.
public struct Unpacker {
  private let bytes: [UInt8]
  private var place = 0

  /// Begins with the first of `bytes`.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether nothing is left.
  public var isAtEnd: Bool { place == bytes.count }

  /// Takes a number.
  public mutating func number() -> UInt64? {
    var number: UInt64 = 0
    var shift: UInt64 = 0
    while place < bytes.count, shift < 64 {
      let byte = bytes[place]
      place += 1
      number |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { return number }
      shift += 7
    }
    return nil
  }

  /// Takes a text.
  public mutating func text() -> String? {
    guard let count = count() else { return nil }
    defer { place += count }
    return String(decoding: bytes[place..<place + count], as: UTF8.self)
  }

  /// Takes a list of what `item` takes.
  public mutating func list<Item>(of item: (inout Unpacker) -> Item?) -> [Item]? {
    guard let count = count() else { return nil }
    var items: [Item] = []
    items.reserveCapacity(count)
    for _ in 0..<count {
      guard let item = item(&self) else { return nil }
      items.append(item)
    }
    return items
  }

  /// Takes a list of texts.
  public mutating func texts() -> [String]? { list { $0.text() } }

  /// Takes a list of ascending numbers.
  public mutating func ascendingNumbers() -> [UInt64]? {
    var last: UInt64 = 0
    return list { unpacker in
      guard let step = unpacker.number() else { return nil }
      last &+= step
      return last
    }
  }

  /// Takes a number of things, of which each takes a byte at least.
  private mutating func count() -> Int? {
    guard let number = number(), number <= UInt64(bytes.count - place) else { return nil }
    return Int(number)
  }
}
