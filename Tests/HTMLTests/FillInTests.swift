import Diagnostics
import DocumentTree
import HTML
import TestSupport
import Testing

/// A fill-in of plain text, or a blank.
private func fill(_ content: String) -> Inline<Never> {
  .fillIn(FillIn(content: content.isEmpty ? [] : [text(content)], width: 6))
}

@Suite struct FillInTests {
  @Test func closingMarksStayWithTheRuleBeforeThem() {
    let html = htmlInlines([text("证号"), fill("2201"), text("）。自")])
    #expect(
      html == "证号<span class=\"tied\"><span class=\"fill fill-60\">2201</span>）。</span>自"
    )
  }

  @Test func openingMarksStayWithTheRuleBehindThem() {
    let html = htmlInlines([text("兹证明（“"), fill(""), text("同志")])
    #expect(html == "兹证明<span class=\"tied\">（“<span class=\"fill fill-60\"></span></span>同志")
  }

  @Test func aRuleBetweenPlainWordsStandsAlone() {
    let html = htmlInlines([text("自"), fill("一"), text("起"), fill("二"), fill("三")])
    #expect(
      html
        == "自<span class=\"fill fill-60\">一</span>起<span class=\"fill fill-60\">二</span>"
        + "<span class=\"fill fill-60\">三</span>"
    )
  }

  @Test(arguments: [
    ("张伟", false), ("一二三四五六", true), ("12345678901", false), ("123456789012", true),
    ("吉林省长春市朝阳区人民大街1号", true), ("", false),
  ])
  func aValueAsLongAsItsRuleFlowsLikeText(value: String, flows: Bool) {
    #expect(htmlInlines([fill(value)]).contains("class=\"fill run\"") == flows)
  }

  @Test func noCharacterIsLostOrMoved() {
    let marks = ["（", "）", "。", "甲", "<", "“", "”", ""]
    for seed in UInt64(0)..<300 {
      var random = SeededGenerator(seed: seed)
      let content = (0..<8).map { _ -> Inline<Never> in
        let letters = (0..<3).map { _ in marks.randomElement(using: &random) ?? "" }.joined()
        return Bool.random(using: &random) ? fill(letters) : text(letters)
      }
      let html = htmlInlines(content)
      let words = html.replacing(/<[^>]*>/, with: "").replacing("&lt;", with: "<")
      #expect(words == content.plainText, "seed \(seed)")
    }
  }

  @Test(arguments: ["（", "《", "〈", "【", "〔", "「", "『", "“", "‘", "("])
  func everyOpeningMarkIsTiedToTheRuleBehindIt(mark: String) {
    #expect(
      htmlInlines([text("甲\(mark)"), fill("乙"), text("\(mark)丙")])
        == "甲<span class=\"tied\">\(mark)<span class=\"fill fill-60\">乙</span></span>\(mark)丙"
    )
  }

  @Test(arguments: [
    "）", "》", "〉", "】", "〕", "」", "』", "”", "’", ")", "，", "。", "、", "；", "：", "！", "？", "…", "%",
    "％",
  ])
  func everyClosingMarkIsTiedToTheRuleBeforeIt(mark: String) {
    #expect(
      htmlInlines([text("甲\(mark)"), fill("乙"), text("\(mark)丙")])
        == "甲\(mark)<span class=\"tied\"><span class=\"fill fill-60\">乙</span>\(mark)</span>丙"
    )
  }

  @Test func aMarkBetweenTwoRulesGoesWithTheOneItBelongsTo() {
    #expect(
      htmlInlines([fill("甲"), text("（"), fill("乙"), text("）"), fill("丙")])
        == "<span class=\"fill fill-60\">甲</span><span class=\"tied\">（"
        + "<span class=\"fill fill-60\">乙</span>）</span><span class=\"fill fill-60\">丙</span>"
    )
  }
}
