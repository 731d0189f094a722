import Diagnostics
import DocumentTree
import Drawings
import TestSupport
import Testing

@Suite struct FlowTests {
  @Test func aFlowGoesDownBranchesRightAndComesBackAlongTheRight() throws {
    let drawing = try flow(
      """
      (录入) -> 等待审核
      等待审核 -> 修改: 不通过
      等待审核 -> 生成名册: 审核通过
      修改 -> 等待审核
      生成名册 -> (打印盖章)
      """
    ).drawing
    try expectGolden(drawing.dumpLines.map { $0 + "\n" }.joined(), "flow.txt")
  }

  @Test func theWordsOfAFlowNameEveryWayInTurn() throws {
    let described = try flow("甲 -> 乙: 通过\n乙 -> (丙)")
    #expect(described.alternative == "流程图：甲→乙（通过）；乙→丙")
    #expect(try flow("甲 -> 乙\n@alt 先甲后乙").alternative == "先甲后乙")
  }

  @Test func severalStepsMayStandInOneLine() throws {
    #expect(try flow("甲 → 乙 → 丙：好").alternative == "流程图：甲→乙；乙→丙（好）")
  }

  @Test func aColonInRoundBracketsBelongsToTheStep() throws {
    let words = try flow("甲 -> (结果：好): 通过\n甲 -> 乙：不通过").alternative
    #expect(words == "流程图：甲→结果：好（通过）；甲→乙（不通过）")
  }

  @Test func noLabelOfSeveralBranchesLiesOnAnother() throws {
    let drawing = try flow("甲 -> 乙: 第一种情形\n甲 -> 丙: 第二种情形\n甲 -> 丁: 第三种情形").drawing
    let labels = drawing.texts.filter { $0.anchor == .start }
    #expect(labels.count == 3)
    for (index, label) in labels.enumerated() {
      for other in labels[(index + 1)...] {
        let isBeside = abs(label.x - other.x) >= 5 || abs(label.y - other.y) >= 1
        #expect(isBeside, "\(label.words) and \(other.words)")
      }
    }
  }

  @Test func noBoxLiesOnAnotherAndNoArrowGoesThroughOne() throws {
    let charts = [
      "甲 -> 乙\n甲 -> 丙\n甲 -> 丁\n乙 -> 戊\n丙 -> 戊\n丁 -> 戊",
      "甲 -> 乙 -> 丙 -> 丁\n甲 -> 丁: 不用办\n丁 -> 甲: 再来",
      "一 -> 二: 标签很长很长\n一 -> 三: 标签也很长\n三 -> 一: 返回\n二 -> 四\n三 -> 四",
    ]
    for chart in charts {
      let drawing = try flow(chart).drawing
      #expect(drawing.faults == [], "\(chart)")
    }
  }

  @Test func everyLineThatIsNoArrowIsComplainedOf() {
    let (described, diagnostics) = readFlow(lines("甲 -> 乙\n乙\n乙 ->\n丙 -> 丙\n@alt"), at: place)
    #expect(described != nil)
    #expect(diagnostics.map(\.code) == ["figure.flow", "figure.flow", "figure.flow"])
    #expect(diagnostics.map { "\($0.origin)" } == ["图.md:2:1", "图.md:3:1", "图.md:4:1"])
  }

  @Test func anEmptyOrMonstrousFlowIsNotDrawn() {
    #expect(readFlow([], at: place).0 == nil)
    #expect(readFlow([], at: place).1.map(\.code) == ["figure.flow"])
    let long = (0..<60).map { "\($0) -> \($0 + 1)" }.joined(separator: "\n")
    #expect(readFlow(lines(long), at: place).0 == nil)
    #expect(readFlow(lines(long), at: place).1.count == 1)
  }

  @Test func anUnknownOptionIsAnErrorWhereItStands() {
    let (_, diagnostics) = readFlow(lines("甲 -> 乙\n@narrow"), at: place)
    #expect(
      diagnostics.map(\.description) == [
        "图.md:2:1：错误：示意图没有这个选项；现为“@narrow”；可用的选项：@alt [figure.option]"
      ]
    )
  }

  private func flow(_ text: String) throws -> DescribedDrawing {
    let (described, diagnostics) = readFlow(lines(text), at: place)
    #expect(diagnostics == [])
    return try #require(described)
  }
}
