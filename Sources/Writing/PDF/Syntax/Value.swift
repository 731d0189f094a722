/// A direct object (ISO 32000-1 §7.3).
enum Value: Sendable {
  /// A boolean object (§7.3.2).
  case boolean(Bool)
  /// An integer object (§7.3.3).
  case integer(Int)
  /// A real object (§7.3.3).
  case number(Number)
  /// A string of bytes (§7.3.4).
  case bytes([UInt8])
  /// A text string (§7.9.2.2).
  case text(String)
  /// A name object (§7.3.5), without its solidus.
  case name(String)
  /// An array object (§7.3.6).
  case array([Value])
  /// A dictionary object (§7.3.7).
  case dictionary(Entries)
  /// The null object (§7.3.9).
  case null
  /// An indirect reference (§7.3.10).
  case reference(Reference)
  /// An object as it is spelt in the file that is continued.
  case spelt([UInt8])
}

extension Value: ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  init(integerLiteral value: Int) { self = .integer(value) }

  init(booleanLiteral value: Bool) { self = .boolean(value) }

  init(arrayLiteral elements: Value...) { self = .array(elements) }

  init(dictionaryLiteral elements: (String, Value)...) {
    self = .dictionary(Entries(elements))
  }
}

/// The entries of a dictionary in the order in which they are written.
struct Entries: Sendable, ExpressibleByDictionaryLiteral {
  /// The keys, without solidus, and their values.
  private(set) var pairs: [(key: String, value: Value)]

  /// Creates a dictionary of `pairs`.
  init(_ pairs: [(String, Value)]) {
    self.pairs = pairs.map { (key: $0.0, value: $0.1) }
  }

  init(dictionaryLiteral elements: (String, Value)...) {
    self.init(elements)
  }

  /// Adds an entry at the end; an absent value adds nothing.
  mutating func add(_ key: String, _ value: Value?) {
    guard let value else { return }
    pairs.append((key, value))
  }
}
