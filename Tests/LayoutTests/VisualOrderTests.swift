import Diagnostics
import DocumentTree
import Fonts
import Geometry
import LineBreaking
import Pages
import Styling
import TestSupport
import Testing

@testable import Layout

/// Lines that hold text from right to left, and clusters at the ends of lines.
struct VisualOrderTests {
  private func pages(
    _ inlines: [Inline<Never>],
    width: Length = .mm(154),
    alignment: Alignment = .justified
  ) throws -> [Page] {
    let side = (Length.mm(210) - width) / 2
    var style = Sample.portrait(
      margins: Insets(top: .mm(20), left: side, bottom: .mm(20), right: side)
    )
    style.roles[.body]?.firstLineIndent = 0
    style.roles[.body]?.alignment = alignment
    let paragraph = Paragraph(role: .body, content: inlines, origin: Sample.origin)
    let collector = PageCollector()
    _ = try Typesetter(fonts: TestFonts.libraryOfAllScripts()).layOut(
      Document(title: "", body: [.paragraph(paragraph)]),
      style: style
    ) { page throws(LayoutFailure) in collector.pages.append(page) }
    return collector.pages
  }

  private func runs(
    _ text: String,
    width: Length = .mm(154),
    alignment: Alignment = .justified
  ) throws -> [GlyphRun] {
    try pages([.text(text, Sample.origin)], width: width, alignment: alignment).flatMap(\.runs)
  }

  /// The lines from top to bottom, each the texts of its runs from left to right.
  private func lines(_ runs: [GlyphRun]) -> [[String]] {
    Set(runs.map(\.origin.y)).sorted().map { top in
      runs.filter { $0.origin.y == top }.sorted { $0.origin.x < $1.origin.x }.map(\.text)
    }
  }

  @Test func aNameFromRightToLeftStandsBetweenItsNeighbours() throws {
    let runs = try runs("姓名ئابدۇ，男")
    #expect(lines(runs) == [["姓名", "ئابدۇ", "，男"]])
    let name = try #require(runs.first { $0.text == "ئابدۇ" })
    // Glyphs stand from left to right, the text from right to left.
    #expect(name.glyphs.map(\.x) == name.glyphs.map(\.x).sorted())
    #expect(name.glyphs.map(\.textOffset) == name.glyphs.map(\.textOffset).sorted(by: >))
  }

  @Test func reorderingChangesNoWidth() throws {
    for text in ["甲ئابدۇكېرىم乙", "ئابدۇ甲كېرىم", "甲（ئابدۇ 15 كېرىم）乙"] {
      let runs = try runs(text).sorted { $0.origin.x < $1.origin.x }
      for (left, right) in zip(runs, runs.dropFirst()) {
        // Not nearer than the widths allow, but for the blank halves of brackets.
        let overlap = left.origin.x + left.width - right.origin.x
        #expect(overlap <= .pt(6) + .pt(0.01), "\(text): \(left.text) \(right.text)")
      }
    }
  }

  @Test func aJustifiedLineIsAsWideAsItsMeasure() throws {
    let text = String(repeating: "劳动者ئابدۇكېرىم签订合同，", count: 12)
    let width = Length.mm(100)
    let runs = try runs(text, width: width)
    let tops = Set(runs.map(\.origin.y)).sorted()
    #expect(tops.count > 3)
    for top in tops.dropLast() {
      let line = runs.filter { $0.origin.y == top }
      let left = try #require(line.map(\.origin.x).min())
      let right = try #require(line.map { $0.origin.x + $0.width }.max())
      #expect(left == (Length.mm(210) - width) / 2)
      #expect(abs((right - left - width).nanometres) <= Length.pt(6).nanometres + 1000, "\(top)")
    }
    #expect(lines(runs).joined().joined().count == text.count)
  }

  @Test func centredAndRightLinesStandWhereTheyShould() throws {
    let right = try runs("ئابدۇ 甲", alignment: .right)
    #expect(right.map { $0.origin.x + $0.width }.max() == .mm(182))
    let centre = try runs("甲ئابدۇ", alignment: .centre)
    let left = try #require(centre.map(\.origin.x).min())
    let end = try #require(centre.map { $0.origin.x + $0.width }.max())
    #expect(abs((left + end - .mm(210)).nanometres) < 100)
  }

  @Test func aParagraphFromRightToLeftBeginsAtTheRight() throws {
    let runs = try runs("ئابدۇكېرىم ئايگۈل")
    #expect(runs.map { $0.origin.x + $0.width }.max() == .mm(182))
  }

  @Test func theRuleOfAFillInLiesUnderItsValue() throws {
    let fillIn = FillIn<Never>(
      content: [.text("ئابدۇ", .field(FieldLocation(row: 1, field: "e.name")))],
      width: 8
    )
    let page = try #require(
      try pages([.text("姓名：", Sample.origin), .fillIn(fillIn), .text("（签字）", Sample.origin)])
        .first
    )
    let rule = try #require(page.rules.first)
    #expect(page.rules.count == 1)
    let name = try #require(page.runs.first { $0.text == "ئابدۇ" })
    #expect(rule.start.x < name.origin.x)
    #expect(rule.end.x > name.origin.x + name.width)
    let middle = (rule.start.x + rule.end.x) / 2
    #expect(abs((middle - name.origin.x - name.width / 2).nanometres) < 1000)
  }

  @Test func theOrderIsThatOfUnicodesOwnCases() throws {
    for one in try BidiCase.all().filter({ $0.line % 7 == 0 }) {
      // What rule X9 removes takes no part in a line.
      let levels = one.levels.compactMap { $0 }
      let places = one.levels.indices.filter { one.levels[$0] != nil }
      let order = VisualOrder(levels: levels, base: one.base)
      let boxes = levels.map { _ in LineItem(box: .pt(1)) }
      let edges = order.edges(levels.indices.map { .pt(1) * $0 }, of: boxes)
      let found = edges.indices.sorted { edges[$0] < edges[$1] }.map { places[$0] }
      if found != one.order { Issue.record("line \(one.line): \(found)") }
    }
  }

  @Test func noClusterIsTornAtAnyWidth() throws {
    let text = "葛\u{E0100}城e\u{301}\u{302}བསྒྲུབས་ᄒ\u{1161}\u{11AB}字ب\u{64E}بཀྵ་甲"
    for points in 29..<100 {
      let runs = try runs(text, width: .pt(Double(points)))
      let tops = Set(runs.map(\.origin.y)).sorted()
      let lines = tops.map { top in runs.filter { $0.origin.y == top }.map(\.text).joined() }
      #expect(lines.flatMap(Array.init) == Array(text), "\(points) pt")
    }
  }

  @Test func aMarkInAnotherStyleStaysWithItsLetter() throws {
    let runs = try pages([
      .text("葛", Sample.origin), .strong([.text("\u{E0100}城", Sample.origin)]),
    ]).flatMap(\.runs)
    #expect(runs.map(\.text) == ["葛\u{E0100}", "城"])
  }

  @Test func aTibetanMarkNeverBeginsALine() throws {
    let text = String(repeating: "བསོད་ནམས་རྒྱ་མཚོ།", count: 4)
    for points in stride(from: 30, to: 120, by: 5) {
      for line in lines(try runs(text, width: .pt(Double(points)))).dropFirst() {
        let first = try #require(line.first?.unicodeScalars.first)
        #expect(first != "\u{F0D}" && first != "\u{F0B}", "\(points) pt")
      }
    }
  }
}
