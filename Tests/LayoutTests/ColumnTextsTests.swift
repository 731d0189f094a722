import Diagnostics
import Geometry
import Pages
import Styling
import Testing

@testable import Layout

/// Texts that a column has had before are not set again.
struct ColumnTextsTests {
  private func line(_ text: String) -> ColumnTexts.Line {
    let run = GlyphRun(
      font: FontID(index: 0),
      size: .pt(9),
      origin: Point(x: .zero, y: .zero),
      width: .zero,
      glyphs: [],
      text: text,
      ink: .black,
      mark: .decoration,
      source: .unknown
    )
    return ColumnTexts.Line(run: SharedRun(run), pitch: .pt(11))
  }

  @Test func aTextIsSetOnce() throws {
    var texts = ColumnTexts(rowCount: 100)
    var count = 0
    func set(_ text: String) -> SharedRun? {
      texts.line(of: text) {
        count += 1
        return line(text)
      }?.run
    }
    let first = try #require(set("2026-11-20"))
    #expect(set("2026-11-20") === first)
    #expect(set("2026-11-21") !== first)
    #expect(count == 2)
  }

  @Test(arguments: [0, 1, 7, 100_000])
  func whateverTheRoomEachTextIsItself(rowCount: Int) {
    var texts = ColumnTexts(rowCount: rowCount)
    for round in 0..<3 {
      for number in 0..<3000 {
        let text = "第\(number)号"
        let found = texts.line(of: text) { line(text) }
        #expect(found?.run.run.text == text, "round \(round)")
      }
    }
  }

  /// U+F9D4 and U+502B are equal to strings, but not the same text.
  @Test func twinsAreTwoTexts() {
    var texts = ColumnTexts(rowCount: 1)
    let twins = ["\u{F9D4}", "\u{502B}"]
    let found = twins.map { text in texts.line(of: text) { line(text) }?.run.run.text ?? "" }
    #expect(found.map { Array($0.utf8) } == twins.map { Array($0.utf8) })
  }

  @Test func whatCannotBeSetSoIsAskedForEveryTime() {
    var texts = ColumnTexts(rowCount: 10)
    var count = 0
    for _ in 0..<2 {
      let found = texts.line(of: "王 芳") {
        count += 1
        return nil
      }
      #expect(found == nil)
    }
    #expect(count == 2)
  }
}
