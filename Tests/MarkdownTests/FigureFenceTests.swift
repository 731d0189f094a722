import Diagnostics
import DocumentTree
import Markdown
import Testing

@Suite struct FigureFenceTests {
  @Test func aFenceOfAFigureHasACaptionAnAnchorAndWords() throws {
    let (document, diagnostics) = readGuide(
      "# 页\n\n```flow 办理顺序 {#fig-order}\n甲 -> 乙\n@alt 先甲后乙\n```\n",
      file: "页.md"
    )
    #expect(diagnostics == [])
    let figure = try #require(figures(of: document).first)
    #expect(figure.caption == "办理顺序")
    #expect(figure.id == "fig-order")
    #expect(figure.alternative == "先甲后乙")
    #expect("\(figure.origin)" == "页.md:3:1")
  }

  @Test func whatIsWrongInAFigureIsNamedAtItsLine() {
    let (document, diagnostics) = readGuide(
      "# 页\n\n```screen 页面\n按扭 查询\n```\n\n```flow\n甲 -> 乙\n```\n\n```document roster-new\n```\n\n```document a b 样张\n多余\n```\n",
      file: "页.md"
    )
    #expect(
      diagnostics.map { "\($0.origin) \($0.code)" } == [
        "页.md:4:1 figure.screen", "页.md:7:1 figure.caption", "页.md:11:1 figure.document",
        "页.md:15:1 figure.document",
      ]
    )
    #expect(figures(of: document).map(\.caption) == ["", "样张"])
  }

  @Test func aFigureStaysWithTheStepBeforeIt() throws {
    let text = "# 页\n\n1. 一\n\n```flow 图\n甲 -> 乙\n```\n\n2. 二\n"
    let (document, _) = readGuide(text, file: "页.md")
    guard case .list(let list) = document.body.last else {
      return #expect(Bool(false), "the steps are no list")
    }
    #expect(list.items.count == 2)
    #expect(list.items[0].blocks.count == 2)
  }

  @Test func otherFencesOfAGuideStayCode() {
    let (document, _) = readGuide("# 页\n\n```json\n{}\n```\n", file: "页.md")
    guard case .code(let code) = document.body.last else {
      return #expect(Bool(false), "the fence is no code")
    }
    #expect(code.text == "{}\n")
  }

  @Test func inAFormTheFencesOfGuidesMeanNothing() {
    let (document, _) = readForm("```flow 图\n甲 -> 乙\n```\n", file: "body.md")
    guard case .code = document.body.last else {
      return #expect(Bool(false), "a form has no figures")
    }
  }

  private func figures(of document: Document<Never>) -> [Figure] {
    document.body.compactMap { block in
      guard case .figure(let figure) = block else { return nil }
      return figure
    }
  }
}
