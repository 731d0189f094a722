/// A person's name, its separators brought to one form and its characters checked.
struct PersonName {
  /// The name as it is printed.
  let text: String
  /// Whether a separator between Hanzi was brought to U+00B7 (民委发〔2016〕33号).
  let hasNewSeparator: Bool
  /// Whether full-width letters or spaces were changed.
  let hasNewSpacing: Bool
  /// Whether a space stands between two Hanzi, as it does where names are stretched to three characters.
  let hasInnerSpace: Bool
  /// The first character that no name may hold.
  let strange: Character?

  /// Marks that keyboards and exports put where the separator U+00B7 belongs.
  private static let separators: Set<Unicode.Scalar> = [
    "\u{2022}", "\u{2027}", "\u{30FB}", "\u{FF0E}", ".", "\u{2219}", "\u{22C5}", "\u{FF65}",
  ]

  init(_ raw: String) {
    let isPlain = raw.unicodeScalars.allSatisfy { Hanzi.contains($0) || $0 == "\u{B7}" }
    if isPlain {
      (text, hasNewSeparator, hasNewSpacing, strange) = (raw, false, false, nil)
      hasInnerSpace = false
      return
    }
    var scalars = Array(raw.unicodeScalars)
    let spaced = Self.respaced(scalars)
    hasNewSpacing = spaced != scalars
    scalars = spaced
    let separated = Self.reseparated(scalars)
    hasNewSeparator = separated != scalars
    var name = String.UnicodeScalarView()
    name.append(contentsOf: separated)
    text = String(name)
    hasInnerSpace = Self.betweenHanzi(separated) { $0 == " " } != nil
    strange = separated.first { !Self.isAllowed($0) }.map(Character.init)
  }

  /// Full-width letters become half-width; white space is trimmed and collapsed.
  private static func respaced(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result: [Unicode.Scalar] = []
    for scalar in scalars {
      switch scalar.value {
      case 0x20, 0x3000, 0xA0:
        if let last = result.last, last != " " { result.append(" ") }
      case 0xFF21...0xFF3A, 0xFF41...0xFF5A:
        result.append(Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar)
      default: result.append(scalar)
      }
    }
    if result.last == " " { result.removeLast() }
    return result
  }

  private static func reseparated(_ scalars: [Unicode.Scalar]) -> [Unicode.Scalar] {
    var result = scalars
    while let index = betweenHanzi(result, separators.contains) { result[index] = "\u{B7}" }
    return result
  }

  /// Returns where a mark of a kind stands between two Hanzi.
  private static func betweenHanzi(
    _ scalars: [Unicode.Scalar],
    _ isMark: (Unicode.Scalar) -> Bool
  ) -> Int? {
    scalars.indices.dropFirst().dropLast().first {
      isMark(scalars[$0]) && Hanzi.contains(scalars[$0 - 1]) && Hanzi.contains(scalars[$0 + 1])
    }
  }

  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x20, 0x2D, 0x27, 0x2019, 0xB7: true
    // Latin letters of passports: Latin-1, Extended-A and -B, Extended Additional.
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF: true
    default: Hanzi.contains(scalar) || NationalScript.contains(scalar)
    }
  }
}

/// The letters, beside Hanzi, of the scripts in which the peoples of China write their names.
enum NationalScript {
  /// Returns whether `scalar` is a letter or a mark of a script that GB 18030-2022 lists (annex on other scripts).
  ///
  /// A selector that chooses the form of a Hanzi is a part of it, and so are the joiners of these scripts.
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Uyghur, Kazakh, Kirghiz: letters, marks and presentation forms.
    case 0x620...0x65F, 0x66E...0x6D3, 0x6D5, 0x6FA...0x6FF, 0x750...0x77F, 0xFB50...0xFBB1,
      0xFBD3...0xFD3D, 0xFE70...0xFEFC:
      true
    // Tibetan with its tsheg, Mongolian with its selectors, Korean.
    case 0xF0B, 0xF40...0xFBC, 0x180B...0x180E, 0x1820...0x18AA, 0x202F, 0xAC00...0xD7A3: true
    // Yi, Lisu, Tai Le, New Tai Lue, Tai Tham, Miao.
    case 0xA000...0xA48C, 0xA4D0...0xA4FD, 0x1950...0x1974, 0x1980...0x19C9, 0x1A20...0x1A7C,
      0x16F00...0x16F9F:
      true
    case 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0100...0xE01EF: true
    default: false
    }
  }
}

/// The ideographs a name may hold.
enum Hanzi {
  /// Returns whether `scalar` is an ideograph of a block GB 18030-2022 covers.
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x3007: true
    case 0xF900...0xFAFF: true
    case 0x20000...0x2A6DF, 0x2A700...0x2EBEF, 0x2EBF0...0x2EE5F: true
    case 0x2F800...0x2FA1F, 0x30000...0x323AF: true
    default: false
    }
  }
}
