import Diagnostics
import Geometry
import Styling
import TestSupport
import Testing

@testable import Layout

/// How cells are spread over a line.
struct SpreadCellsTests {
  private func spread(_ cells: [String], em: Double, leastScale: Double = 0.8) throws -> SpreadCells
  {
    let composer = try TextComposer(fonts: TestFonts.library(), composition: LineComposition())
    return try SpreadCells.compose(
      cells.map { cell in
        var text = StyledText()
        text.append(cell, SpanStyle(TextStyle()), origin: .unknown)
        return text
      },
      size: .mm(10),
      width: .mm(10) * em,
      leastScale: leastScale,
      composer
    )
  }

  @Test func aSingleCellStandsAtTheLeft() throws {
    #expect(try spread(["甲"], em: 20).edges == [.zero])
  }

  @Test func twoCellsStandAtTheEdges() throws {
    #expect(try spread(["甲", "乙丙"], em: 20).edges == [.zero, .mm(180)])
  }

  @Test func theMiddleCellIsCentred() throws {
    #expect(try spread(["甲", "乙丙", "丁"], em: 20).edges == [.zero, .mm(90), .mm(190)])
  }

  @Test func whereTheMiddleWouldMeetTheWhiteIsShared() throws {
    let found = try spread(["甲乙丙丁戊己庚辛壬癸", "子丑", "寅"], em: 18)
    #expect(found.edges == [.zero, .mm(125), .mm(170)])
    #expect(!found.collides(width: .mm(180)))
  }

  @Test func emptyCellsNeedNoRoom() throws {
    let found = try spread(["", "甲乙丙丁戊己庚辛壬癸", ""], em: 10)
    #expect(found.cells[1].size == .mm(10))
    #expect(!found.collides(width: .mm(100)))
  }

  @Test func cellsShrinkBeforeTheyMeet() throws {
    let found = try spread(["甲乙丙丁戊", "己庚辛壬癸"], em: 10)
    #expect(found.cells[0].size < .mm(10))
    #expect(found.cells[0].size >= .mm(8))
    #expect(!found.collides(width: .mm(100)))
  }

  @Test func cellsThatMeetAtTheLeastSizeSaySo() throws {
    #expect(try spread(["甲乙丙丁戊己庚辛", "壬癸子丑寅卯辰巳"], em: 10).collides(width: .mm(100)))
    #expect(
      try !spread(["甲乙丙丁戊己庚辛", "壬癸子丑寅卯辰巳"], em: 10, leastScale: 0.4).collides(width: .mm(100))
    )
  }
}
