/// What a character is to the composition of a line.
///
/// The classes follow clreq #categories_and_usage_of_punctuation_marks; ICU knows the rest (UAX #14).
enum CharacterClass: Hashable {
  /// Han, kana, hangul and other characters of one em.
  case ideograph
  /// An opening bracket or quotation mark with its blank half before it.
  case opening
  /// A closing bracket or quotation mark with its blank half after it.
  case closing
  /// A mark of a short pause, ，、；：, with its blank half after it.
  case pause
  /// A mark that ends a sentence, 。．？！, with its blank half after it.
  case stop
  /// A dot between the parts of a name.
  case interpunct
  /// Half of —— or ……, which fill their squares.
  case dash
  /// A mark between numbers or names, or before an item, that keeps its distance: ～, –, ／, •.
  case connector
  /// A Latin, Greek or Cyrillic letter.
  case letter
  /// A digit of the Latin script.
  case digit
  /// A sign that belongs to the number after it.
  case prefix
  /// A sign that belongs to the number before it.
  case postfix
  /// A full-width ％, ℃ or ￥, which brings its own room.
  case wideSign
  /// An opening mark of the Latin script.
  case latinOpening
  /// Another mark of the Latin script.
  case latinMark
  /// A space that may grow and shrink between words.
  case space
  /// A space of fixed width, such as the ideographic one.
  case fixedSpace
  /// A character that ends the line and is not printed.
  case lineEnd
  /// Something that is not text, such as a blank to write on.
  case object
}

extension CharacterClass {
  /// Finds the class of a cluster by its first character.
  ///
  /// Curly quotes and some other marks are shared with the Latin script; `isLatinMark` says that one stands in
  /// Latin text. `isWide` says whether the font gives a sign such as ％ a full square.
  init(of scalar: Unicode.Scalar, isWide: Bool, isLatinMark: Bool = false) {
    // Most characters of a form are Han or digits: they need no look-up.
    if (0x4E00...0x9FFF).contains(scalar.value) {
      self = .ideograph
      return
    }
    if (0x30...0x39).contains(scalar.value) {
      self = .digit
      return
    }
    self = Self.fixed[scalar.value] ?? Self.byRange(scalar)
    switch self {
    case .prefix where isWide, .postfix where isWide: self = .wideSign
    case .opening where isLatinMark: self = .latinOpening
    case .closing where isLatinMark, .dash where isLatinMark, .interpunct where isLatinMark:
      self = .latinMark
    default: break
    }
  }

  /// Whether the mark's blank half stands before its ink.
  var hasBlankBefore: Bool { self == .opening }

  /// Whether the mark's blank half stands after its ink.
  var hasBlankAfter: Bool { self == .closing || self == .pause || self == .stop }

  /// Whether two such marks in a row share their blank (clreq #h-adjustment_of_adjacent_punctuation_marks).
  var isCompressible: Bool { hasBlankBefore || hasBlankAfter }

  /// Whether the character stands in a square of its own, beside which a line may end unless a rule forbids it.
  var isSquare: Bool {
    switch self {
    case .ideograph, .opening, .closing, .pause, .stop, .dash, .wideSign: true
    default: false
    }
  }

  /// Whether a gap stands between such a character and an ideograph (clreq #mixed_text_composition_in_horizontal_writing_mode).
  var isLatin: Bool {
    self == .letter || self == .digit || self == .prefix || self == .postfix
  }

  /// Whether the character leaves no ink.
  var isSpace: Bool { self == .space || self == .fixedSpace || self == .lineEnd }

  private static func byRange(_ scalar: Unicode.Scalar) -> CharacterClass {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A: .letter
    case 0x00...0x7F: .latinMark
    case 0x00C0...0x02AF, 0x0370...0x052F, 0x1E00...0x1FFF: .letter
    case 0x2000...0x200A, 0x205F: .fixedSpace
    case 0x2010...0x2015: .connector
    default: isIdeographic(scalar) ? .ideograph : other(scalar)
    }
  }

  private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF, 0x2150...0x21FF, 0x2460...0x27BF, 0x2E80...0x4DBF, 0x4E00...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7FF,
      0xF900...0xFAFF, 0xFE30...0xFE4F, 0xFF00...0xFFEF, 0x1F000...0x1FAFF, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  private static func other(_ scalar: Unicode.Scalar) -> CharacterClass {
    scalar.properties.isAlphabetic ? .letter : .latinMark
  }

  private static let fixed: [UInt32: CharacterClass] = {
    var table: [UInt32: CharacterClass] = [:]
    func put(_ characters: String, _ kind: CharacterClass) {
      for scalar in characters.unicodeScalars { table[scalar.value] = kind }
    }
    put("（《〈「『【〔〖｛［“‘〘〚＜｟", .opening)
    put("）》〉」』】〕〗｝］”’〙〛＞｠", .closing)
    put("，、；：", .pause)
    put("。．？！", .stop)
    put("·・‧", .interpunct)
    put("—…⋯―", .dash)
    put("～–－／~•∙\u{2010}\u{2011}", .connector)
    put("¥$£€￥＄￡№", .prefix)
    put("%‰°℃℉％￠㎡㎏㎜㎝㎞", .postfix)
    put("([{«‹", .latinOpening)
    put(" \t\u{A0}", .space)
    put("\u{3000}", .fixedSpace)
    put("\n\r\u{B}\u{C}\u{85}\u{2028}\u{2029}", .lineEnd)
    return table
  }()
}
