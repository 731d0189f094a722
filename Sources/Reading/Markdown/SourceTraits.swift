/// What a Markdown file may hold that is looked for in all of its lines, seen from its bytes at one glance.
///
/// Most files hold nothing of it, and are spared the search. Whatever is missing here is nowhere in the file; what is here
/// may be.
struct SourceTraits: OptionSet {
  let rawValue: UInt8

  /// The noncharacters that tokens are made of.
  static let reserved = SourceTraits(rawValue: 1)
  /// A private use character.
  static let privateUse = SourceTraits(rawValue: 2)
  /// `*` or `~`.
  static let emphasis = SourceTraits(rawValue: 4)
  /// The mark that mends emphasis, or another character beyond U+FFFF.
  static let mark = SourceTraits(rawValue: 8)
}

extension SourceTraits {
  /// Looks over `text`.
  init(of text: String) {
    self = []
    let bytes = text.utf8.span
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "*"), UInt8(ascii: "~"):
        insert(.emphasis)
        index += 1
      case ..<0xE0: index += 1
      case 0xEE:
        insert(.privateUse)
        index += 3
      case 0xEF:
        // U+F000 to U+F8FF, and from U+FDC0 to U+FDFF.
        if bytes[index + 1] < 0xA4 { insert(.privateUse) }
        if bytes[index + 1] == 0xB7 { insert(.reserved) }
        index += 3
      case ..<0xF0: index += 3
      default:
        insert(bytes[index] < 0xF3 ? .mark : [.mark, .privateUse])
        index += 4
      }
    }
  }
}
