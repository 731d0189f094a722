/// Values in the distinguished encoding rules (ITU-T X.690 §10): a tag, a length, and what it holds.
public enum DER {
  /// Returns the value of `tag` that holds `content`.
  public static func value(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
    [tag] + length(content.count) + content
  }

  /// A SEQUENCE of `parts`.
  public static func sequence(_ parts: [UInt8]...) -> [UInt8] { value(0x30, parts.flatMap { $0 }) }

  /// A SET OF `parts`, which X.690 §11.6 sorts by their bytes.
  public static func set(_ parts: [[UInt8]]) -> [UInt8] {
    value(0x31, parts.sorted { $0.lexicographicallyPrecedes($1) }.flatMap { $0 })
  }

  /// An OCTET STRING.
  public static func octets(_ bytes: [UInt8]) -> [UInt8] { value(0x04, bytes) }

  /// An INTEGER that is not negative.
  public static func integer(_ number: UInt64) -> [UInt8] {
    var bytes = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: number >> $0) }
    bytes.removeFirst(min(7, bytes.prefix { $0 == 0 }.count))
    return value(0x02, (bytes[0] & 0x80 == 0 ? [] : [0]) + bytes)
  }

  /// An OBJECT IDENTIFIER by its encoded form.
  public static func identifier(_ identifier: ObjectIdentifier) -> [UInt8] {
    value(0x06, identifier.encoding)
  }

  /// NULL.
  public static let null: [UInt8] = [0x05, 0x00]

  private static func length(_ count: Int) -> [UInt8] {
    guard count >= 0x80 else { return [UInt8(count)] }
    var bytes: [UInt8] = []
    var rest = count
    while rest > 0 {
      bytes.insert(UInt8(rest & 0xFF), at: 0)
      rest >>= 8
    }
    return [0x80 | UInt8(bytes.count)] + bytes
  }
}
