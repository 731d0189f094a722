import Diagnostics
import Geometry
import LineBreaking
import Styling
import TestSupport
import Testing

@testable import Layout

/// Composition looks at the paragraph: where bold type, a value or a link begins or ends changes nothing about it.
struct SpanBoundaryTests {
  private static let alphabet = Array(
    "甲乙丙劳动合同用人单位，。、：；？！（）“”《》——……·年月日第条元0123456789abcXYZ%¥ ’"
  )

  private func text(_ random: inout SeededGenerator) -> [Character] {
    (0..<Int.random(in: 10...90, using: &random)).map { _ in
      Self.alphabet[Int.random(in: 0..<Self.alphabet.count, using: &random)]
    }
  }

  /// The text in spans that begin anywhere, each styled by `style`.
  private func spans(
    _ text: [Character],
    _ random: inout SeededGenerator,
    _ style: (Int) -> (SpanStyle, Origin)
  ) -> StyledText {
    var styled = StyledText()
    var start = 0
    var number = 0
    while start < text.count {
      let end = min(text.count, start + Int.random(in: 1...9, using: &random))
      let (look, origin) = style(number)
      styled.append(String(text[start..<end]), look, origin: origin)
      (start, number) = (end, number + 1)
    }
    return styled
  }

  private func composed(_ text: StyledText) throws -> ComposedText {
    let composer = try TextComposer(
      fonts: TestFonts.library(),
      composition: LineComposition()
    )
    return try composer.paragraph(text, size: .pt(12), widths: LineWidths(rest: .mm(80)))
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func valuesAndLinksChangeNothing(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let characters = text(&random)
    let plain = SpanStyle(TextStyle())
    let whole = spans(characters, &random) { _ in (plain, .unknown) }
    let parted = spans(characters, &random) { number in
      var look = plain
      if number.isMultiple(of: 3) { look.link = "#a" }
      if number.isMultiple(of: 2) { look.ink = Ink(grey: 90) }
      return (look, .field(FieldLocation(row: number, field: "e.name")))
    }
    let (one, two) = (try composed(whole), try composed(parted))
    #expect(one.items == two.items, "seed \(seed): \(String(characters))")
    let widths = LineWidths(rest: .mm(80))
    #expect(one.lines(widths) == two.lines(widths), "seed \(seed)")
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func boldHanAndMarksChangeNothing(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    // Latin letters, digits and ¥ are of another width in a bold face; Han and its marks fill the same squares.
    let characters = text(&random).filter { !$0.isASCII && !"·’¥".contains($0) }
    let plain = SpanStyle(TextStyle())
    let whole = spans(characters, &random) { _ in (plain, .unknown) }
    let parted = spans(characters, &random) { number in
      (number.isMultiple(of: 2) ? plain : plain.strong, .unknown)
    }
    let (one, two) = (try composed(whole), try composed(parted))
    #expect(one.items.count == two.items.count, "seed \(seed)")
    for (index, pair) in zip(one.items, two.items).enumerated() where pair.0 != pair.1 {
      Issue.record("seed \(seed) item \(index) \(String(characters)): \(pair)")
    }
  }
}
