import Diagnostics
import DocumentTree
import Geometry
import Layout
import Pages
import Styling
import TestSupport
import Testing

/// Values on rules and blanks to write on.
struct FillInTests {
  private let em = Length.pt(12)

  private func page(
    _ content: [Inline<Never>],
    role: ParagraphRole = .line,
    right: Length = .mm(28)
  ) throws -> Page {
    var style = Sample.portrait()
    style.margins.right = right
    let paragraph = Paragraph<Never>(role: role, content: content, origin: Sample.origin)
    return try #require(try Sample.pages(Sample.document(.paragraph(paragraph)), style).first)
  }

  private func text(_ string: String) -> Inline<Never> { .text(string, Sample.origin) }

  private func value(_ string: String, _ width: Double) -> Inline<Never> {
    .fillIn(FillIn(content: [text(string)], width: width))
  }

  /// The widths of the rules in em, to the thousandth.
  private func widths(_ page: Page) -> [Double] {
    page.rules.map { (($0.end.x - $0.start.x) / em * 1000).rounded() / 1000 }
  }

  @Test func aRuleReachesALittleBeyondItsValue() throws {
    #expect(try widths(page([value("张三丰", 0)])) == [3.25])
    #expect(try widths(page([value("张三丰", 3)])) == [3.25])
    #expect(try widths(page([value("张三丰", 8)])) == [8])
  }

  @Test func aBlankIsOneEmAtLeastAndALineAtMost() throws {
    let blank = { (width: Double) in Inline<Never>.fillIn(FillIn(content: [], width: width)) }
    #expect(try widths(page([blank(0)])) == [1])
    #expect(try widths(page([blank(12)])) == [12])
    let rule = try #require(page([blank(500)]).rules.first)
    #expect(rule.end.x <= .mm(182))
    #expect(rule.end.x - rule.start.x > .mm(150))
  }

  @Test func rulesSideBySideKeepApart() throws {
    let page = try page([value("甲", 4), value("乙", 4)])
    let rules = page.rules.sorted { $0.start.x < $1.start.x }
    #expect(rules[1].start.x - rules[0].end.x == em / 4)
  }

  @Test func aRuleLiesUnderItsValueClearOfTheStrokes() throws {
    let page = try page([text("姓名："), value("张三", 6)])
    let run = try #require(page.runs.first { $0.text.contains("张三") })
    #expect(page.rules.map { $0.start.y - run.origin.y } == [em / 5])
    #expect(page.rules.map(\.thickness) == [.pt(0.5)])
  }

  @Test(arguments: 0..<12)
  func noStubOfARuleIsLeftOnALine(before: Int) throws {
    // A value of twenty characters, begun at every place of a line of some 24 em.
    let string = String(repeating: "甲乙丙丁戊", count: 4)
    let lead = String(repeating: "文", count: 12 + before)
    let page = try page([text(lead), value(string, 10), text("。")], role: .body, right: .mm(80))
    #expect(page.contentText == lead + string + "。")
    for width in widths(page) { #expect(width >= 2, "\(before)") }
    let tops = page.rules.map(\.start.y)
    #expect(Set(tops).count == tops.count, "one rule a line")
  }

  @Test func aShortValueIsNeverTorn() throws {
    for before in 8..<24 {
      let lead = String(repeating: "文", count: before)
      let page = try page([text(lead), value("长春市", 5), text("人")], role: .body, right: .mm(80))
      #expect(page.rules.count == 1, "\(before)")
      #expect(page.runs.contains { $0.text.contains("长春市") }, "\(before)")
    }
  }

  @Test func blanksKeepTheUnitBehindThem() throws {
    for before in 10..<24 {
      let lead = String(repeating: "文", count: before)
      let blank = Inline<Never>.fillIn(FillIn(content: [], width: 3))
      let page = try page(
        [text(lead), blank, text("年"), blank, text("月")],
        role: .body,
        right: .mm(80)
      )
      let years = page.runs.filter { $0.text.hasPrefix("年") }.map(\.origin.y)
      let rules = page.rules.map(\.start.y)
      #expect(
        years.count == 1 && rules.contains { abs(($0 - years[0]).nanometres) < em.nanometres },
        "\(before)"
      )
    }
  }

  @Test func aValueOfSeveralStylesHasOneRule() throws {
    let fillIn = FillIn<Never>(content: [text("甲"), .strong([text("乙")]), text("丙")], width: 8)
    let page = try page([text("由"), .fillIn(fillIn)])
    #expect(widths(page) == [8])
    #expect(page.contentText == "由甲乙丙")
  }

  @Test func aForcedLineEndPartsTheRule() throws {
    let page = try page([.fillIn(FillIn(content: [text("甲"), .lineBreak, text("乙")], width: 2))])
    #expect(page.rules.count == 2)
    #expect(page.contentText == "甲乙")
  }

  @Test func strikesAndLinksFollowTheirTextOverLines() throws {
    let long = String(repeating: "用人单位", count: 15)
    let page = try page([
      .strikethrough([text(long)]),
      .link(Link(destination: "https://example.org", content: [text(long)], origin: Sample.origin)),
    ])
    #expect(page.rules.count == 2)
    let links = page.items.compactMap { item in if case .link(let link) = item { link } else { nil }
    }
    #expect(links.count == 3)
    #expect(Set(links.map(\.destination)) == ["https://example.org"])
    for link in links { #expect(link.area.left >= .mm(28) && link.area.right <= .mm(182)) }
  }

  @Test func aCharacterWiderThanTheLineIsMadeSmaller() throws {
    var style = Sample.portrait()
    style.roles[.body]?.size = .pt(60)
    style.roles[.body]?.linePitch = .pt(70)
    style.margins.right = .mm(170)
    let page = try #require(try Sample.pages(Sample.document(Sample.paragraph("甲乙")), style).first)
    for run in page.runs {
      #expect(run.origin.x + run.width <= .mm(40))
      #expect(run.size < .pt(60))
    }
    #expect(page.contentText == "甲乙")
  }
}
