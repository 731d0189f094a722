import Diagnostics
import Fonts
import Geometry
import Pages
import Styling
import TestSupport
import Testing

/// The judge of pages finds what is wrong, and only that.
@Suite struct JudgeTests {
  private let fonts: FontLibrary
  private let style = PageStyle(
    paper: Paper.a4.size,
    margins: Insets(top: .mm(20), left: .mm(20), bottom: .mm(20), right: .mm(20)),
    roles: [:],
    table: TableStyle(),
    footerBaseline: .mm(10)
  )

  init() throws {
    fonts = try HouseForms.library()
  }

  /// A run of 10 pt that begins at a place in millimetres.
  private func run(_ text: String, _ x: Double, _ y: Double, mark: Mark = .node(1)) throws
    -> PageItem
  {
    let shaped = try #require(try fonts.shape(text, family: .song, weight: .regular).first)
    var pen = 0
    let glyphs = shaped.glyphs.map { glyph in
      defer { pen += glyph.advance }
      return PlacedGlyph(
        id: glyph.id,
        x: .pt(10) * (Double(pen) / 1_000_000),
        textOffset: glyph.textOffset
      )
    }
    return .glyphs(
      GlyphRun(
        font: shaped.font,
        size: .pt(10),
        origin: Point(x: .mm(x), y: .mm(y)),
        width: .pt(10) * (Double(pen) / 1_000_000),
        glyphs: glyphs,
        text: text,
        ink: .black,
        mark: mark,
        source: .unknown
      )
    )
  }

  private func complaints(_ items: PageItem...) -> [String] {
    let page = Page(number: 1, size: Paper.a4.size, items: items)
    return PageJudge(page, style, GlyphInk(fonts)).complaints
  }

  private func rule(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double) -> PageItem {
    .rule(
      Rule(
        from: Point(x: .mm(x1), y: .mm(y1)),
        to: Point(x: .mm(x2), y: .mm(y2)),
        thickness: .mm(0.2)
      )
    )
  }

  @Test func neighboursThatOnlyStandCloseAreFine() throws {
    let (one, other) = (try run("国国", 30, 50), try run("国", 30 + 20 / 72 * 25.4, 50))
    #expect(complaints(one, other, try run("国国", 30, 54)) == [])
  }

  @Test func textsThatMeetAreTold() throws {
    let told = complaints(try run("国国", 30, 50), try run("田", 34, 51))
    #expect(told == ["page 1: “国国” meets “田”"])
  }

  @Test func whatIsFurnitureMayStandInTheMarginsAndTextMayNot() throws {
    #expect(complaints(try run("国", 10, 290, mark: .decoration)) == [])
    #expect(complaints(try run("国", 10, 100)).count == 1)
    #expect(complaints(try run("国", 189, 100)).count == 1)
    #expect(complaints(try run("国", 100, 281)).count == 1)
    #expect(complaints(try run("国", 1, 290, mark: .decoration)).count == 1)
  }

  @Test func aRuleThroughATextIsToldAndOneBeneathItIsNot() throws {
    #expect(complaints(try run("国国", 30, 50), rule(29.9, 40, 29.9, 60)) == [])
    #expect(complaints(try run("国国", 30, 50), rule(32, 40, 32, 60)).count == 1)
    #expect(complaints(try run("国国", 30, 50), rule(25, 49, 60, 49)).count == 1)
    #expect(complaints(try run("Qy", 30, 50), rule(25, 50.5, 60, 50.5)) == [])
  }

  @Test func longRecordsAreLookedForByManyWords() throws {
    let form = try HouseForms.form("contract")
    let run = try HouseForms.run(of: form, .long, rows: nil)
    var document = try #require(try HouseForms.documents(of: run, in: fonts, atMost: 1).first)
    #expect(try document.lostValues == [])
    document.pages.removeLast(document.pages.count - 1)
    #expect(try document.lostValues.count > 5)
  }

  @Test(arguments: [("roster-new", 15), ("wages", 12)])
  func manyRowsReallyTakeManyPages(_ name: String, _ rowsOnPage: Int) throws {
    let run = try HouseForms.run(of: HouseForms.form(name), .usual, rows: 1501)
    let document = try #require(try HouseForms.documents(of: run, in: fonts, atMost: 1).first)
    #expect(document.pages.count > 1500 / rowsOnPage)
  }
}
