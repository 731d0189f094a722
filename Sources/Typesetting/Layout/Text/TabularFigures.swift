import Fonts
import Geometry
import LineBreaking
import Styling

extension GlyphClusters {
  /// Gives all digits of a text one width, each standing in the middle of it.
  ///
  /// The Chinese faces of Debian have proportional digits and no feature (`tnum`) that would change them; without this
  /// the amounts of a column line up only roughly.
  mutating func alignFigures(of text: StyledText, size: Length, _ fonts: FontLibrary) {
    let bytes = Array(text.text.utf8)
    for span in text.spans {
      let em = span.style.sizeFactor == 1 ? size : size * span.style.sizeFactor
      guard let advance = fonts.widestFigure(span.style) else { continue }
      let width = em.scaled(millionths: advance)
      for index in clusterRange(span.range) where bytes[clusters[index].offset].isFigure {
        let room = max(.zero, width - clusters[index].advance)
        clusters[index].lead = room / 2
        clusters[index].trail = room - room / 2
      }
    }
  }
}

extension FontLibrary {
  /// The advance of the widest digit in millionths of an em; nothing where the face has none.
  fileprivate func widestFigure(_ style: SpanStyle) -> Int? {
    do {
      let runs = try shape("0123456789", family: style.family, weight: style.weight)
      return runs.flatMap(\.glyphs).map(\.advance).max()
    } catch {
      // A face without digits complains where a text asks for one.
      return nil
    }
  }
}

extension UInt8 {
  /// Whether the byte is an ASCII digit.
  var isFigure: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}
