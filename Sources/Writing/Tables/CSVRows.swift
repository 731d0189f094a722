/// Writes a table as CSV (RFC 4180) that spreadsheet programs open as it is meant.
///
/// It is UTF-8 with a byte-order mark, without which Excel takes it for GBK. Two guards keep text from being taken for
/// something else: an apostrophe before what would be reckoned as a formula (OWASP, CSV injection), a tab before
/// numbers and days that are names, which Excel would shorten to 2.2E+17 or turn into another day. Readers that trim
/// white space lose nothing by the tab.
public struct CSVRows: RowWriting {
  /// Creates a writer.
  public init() {}

  /// Returns the byte-order mark and the line of names.
  public func begin(_ columns: [String]) -> [UInt8] {
    [0xEF, 0xBB, 0xBF] + line(columns.map { .text($0) })
  }

  /// Returns the line of a row.
  public func add(_ values: [TableValue]) -> [UInt8] { line(values) }

  /// Returns nothing: every line has ended.
  public func end() -> [UInt8] { [] }

  private func line(_ values: [TableValue]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(16 * values.count)
    for (index, value) in values.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      append(value, to: &bytes)
    }
    bytes += [0x0D, 0x0A]
    return bytes
  }

  private func append(_ value: TableValue, to bytes: inout [UInt8]) {
    guard case .text(let text) = value else {
      bytes += value.shown.utf8
      return
    }
    let isFormula = text.unicodeScalars.first.map(CSVRows.beginsFormula) ?? false
    let isQuoted = text.utf8.contains(where: CSVRows.needsQuotes)
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
    if isFormula {
      bytes.append(UInt8(ascii: "'"))
    } else if CSVRows.looksLikeNumber(text) {
      bytes.append(0x09)
    }
    for byte in text.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    if isQuoted { bytes.append(UInt8(ascii: "\"")) }
  }

  /// Signs that make a cell a formula, in the full-width form of Chinese keyboards too, and what may stand before one.
  private static func beginsFormula(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r", "\n": true
    default: false
    }
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: "\""), 0x0A, 0x0D: true
    default: false
    }
  }

  /// Whether a spreadsheet program may read the text as a number, a day or a time.
  private static func looksLikeNumber(_ text: String) -> Bool {
    var hasDigit = false
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39: hasDigit = true
      case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ":"),
        UInt8(ascii: "%"), UInt8(ascii: "E"), UInt8(ascii: "e"), UInt8(ascii: "+"),
        UInt8(ascii: "("), UInt8(ascii: ")"), 0x20:
        break
      default: return false
      }
    }
    return hasDigit
  }
}
