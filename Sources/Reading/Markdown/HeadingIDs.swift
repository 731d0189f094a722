/// Gives each heading of a document an anchor made of the heading's own characters.
struct HeadingIDs {
  private var used: Set<String> = []
  private var count = 0

  /// Returns the anchor of a heading that reads `text`: letters and digits of any script stay, Latin ones in lower
  /// case, spaces become `-`; never empty, never twice the same.
  mutating func id(for text: String) -> String {
    count += 1
    var id = ""
    for scalar in text.lowercased().unicodeScalars {
      if scalar == "-" || scalar == "_" || HeadingIDs.isWordPart(scalar) {
        id.unicodeScalars.append(scalar)
      } else if scalar.properties.isWhitespace, !id.isEmpty, id.last != "-" {
        id += "-"
      }
    }
    while id.last == "-" { id.removeLast() }
    return unique(id.isEmpty ? "s\(count)" : id)
  }

  /// Returns `id`, with `-2`, `-3` … when it is taken.
  mutating func unique(_ id: String) -> String {
    var result = id
    var number = 2
    while !used.insert(result).inserted {
      result = "\(id)-\(number)"
      number += 1
    }
    return result
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber, .privateUse:
      true
    default: false
    }
  }
}
