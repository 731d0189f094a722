/// Writes a table as a JSON array of objects, one a line, their members in the order of the columns.
///
/// Amounts are strings, as in the records, so that no program loses cents; whole numbers are numbers, yes and no
/// are `true` and `false`, and what is absent is `null`.
public struct JSONRows: RowWriting {
  private var names: [[UInt8]] = []
  private var isFirst = true

  /// Creates a writer.
  public init() {}

  /// Returns the beginning of the array.
  public mutating func begin(_ columns: [String]) -> [UInt8] {
    names = columns.map { JSONRows.quoted($0) + [UInt8(ascii: ":")] }
    return [UInt8(ascii: "[")]
  }

  /// Returns a row.
  public mutating func add(_ values: [TableValue]) -> [UInt8] {
    var bytes: [UInt8] = isFirst ? [0x0A] : [UInt8(ascii: ","), 0x0A]
    isFirst = false
    bytes.append(UInt8(ascii: "{"))
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      bytes += names[index]
      JSONRows.append(value, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }

  /// Returns the end of the array.
  public func end() -> [UInt8] { Array("\n]\n".utf8) }

  private static func append(_ value: TableValue, to bytes: inout [UInt8]) {
    switch value {
    case .absent: bytes += "null".utf8
    case .integer(let number): bytes += String(number).utf8
    case .flag(let truth): bytes += (truth ? "true" : "false").utf8
    case .text(let text), .decimal(let text): bytes += quoted(text)
    case .date: bytes += quoted(value.shown)
    }
  }

  /// Returns `text` as a JSON string with no more escapes than must be (RFC 8785 3.2.2.2).
  private static func quoted(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = [UInt8(ascii: "\"")]
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x08: bytes += "\\b".utf8
      case 0x09: bytes += "\\t".utf8
      case 0x0A: bytes += "\\n".utf8
      case 0x0C: bytes += "\\f".utf8
      case 0x0D: bytes += "\\r".utf8
      case 0..<0x20: bytes += ("\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16)).utf8
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
    return bytes
  }
}
