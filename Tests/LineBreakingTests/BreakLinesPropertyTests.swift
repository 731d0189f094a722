import Geometry
import LineBreaking
import TestSupport
import Testing

/// What holds for every text at every width.
struct BreakLinesPropertyTests {
  private static let pieces = [
    "甲", "乙", "方", "劳动合同", "用人单位", "，", "。", "、", "：", "（", "）", "“", "”", "《", "》", "——",
    "……", "·", "80%", "5,500.00", "元", "2024", "年", "3", "月", "1", "日", "第三十七条", "Form", "HR-017",
    " ", "　", "𬭼", "e\u{301}", "http://example.org/a/b", "℃", "？", "！",
  ]
  private static let noStart = Set("，、。；：？！）》”…—·％℃%々")
  private static let noEnd = Set("（《“")

  /// A text in which at most two marks meet, so that every piece that may not be torn is short.
  private func text(_ random: inout SeededGenerator) -> String {
    var text = ""
    var marks = 0
    for _ in 0..<Int.random(in: 1...60, using: &random) {
      let piece = Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &random)]
      let isMark = piece.contains { Self.noStart.contains($0) || Self.noEnd.contains($0) }
      marks = isMark ? marks + 1 : 0
      text += marks > 2 ? "文" : piece
      if marks > 2 { marks = 0 }
    }
    return text
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func linesHoldTheWholeTextWithinTheirMeasure(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = text(&random)
    let width = TestMeasure.em * Double(Int.random(in: 2...30, using: &random))
    let items = try TestMeasure.items(of: text)
    let lines = breakLines(items, widths: LineWidths(first: width - TestMeasure.em, rest: width))
    #expect(TestMeasure.texts(lines, of: text).joined() == text, "seed \(seed)")
    for (number, line) in lines.enumerated() {
      let measure = number == 0 ? width - TestMeasure.em : width
      let set = setLine(line, of: items, to: measure, filling: .justified)
      #expect(set.width <= measure, "seed \(seed) line \(number)")
      #expect(zip(set.edges, set.edges.dropFirst()).allSatisfy(<=), "seed \(seed)")
    }
  }

  @Test(arguments: 0..<300 as Range<UInt64>)
  func noLineStartsOrEndsWithAForbiddenMark(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = text(&random)
    // Wider than any piece of the alphabet that may not be torn.
    let width = TestMeasure.em * Double(Int.random(in: 14...40, using: &random))
    let lines = breakLines(try TestMeasure.items(of: text), widths: LineWidths(rest: width))
    let texts = TestMeasure.texts(lines, of: text)
    for line in texts.dropFirst() {
      #expect(!Self.noStart.contains(line.first ?? "甲"), "seed \(seed): \(line)")
    }
    for line in texts.dropLast() {
      #expect(!Self.noEnd.contains(line.last ?? "甲"), "seed \(seed): \(line)")
    }
  }

  @Test(arguments: 0..<200 as Range<UInt64>)
  func justifiedHanLinesFillTheirMeasureExactly(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let text = String(repeating: "劳动合同", count: 20) + text(&random)
    let width = TestMeasure.em * Double.random(in: 8...30, using: &random)
    let items = try TestMeasure.items(of: text)
    let lines = breakLines(items, widths: LineWidths(rest: width))
    let hanLines = (80 / (Int(width.millimetres) / 10 + 1)) - 1
    for line in lines.prefix(hanLines) where !line.isLast {
      #expect(
        setLine(line, of: items, to: width, filling: .justified).width == width,
        "seed \(seed)"
      )
    }
  }
}
