import Geometry
import LineBreaking
import Styling
import TestSupport
import Testing

/// What a form's choice of composition changes.
struct CompositionTests {
  private static let em = TestMeasure.em

  private func em(_ length: Length) -> Double {
    (length / Self.em * 10_000).rounded() / 10_000
  }

  /// Where the boxes of the only line of `text` stand, set to `measure` em.
  private func set(
    _ text: String,
    to measure: Double,
    _ filling: LineFilling,
    _ composition: LineComposition = LineComposition()
  ) throws -> (edges: [Double], width: Double) {
    let items = try TestMeasure.items(of: text, composition: composition)
    let set = setLine(onlyLine(of: items), of: items, to: Self.em * measure, filling: filling)
    return (set.edges.map(em), em(set.width))
  }

  @Test func theMarkAtTheEndGivesBeforeAnyOther() throws {
    let composition = LineComposition(markWidth: .full)
    let natural = try set("甲，乙。", to: 4, .justified, composition)
    #expect(natural.edges == [0, 1, 2, 3] && natural.width == 4)
    let narrowed = try set("甲，乙。", to: 3.5, .justified, composition)
    #expect(narrowed.edges == [0, 1, 2, 3] && narrowed.width == 3.5)
    let more = try set("甲，乙。", to: 3.25, .justified, composition)
    #expect(more.edges == [0, 1, 1.75, 2.75] && more.width == 3.25)
  }

  @Test func aSpaceBeforeTheLineStandsWhereAnOpeningMarkKeepsItsSquare() throws {
    let composition = LineComposition(trimsLineStart: false)
    #expect(try set("（甲", to: 9, .natural, composition).edges == [0.5, 1])
    #expect(try set("（甲", to: 9, .natural).edges == [0, 0.5])
  }

  @Test(arguments: [("甲乙", [0, 3.0]), ("甲乙丙", [0, 1.5, 3]), ("甲乙丙丁", [0, 1, 2, 3])])
  func distributedTextFillsItsMeasureEvenly(text: String, edges: [Double]) throws {
    let line = try set(text, to: 4, .distributed)
    #expect(line.edges == edges && line.width == 4)
  }

  @Test func distributedWordsPartAtTheirSpacesAndALoneOneStandsInTheMiddle() throws {
    #expect(try set("ab cd", to: 4, .distributed).edges == [0, 0.5, 1, 3, 3.5])
    #expect(try set("ab", to: 4, .distributed).edges == [1.5, 2])
    #expect(try set("甲", to: 4, .distributed).edges == [1.5])
  }

  @Test func whatIsTooWideToBeDistributedIsNarrowedAsAnyLine() throws {
    #expect(try set("甲，乙", to: 2.75, .distributed).width == 2.75)
  }

  @Test func aHangingMarkStandsBeyondTheMeasureAndTheTextFillsIt() throws {
    let items = try TestMeasure.items(
      of: "甲乙丙丁，戊己庚辛",
      composition: LineComposition(hangsMarks: true)
    )
    let measure = Self.em * 4
    let line = try #require(breakLines(items, widths: LineWidths(rest: measure)).first)
    let set = setLine(line, of: items, to: measure, filling: .justified)
    #expect(line.items == 0..<5 && line.hangs)
    #expect(set.width == measure)
    #expect(set.edges.last == measure)
  }

  @Test func inFullSchemeTheHangingMarkLeavesNoBlankBehind() throws {
    let items = try TestMeasure.items(
      of: "甲乙丙丁。戊己庚辛",
      composition: LineComposition(markWidth: .full, hangsMarks: true)
    )
    let line = try #require(breakLines(items, widths: LineWidths(rest: Self.em * 4)).first)
    #expect(line.hangs && line.natural == Self.em * 4)
  }

  /// Every choice at once, for property tests.
  static let all: [LineComposition] = ProhibitionLevel.allCases.flatMap { level in
    MarkWidth.allCases.flatMap { width in
      [true, false].flatMap { choice in
        ScriptGap.allCases.map { gap in
          LineComposition(
            prohibition: level,
            markWidth: width,
            compressesAdjacentMarks: choice,
            trimsLineStart: !choice,
            scriptGap: gap,
            hangsMarks: choice
          )
        }
      }
    }
  }

  @Test(arguments: 0..<96 as Range<Int>)
  func everyCompositionKeepsTextWholeAndWithinItsMeasure(number: Int) throws {
    let composition = Self.all[number]
    var random = SeededGenerator(seed: UInt64(number))
    let alphabet = Array("甲乙丙劳动合同，。、：；？！（）“”《》—…·／～ab1%¥ 年月日第条")
    for _ in 0..<8 {
      let text = String(
        (0..<40).map { _ in alphabet[Int.random(in: 0..<alphabet.count, using: &random)] }
      )
      let measure = Self.em * Double(Int.random(in: 3...24, using: &random))
      let items = try TestMeasure.items(of: text, composition: composition)
      let lines = breakLines(items, widths: LineWidths(rest: measure))
      #expect(TestMeasure.texts(lines, of: text).joined() == text, "\(composition)")
      for line in lines where line.inkCount > 1 {
        let set = setLine(line, of: items, to: measure, filling: .justified)
        #expect(set.width <= measure, "\(composition): \(text)")
        #expect(zip(set.edges, set.edges.dropFirst()).allSatisfy(<=), "\(composition): \(text)")
      }
    }
  }
}
