/// What may have to be done to a text before it can stand in HTML, seen from its bytes at one glance.
///
/// A page asks four questions about every piece of text, and of most pieces nothing is to be done. Whatever is missing
/// here is nowhere in the text; what is here may be.
struct TextTraits: OptionSet {
  let rawValue: UInt8

  /// A character that may not stand as it is.
  static let special = TextTraits(rawValue: 1)
  /// A letter of a foreign script.
  static let foreign = TextTraits(rawValue: 2)
  /// A character of a script that runs from right to left.
  static let rightToLeft = TextTraits(rawValue: 4)
  /// The bracket that opens a name, 【.
  static let name = TextTraits(rawValue: 8)
}

extension TextTraits {
  /// Looks over `text`.
  init(of text: String) {
    self = []
    let bytes = text.utf8.span
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case ..<0x80:
        formUnion(TextTraits(ofASCII: byte))
        index += 1
      // Han, Hangul and the scripts between: most characters by far, with nothing to be done.
      case 0xE4...0xED: index += 3
      case ..<0xE0:
        formUnion(TextTraits(ofPair: byte, bytes[index + 1]))
        index += 2
      case ..<0xF0:
        formUnion(TextTraits(ofTriple: byte, bytes[index + 1], bytes[index + 2]))
        index += 3
      default:
        formUnion(byte == 0xF0 ? [.special, .rightToLeft] : .special)
        index += 4
      }
    }
  }

  private init(ofASCII byte: UInt8) {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
      self = .foreign
    case UInt8(ascii: "\""), UInt8(ascii: "&"), UInt8(ascii: "'"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), 0x00...0x09, 0x0B...0x1F, 0x7F:
      self = .special
    default: self = []
    }
  }

  /// Controls, Latin letters with marks, and from D6 on Hebrew and Arabic.
  private init(ofPair first: UInt8, _ second: UInt8) {
    switch first {
    case 0xC2: self = second < 0xA0 ? .special : []
    case 0xD6...: self = [.foreign, .rightToLeft]
    default: self = .foreign
    }
  }

  /// E0 begins Arabic and Tibetan among others, E1 Mongolian; the forms of Arabic letters (EF) end before U+FF00, where the
  /// full-width marks of Chinese begin, and noncharacters stand among either.
  private init(ofTriple first: UInt8, _ second: UInt8, _ third: UInt8) {
    switch (first, second, third) {
    case (0xE0, _, _): self = [.foreign, .rightToLeft]
    case (0xE1, _, _): self = .foreign
    case (0xE3, 0x80, 0x90): self = .name
    case (0xEF, 0xB7, _): self = [.special, .foreign, .rightToLeft]
    case (0xEF, ..<0xBC, _): self = [.foreign, .rightToLeft]
    case (0xEF, 0xBF, 0xBE...): self = .special
    default: self = []
    }
  }
}
