extension PDFValue {
  /// The object as it stands in a file (ISO 32000-1 §7.3); of a stream only the dictionary.
  public var spelling: [UInt8] {
    switch self {
    case .null: Array("null".utf8)
    case .boolean(let flag): Array((flag ? "true" : "false").utf8)
    case .integer(let number): Array(String(number).utf8)
    case .real(let text): Array(text.utf8)
    case .string(let bytes): [0x3C] + bytes.flatMap(PDFValue.hex) + [0x3E]
    case .name(let name): PDFValue.spelling(ofName: name)
    case .reference(let target): Array("\(target.number) \(target.generation) R".utf8)
    case .array(let elements):
      [0x5B] + elements.map(\.spelling).joined(separator: [0x20]) + [0x5D]
    case .dictionary(let entries), .stream(let entries):
      Array("<<".utf8)
        + entries.sorted { $0.key < $1.key }.flatMap { key, value in
          PDFValue.spelling(ofName: key) + [0x20] + value.spelling + [0x0A]
        } + Array(">>".utf8)
    }
  }

  private static func hex(_ byte: UInt8) -> [UInt8] {
    [byte >> 4, byte & 0xF].map { $0 + ($0 < 10 ? 0x30 : 0x37) }
  }

  /// A name; what is not a regular printing character becomes `#hh` (ISO 32000-1 §7.3.5).
  private static func spelling(ofName name: String) -> [UInt8] {
    [0x2F]
      + name.utf8.dropFirst().flatMap { byte in
        (0x21...0x7E).contains(byte) && !Array("()<>[]{}/%#".utf8).contains(byte)
          ? [byte] : [0x23] + hex(byte)
      }
  }
}
