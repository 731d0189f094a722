import Geometry
import LineBreaking
import Testing
import UnicodeText

/// Where the boxes of a line stand.
struct SetLineTests {
  /// The left edges in em of the first line of `text`.
  private func edges(_ text: String, em width: Double) throws -> [Double] {
    let items = try TestMeasure.items(of: text)
    let lines = breakLines(items, widths: TestMeasure.width(em: width))
    let line = try #require(lines.first)
    return setLine(line, of: items, to: TestMeasure.em * width, filling: .justified).edges
      .map { $0.millimetres / 10 }
  }

  @Test func aLastLineIsNotStretched() throws {
    #expect(try edges("甲乙", em: 9) == [0, 1])
  }

  @Test func hanLinesAreStretchedEvenly() throws {
    #expect(try edges("甲乙丙丁戊己庚辛", em: 5.8).prefix(5) == [0, 1.2, 2.4, 3.6, 4.8])
  }

  @Test func aLineThatWouldBeTornApartStaysRagged() throws {
    #expect(try edges("甲乙丙internationali", em: 9) == [0, 1, 2])
  }

  @Test func scriptGapsGrowBeforeTheRest() throws {
    // Two gaps grow from a quarter to three tenths.
    #expect(try edges("甲a乙丙丁戊己庚", em: 4.1) == [0, 1.3, 2.1, 3.1])
  }

  @Test func bracketsGiveTheirBlankFirst() throws {
    let items = try TestMeasure.items(of: "甲（乙），丙")
    let lines = breakLines(items, widths: TestMeasure.width(em: 5))
    #expect(lines.count == 1)
    let set = setLine(try #require(lines.first), of: items, to: .mm(45), filling: .justified)
    #expect(set.width == .mm(45))
    // The blank before the bracket went from 5 mm to 2.5 mm, as did none before the comma.
    #expect(items[1].shift == .mm(-5))
  }

  @Test func glyphsOfOpeningMarksStandLeftOfTheirBox() throws {
    let items = try TestMeasure.items(of: "（甲）")
    #expect(items.map(\.box) == [.mm(5), .mm(10), .mm(5)])
    #expect(items.map(\.shift) == [.mm(-5), .zero, .zero])
  }

  @Test func fillInsKeepTheirDistanceInsideALineOnly() {
    var clusters = TestMeasure.clusters(of: "于甲日")
    clusters[1].lead = .mm(3)
    clusters[1].trail = .mm(3)
    clusters[1].clearanceBefore = .mm(2.5)
    clusters[1].clearanceAfter = .mm(2.5)
    let items = lineItems(of: "于甲日", clusters: clusters, breaks: nil)
    #expect(items.map(\.box) == [.mm(10), .mm(16), .mm(10)])
    let lines = breakLines(items, widths: LineWidths(rest: .mm(100)))
    #expect(lines.map(\.natural) == [.mm(41)])
  }

  @Test func wishesAreHeeded() throws {
    var clusters = TestMeasure.clusters(of: "甲乙丙丁")
    clusters[0].breakAfter = .forced
    clusters[2].breakAfter = .forbidden
    let items = lineItems(of: "甲乙丙丁", clusters: clusters, breaks: try breaks("甲乙丙丁"))
    let lines = breakLines(items, widths: TestMeasure.width(em: 2))
    #expect(lines.map(\.items) == [0..<1, 1..<2, 2..<4])
  }

  @Test func nothingMakesNoLine() {
    #expect(breakLines([], widths: LineWidths(rest: .mm(10))).isEmpty)
    #expect(lineItems(of: "", clusters: [], breaks: []).isEmpty)
  }

  @Test(arguments: ["", "甲", "（甲）a，乙　", "  ", "ab cd。"])
  func theOnlyLineIsWhatBreakingWouldGive(text: String) throws {
    let items = try TestMeasure.items(of: text)
    let only = onlyLine(of: items)
    let broken = breakLines(items, widths: LineWidths(rest: .mm(10_000)))
    #expect(broken.isEmpty ? only.items.isEmpty : broken == [only])
  }

  @Test func objectsBehaveLikeNumbersBeforeTheirUnit() throws {
    var clusters = TestMeasure.clusters(of: "填于0年")
    clusters[2].isObject = true
    clusters[2].advance = .mm(20)
    let items = lineItems(of: "填于0年", clusters: clusters, breaks: try breaks("填于0年"))
    let lines = breakLines(items, widths: TestMeasure.width(em: 4))
    #expect(lines.map(\.items) == [0..<2, 2..<4])
  }

  private func breaks(_ text: String) throws -> [UnicodeText.LineBreak] {
    try LineBreakFinder().breaks(in: text)
  }
}
