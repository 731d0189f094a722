import Geometry
import LineBreaking
import UnicodeText

/// A font as simple as can be: every ASCII character is half a square wide, all others a square of 10 mm.
enum TestMeasure {
  static let em = Length.mm(10)

  static func clusters(of text: String) -> [TextCluster] {
    var offset = 0
    return text.map { character in
      defer { offset += character.utf8.count }
      return TextCluster(
        offset: offset,
        advance: character.isASCII ? em / 2 : em,
        em: em
      )
    }
  }

  static func items(of text: String) throws -> [LineItem] {
    let breaks = try LineBreakFinder().breaks(in: text)
    return lineItems(of: text, clusters: clusters(of: text), breaks: breaks)
  }

  static func width(em count: Double) -> LineWidths { LineWidths(rest: em * count) }

  /// The text of each line, without the characters that force its end.
  static func texts(_ lines: [Line], of text: String) -> [String] {
    let characters = Array(text)
    return lines.map { line in String(characters[line.items]) }
  }
}
