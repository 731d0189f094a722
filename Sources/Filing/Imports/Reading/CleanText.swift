import Glibc
import Records

/// The text of a cell freed of what keyboards and web pages leave around it.
struct CleanText {
  /// The text.
  let text: String
  /// Whether white space or invisible characters at its ends were taken away.
  let wasTrimmed: Bool

  init(_ raw: String) {
    // Nearly every text begins and ends with a letter, a digit or an ideograph; Unicode's tables need no look then.
    if let first = raw.utf8.first, let last = raw.unicodeScalars.last, Self.isPlain(first),
      (0x21...0x7E).contains(last.value) || (0x4E00...0x9FFF).contains(last.value)
    {
      (text, wasTrimmed) = (raw, false)
      return
    }
    let scalars = Array(raw.unicodeScalars)
    let start = scalars.firstIndex { !Self.isNothing($0) } ?? scalars.count
    let end = scalars.lastIndex { !Self.isNothing($0) }.map { $0 + 1 } ?? start
    var kept = String.UnicodeScalarView()
    kept.append(contentsOf: scalars[start..<max(start, end)])
    text = String(kept)
    wasTrimmed = kept.count != scalars.count
  }

  /// Returns whether a text that begins with `byte` begins with printable ASCII or an ideograph.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) || (0xE4...0xE9).contains(byte)
  }

  private static func isNothing(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace
      || [0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F].contains(scalar.value)
  }

  /// Returns the text in half-width forms without any white space, as numbers and codes are to be.
  var narrow: String {
    if text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) { return text }
    var kept = String.UnicodeScalarView()
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      kept.append(halfWidth(scalar))
    }
    return String(kept)
  }
}

/// A number in a cell, which the file holds as the digits of a binary fraction.
struct CellNumber {
  /// The digits as a person would write them.
  let text: String
  /// Whether digits beyond the fifteenth were there once and are lost.
  let isRounded: Bool

  /// Spreadsheets keep 15 digits of a number (ECMA-376-1 §18.3.1.96 leaves it to IEEE 754).
  private static let exact = 1e15

  /// Reads what the file holds, such as `13500000001`, `1.35E+10` or `2800.1000000000001`.
  init?(_ raw: String) {
    guard let value = Double(raw), value.isFinite else { return nil }
    if raw.utf8.allSatisfy({ (48...57).contains($0) }), raw.utf8.count <= 15 {
      (text, isRounded) = (raw, false)
      return
    }
    isRounded = abs(value) >= Self.exact
    text = Self.digits(of: value)
  }

  private static func digits(of value: Double) -> String {
    if abs(value) < 1e18, value == value.rounded() { return String(Int(value)) }
    var buffer = [CChar](repeating: 0, count: 40)
    let count = unsafe withVaList([value]) { list in
      unsafe vsnprintf(&buffer, buffer.count, "%.15g", list)
    }
    return String(
      decoding: buffer.prefix(max(0, Int(count))).map { UInt8(bitPattern: $0) },
      as: UTF8.self
    )
  }
}
