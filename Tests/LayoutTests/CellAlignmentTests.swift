import Diagnostics
import DocumentTree
import Geometry
import Pages
import Styling
import TestSupport
import Testing

@testable import Layout

/// How the text of cells stands: spread, on its decimal point, from top to bottom.
struct CellAlignmentTests {
  /// The runs of a one-column table 60 mm wide, without its header, from top to bottom.
  private func runs(
    _ texts: [String],
    _ column: Column,
    head: String = "栏",
    headOnly: Bool = false
  ) throws -> [GlyphRun] {
    var column = column
    column.millimetres = 60
    let rows = texts.map { text in
      TableRow<Never>(cells: [TableCell(content: [.text(text, Sample.origin)])], origin: .unknown)
    }
    let title = TableRow<Never>(
      cells: [
        TableCell(content: [.text(head, Sample.origin)]), TableCell(content: []),
      ],
      origin: .unknown
    )
    let table = Table<Never>(
      columns: [column, Column(share: 1)],
      head: [title],
      body: .rows(rows),
      origin: .unknown
    )
    let runs = try Sample.pages(Sample.document(.table(table)))[0].runs
      .sorted { ($0.origin.y, $0.origin.x) < ($1.origin.y, $1.origin.x) }
    let count = texts.joined().isEmpty ? 0 : runs.count - head.count
    return headOnly ? runs : Array(runs.suffix(max(0, count)))
  }

  private static let left = Length.mm(28)

  /// The middle of a run.
  private func middle(_ run: GlyphRun) -> Double {
    (run.origin.x + run.width / 2).millimetres
  }

  @Test func namesAreSpreadOverSoManyCharactersInTheMiddle() throws {
    let column = Column(alignment: .distributed, spread: 4)
    let em = Length.pt(9)
    for name in ["王芳", "王小芳", "王小芳菲"] {
      let run = try #require(try runs([name], column, head: "").first)
      #expect(abs((run.width - em * 4).millimetres) < 0.01, "\(name)")
      #expect(abs(middle(run) - 58) < 0.01, "\(name)")
    }
  }

  @Test func aLongNameIsNotSpreadButStandsInTheMiddle() throws {
    let column = Column(alignment: .distributed, spread: 4)
    let run = try #require(try runs(["阿依古丽·买买提"], column, head: "").first)
    #expect(abs(middle(run) - 58) < 0.01)
    #expect(run.width > Length.pt(9) * 7)
  }

  @Test func withoutACountTheWholeCellIsFilled() throws {
    let run = try #require(try runs(["王芳"], Column(alignment: .distributed), head: "").first)
    #expect(run.origin.x == Self.left + .mm(1))
    #expect(abs((run.width - .mm(58)).millimetres) < 0.01)
  }

  /// Where the decimal point of a run, or else its end, stands.
  private func point(_ run: GlyphRun) -> Double {
    let offset = run.text.utf8.firstIndex(of: UInt8(ascii: ".")).map {
      run.text.utf8.distance(from: run.text.utf8.startIndex, to: $0)
    }
    guard let offset, let glyph = run.glyphs.first(where: { $0.textOffset == offset }) else {
      return (run.origin.x + run.width).millimetres
    }
    return (run.origin.x + glyph.x).millimetres
  }

  @Test func decimalPointsStandOneUnderAnother() throws {
    let column = Column(alignment: .decimal, decimals: 3)
    let runs = try runs(["1,111.11", "8.5", "12345.678", "70"], column, head: "")
    let places = runs.map(point)
    #expect(runs.count == 4)
    for place in places { #expect(abs(place - places[0]) < 0.12, "\(places)") }
    #expect(abs((runs[2].origin.x + runs[2].width - .mm(87)).millimetres) < 0.2, "3 places fit")
  }

  @Test func digitsOfAmountsAreEquallyWide() throws {
    let runs = try runs(["1111", "8888"], Column(alignment: .end), head: "")
    func steps(_ run: GlyphRun) -> Double { (run.glyphs[3].x - run.glyphs[2].x).millimetres }
    #expect(abs(steps(runs[0]) - steps(runs[1])) < 0.001)
    let free = try self.runs(["1111", "8888"], Column(alignment: .start), head: "")
    #expect(abs(steps(free[0]) - steps(free[1])) > 0.1, "the face's own digits differ")
  }

  /// The runs of a table whose first column is measured, the second taking the rest.
  private func measured(_ column: Column, head: String, _ text: String) throws -> [GlyphRun] {
    let row = TableRow<Never>(
      cells: [text, "其余"].map { TableCell(content: [.text($0, Sample.origin)]) },
      origin: .unknown
    )
    let title = TableRow<Never>(
      cells: [head, String(repeating: "其余", count: 40)]
        .map { TableCell(content: [.text($0, Sample.origin)]) },
      origin: .unknown
    )
    let table = Table<Never>(
      columns: [column, Column()],
      head: [title],
      body: .rows([row]),
      origin: .unknown
    )
    return try Sample.pages(Sample.document(.table(table)))[0].runs
  }

  @Test(arguments: [ColumnAlignment.end, .decimal])
  func aMeasuredColumnHasRoomForItsAmounts(alignment: ColumnAlignment) throws {
    let runs = try measured(Column(alignment: alignment), head: "额", "1,111,111.11")
    let amount = try #require(runs.first { $0.text == "1,111,111.11" })
    #expect(amount.size == .pt(9), "it is not made smaller")
  }

  @Test func aMeasuredColumnIsAsNarrowAsItsVerticalHeader() throws {
    let column = Column(alignment: .centre, isHeadVertical: true)
    let runs = try measured(column, head: "特殊工种标志", "1")
    let other = try #require(runs.last { $0.text == "其余" })
    #expect(other.origin.x < .mm(28 + 8))
  }

  @Test func aVerticalHeaderStandsCharacterUnderCharacter() throws {
    let column = Column(alignment: .centre, isHeadVertical: true)
    let runs = try runs([""], column, head: "工种（A12）", headOnly: true)
    #expect(runs.map(\.text) == ["工", "种", "（", "A12", "）"])
    for run in runs { #expect(abs(middle(run) - 58) < 0.3, "\(run.text)") }
    let steps = zip(runs, runs.dropFirst()).map { ($1.origin.y - $0.origin.y).millimetres }
    for step in steps { #expect(abs(step - steps[0]) < 0.001) }
  }

  @Test func bracketsInVerticalTextTakeTheirUprightForms() throws {
    let column = Column(alignment: .centre, isHeadVertical: true)
    let upright = try runs([""], column, head: "（甲）", headOnly: true)
    let level = try runs([""], Column(alignment: .centre), head: "（甲）", headOnly: true)
    #expect(upright.flatMap(\.glyphs).map(\.id) != level.flatMap(\.glyphs).map(\.id))
    #expect(upright.map(\.text).joined() == "（甲）", "the text stays what it is")
  }

  @Test func aVerticalColumnMakesItsRowGrow() throws {
    let column = Column(alignment: .centre, isVertical: true)
    let runs = try runs(["一二三四五六七八"], column, head: "")
    #expect(runs.map(\.text) == ["一", "二", "三", "四", "五", "六", "七", "八"])
    let height = try #require(runs.last).origin.y - runs[0].origin.y
    #expect(height > .mm(20))
  }
}

/// Pale words under every page.
struct WatermarkTests {
  private func pages(_ words: String?, _ style: PageStyle = Sample.portrait()) throws -> [Page] {
    var style = style
    style.watermark = words
    return try Sample.pages(Sample.document(.table(Sample.roster(60))), style)
  }

  private func watermark(_ page: Page) -> Watermark? {
    guard case .watermark(let watermark)? = page.allItems.first else { return nil }
    return watermark
  }

  @Test func everyPageHasItUnderEverythingElse() throws {
    let pages = try pages("样张")
    #expect(pages.count > 1)
    for page in pages {
      let found = try #require(watermark(page))
      #expect(found.runs.map(\.text) == ["样张"])
      #expect(found.runs.allSatisfy { $0.mark == .decoration })
      #expect(found.centre == Point(x: .mm(105), y: .mm(148.5)))
      #expect(found.turn == .steep)
    }
    #expect(try self.pages(nil).allSatisfy { watermark($0) == nil })
  }

  @Test func aSheetThatLiesTurnsItLess() throws {
    let page = try #require(try pages("预览", Sample.landscape()).first)
    #expect(watermark(page)?.turn == .gentle)
  }

  @Test(arguments: ["样", "样张", "仅供内部核对，不作申报使用", "DRAFT 2026-11-26\n第二行"])
  func itFitsTheSheetWhateverItSays(words: String) throws {
    let page = try #require(try pages(words).first)
    let found = try #require(watermark(page))
    let width = found.runs.reduce(Length.zero) { $0 + $1.width }
    #expect(width <= .mm(210 * 0.8))
    #expect(abs((found.runs[0].origin.x + width / 2).millimetres) < 2, "its middle is the page's")
  }

  @Test func wordsThatMustBecomeTinyAreTold() throws {
    var style = Sample.portrait()
    let said = { (words: String) in
      style.watermark = words
      let document = Sample.document(Sample.paragraph("正文"))
      return try Sample.laidOut(document, style).outcome.diagnostics.map(\.code)
    }
    #expect(try said("仅供内部核对，不作申报使用") == [])
    #expect(try said(String(repeating: "字", count: 200)) == ["layout.tinyText"])
  }
}
