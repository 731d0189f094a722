import UnicodeText

/// A piece of text from a record, freed of what no printed line can hold.
struct FieldText {
  /// The text as it is printed.
  private(set) var text: String
  /// The characters of the old private use area that were replaced, in order, each once.
  private(set) var legacyCharacters: [Unicode.Scalar] = []
  /// Whether line breaks or tabs were turned into spaces.
  private(set) var hadLineBreaks = false
  /// Whether the text was not in normalisation form C.
  private(set) var wasDecomposed = false
  /// Whether the text could not be brought to normalisation form C.
  private(set) var isUncomposable = false
  /// Whether marks without any ink, such as zero-width spaces, were taken out.
  private(set) var hadInvisibles = false
  /// The private use characters that no standard knows, in order, each once.
  private(set) var privateUse: [Unicode.Scalar] = []
  /// The first control character or non-character.
  private(set) var control: Unicode.Scalar?

  init(_ raw: String) {
    text = raw
    var scalars = String.UnicodeScalarView()
    for scalar in raw.unicodeScalars { take(scalar, into: &scalars) }
    while scalars.first == " " { scalars.removeFirst() }
    while scalars.last == " " { scalars.removeLast() }
    text = String(scalars)
    compose()
  }

  private mutating func compose() {
    do throws(UnicodeFailure) {
      let composed = try UnicodeText.composed(text)
      wasDecomposed = !composed.unicodeScalars.elementsEqual(text.unicodeScalars)
      text = composed
    } catch {
      isUncomposable = true
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar, into kept: inout String.UnicodeScalarView) {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029:
      hadLineBreaks = true
      if kept.last != " ", !kept.isEmpty { kept.append(" ") }
    case 0x00...0x1F, 0x7F...0x9F, 0xFFFE, 0xFFFF:
      control = control ?? scalar
    case 0x200B, 0x2060, 0xFEFF, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069:
      hadInvisibles = true
    case 0xE000...0xF8FF, 0xF0000...0x10FFFF:
      if let standard = PrivateUse.standard(for: scalar) {
        if !legacyCharacters.contains(scalar) { legacyCharacters.append(scalar) }
        kept.append(standard)
      } else {
        if !privateUse.contains(scalar) { privateUse.append(scalar) }
        kept.append(scalar)
      }
    default: kept.append(scalar)
    }
  }

  /// Returns whether UTF-8 bytes surely hold nothing of the kind, which nearly all text does not.
  ///
  /// Plain are printable ASCII, what starts with the lead bytes of U+3000 to U+DFFF, and the full-width forms.
  static func isClean(_ bytes: ArraySlice<UInt8>) -> Bool {
    var previous: UInt8 = 0
    let text = bytes.span
    for index in text.indices {
      let byte = text[index]
      // U+FF00 to U+FF7F; the same lead byte begins private use characters and the byte-order mark.
      if previous == 0xEF, byte != 0xBC, byte != 0xBD { return false }
      switch byte {
      case 0x20...0x7E, 0x80...0xBF, 0xE3...0xED, 0xEF: previous = byte
      default: return false
      }
    }
    return bytes.first != 0x20 && bytes.last != 0x20
  }
}
