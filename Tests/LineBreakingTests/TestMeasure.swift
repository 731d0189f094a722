import Geometry
import LineBreaking
import Styling
import UnicodeText

/// A font as simple as can be: every ASCII character is half a square wide, all others a square of 10 mm.
enum TestMeasure {
  static let em = Length.mm(10)

  static func clusters(of text: String) -> [TextCluster] {
    let latin = Set(latinMarks(in: text).map(\.lowerBound))
    var offset = 0
    return text.map { character in
      defer { offset += character.utf8.count }
      let isNarrow = character.isASCII || latin.contains(offset)
      return TextCluster(
        offset: offset,
        advance: isNarrow ? em / 2 : em,
        em: em,
        isLatinMark: latin.contains(offset)
      )
    }
  }

  static func items(
    of text: String,
    composition: LineComposition = LineComposition(),
    spacing: Double = 0
  ) throws -> [LineItem] {
    lineItems(
      of: text,
      clusters: clusters(of: text),
      breaks: try LineBreakFinder().breaks(in: text),
      composition: composition,
      spacing: em * spacing
    )
  }

  static func width(em count: Double) -> LineWidths { LineWidths(rest: em * count) }

  /// The text of each line, without the characters that force its end.
  static func texts(_ lines: [Line], of text: String) -> [String] {
    let characters = Array(text)
    return lines.map { line in String(characters[line.items]) }
  }
}
