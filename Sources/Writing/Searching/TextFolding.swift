import Foundation

/// Brings text into the form in which it is compared: letters and digits alone, in lower case, compatible forms such
/// as full-width ones made one (NFKC, UAX #15).
///
/// `fold` in the theme's `search.js` does the same to what a reader types, character by character, so that every place
/// of the folded text has one in the text itself.
public struct TextFolding: Sendable {
  /// The folded forms of the marks of Chinese and Western texts and of full-width forms, by their places.
  private static let marks: [[Unicode.Scalar]] = {
    var marks: [[Unicode.Scalar]] = []
    for range: ClosedRange<UInt32> in [0...0x7F, 0x2000...0x203F, 0x3000...0x301F, 0xFF00...0xFF7F]
    {
      marks += range.map { Unicode.Scalar($0).map(normalised) ?? [] }
    }
    return marks
  }()

  /// Returns the place of a mark; nothing for other characters.
  private static func place(_ value: UInt32) -> Int? {
    switch value {
    case 0...0x7F: Int(value)
    case 0x2000...0x203F: Int(value - 0x2000) + 0x80
    case 0x3000...0x301F: Int(value - 0x3000) + 0xC0
    case 0xFF00...0xFF7F: Int(value - 0xFF00) + 0xE0
    default: nil
    }
  }

  private let marks = TextFolding.marks
  private var known: [Unicode.Scalar: [Unicode.Scalar]] = [:]

  /// Has folded nothing yet.
  public init() {}

  /// Returns the folded characters of `text`.
  public mutating func fold(_ text: String) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    result.reserveCapacity(text.utf8.count / 3 + 1)
    let bytes = text.utf8.span
    var index = 0
    while index < bytes.count {
      if let han = han(in: bytes, at: index) {
        result.append(han)
        index += 3
      } else {
        let scalar = text.unicodeScalars[text.utf8.index(text.startIndex, offsetBy: index)]
        fold(scalar, into: &result)
        index += UTF8.width(scalar)
      }
    }
    return result
  }

  /// Returns the character from U+4E00 to U+9FFF whose three bytes (RFC 3629 § 3) begin at `index`; nothing for others.
  ///
  /// All of them are Han characters, which stay as they are, and nearly all of a text are among them.
  private func han(in bytes: Span<UInt8>, at index: Int) -> Unicode.Scalar? {
    let first = bytes[index]
    guard (0xE4...0xE9).contains(first), first > 0xE4 || bytes[index + 1] >= 0xB8 else {
      return nil
    }
    let last = UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
    return Unicode.Scalar(UInt32(first & 0xF) << 12 | last)
  }

  private mutating func fold(_ scalar: Unicode.Scalar, into result: inout [Unicode.Scalar]) {
    switch scalar.value {
    case 0x61...0x7A, 0x30...0x39: return result.append(scalar)
    default: break
    }
    // To fold a character takes a thousand times longer than to look it up.
    if let place = TextFolding.place(scalar.value) {
      // Marks vanish, letters and digits become one; to append a list, even an empty one, takes ten times longer.
      switch marks[place].count {
      case 0: break
      case 1: result.append(marks[place][0])
      default: result += marks[place]
      }
    } else if let folded = known[scalar] {
      result += folded
    } else {
      let folded = TextFolding.normalised(scalar)
      known[scalar] = folded
      result += folded
    }
  }

  private static func normalised(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    String(scalar).precomposedStringWithCompatibilityMapping.unicodeScalars
      .flatMap { $0.properties.lowercaseMapping.unicodeScalars }
      .filter(\.isLetterOrNumber)
  }
}

extension Unicode.Scalar {
  /// Whether the general category is one of letters or numbers.
  fileprivate var isLetterOrNumber: Bool {
    switch properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      true
    default: false
    }
  }
}
