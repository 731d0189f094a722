import Geometry
import LineBreaking
import UnicodeText

extension StageBenchmark {
  /// Paragraphs to lines: the text of a guide, set in squares as wide as a page of A4.
  static let breakLines = StageBenchmark(name: "break-lines", unit: "lines") {
    let text = try StageSample.text(of: "content/guides/jilin-filing/04-new.md")
    let paragraphs = text.split(separator: "\n").map(String.init)
    let finder = try LineBreakFinder()
    return {
      try paragraphs.reduce(0) { count, paragraph in
        let items = lineItems(
          of: paragraph,
          clusters: squares(of: paragraph),
          breaks: try finder.breaks(in: paragraph)
        )
        return count + LineBreaking.breakLines(items, widths: LineWidths(rest: .mm(160))).count
      }
    }
  }
}

/// Returns the characters of `text` as clusters: Chinese ones a square wide, Latin ones half of it.
private func squares(of text: String) -> [TextCluster] {
  let em = Length.pt(12)
  var offset = 0
  return text.unicodeScalars.map { scalar in
    defer { offset += UTF8.width(scalar) }
    return TextCluster(offset: offset, advance: scalar.isASCII ? em / 2 : em, em: em)
  }
}
