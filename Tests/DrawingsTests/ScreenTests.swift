import Diagnostics
import DocumentTree
import Drawings
import TestSupport
import Testing

@Suite struct ScreenTests {
  @Test func everyPartOfAScreenIsDrawnInItsTurn() throws {
    let described = try screen(
      """
      窗口 单位网厅
      菜单栏 首页 | 备案①
      路径 用工备案管理 > 新签备案
      侧栏 查询 | 打印②
      字段 *姓名=冯示例 | 合同状态=新订▾
      勾选 [x] 同意 | [ ] 不同意
      列表 姓名 | 状态
      行 冯示例 | 未审核
      行 [x] 何示例
      右键 导出数据③ | 刷新
      按钮 查询 | 添加④
      提示 保存成功 | 确定
      方框 二维码
      文字 完
      """
    )
    try expectGolden(described.drawing.dumpLines.map { $0 + "\n" }.joined(), "screen.txt")
    #expect(described.drawing.strays == [])
  }

  @Test func theWordsOfAScreenNameEveryPart() throws {
    let described = try screen("按钮 查询① | 添加\n列表 姓名 | 状态\n行 冯示例 | 未审核\n勾选 [x] 同意")
    #expect(described.alternative == "界面示意图：按钮：①查询、添加；列表，各栏为姓名、状态，1行；勾选：同意（已勾选）")
  }

  @Test func aMarkedItemStandsOutByMoreThanItsColour() throws {
    let drawing = try screen("按钮 查询① | 添加").drawing
    #expect(drawing.boxes.dropFirst().map(\.tone) == [.strong, .shaded])
    #expect(drawing.texts.filter(\.isMark).map(\.words) == ["①"])
    #expect(drawing.texts.allSatisfy { !$0.isMark || $0.isBold })
  }

  @Test func aNumberStandsBehindCapitalsAndNotOnThem() throws {
    let texts = try screen("按钮 下载PDF④").drawing.texts
    #expect(texts.map(\.words) == ["下载PDF", "④"])
    // Capitals of sans-serif fonts are some 0.65 em wide, bold ones more.
    #expect(texts[1].x - texts[0].x >= 2 + 3 * 0.7)
  }

  @Test func aNarrowScreenIsNarrowerUnlessItsWordsNeedMore() throws {
    #expect(try screen("@narrow\n按钮 查询").drawing.width == 18)
    #expect(try screen("按钮 查询").drawing.width == 26)
    let words = String(repeating: "长", count: 25)
    #expect(try screen("@narrow\n文字 \(words)").drawing.width > 25)
  }

  @Test func noWordsStandOutsideOfTheirScreen() throws {
    let long = String(repeating: "名", count: 12)
    let items = Array(repeating: long, count: 6).joined(separator: " | ")
    for kind in ["菜单栏", "按钮", "字段", "勾选"] {
      #expect(try screen("\(kind) \(items)").drawing.strays == [], "\(kind)")
    }
  }

  @Test func everyLineThatIsNotUnderstoodIsComplainedOf() {
    let text = "按扭 查询\n行 一\n按钮\n列表 一\n行 一 | 二"
    let (described, diagnostics) = readScreen(lines(text), at: place)
    #expect(described != nil)
    #expect(diagnostics.map { "\($0.origin)" } == ["图.md:1:1", "图.md:2:1", "图.md:3:1", "图.md:5:1"])
    #expect(diagnostics.first?.advice == "是否想写“按钮”？")
  }

  @Test func aScreenThatNoPhoneCanShowIsWarnedOf() throws {
    let cells = Array(repeating: "一二三四五六七八", count: 6).joined(separator: " | ")
    let (described, diagnostics) = readScreen(lines("列表 \(cells)"), at: place)
    #expect(described != nil)
    #expect(diagnostics.map(\.code) == ["figure.wide"])
    #expect(diagnostics.first?.severity == .warning)
  }

  @Test func anEmptyScreenIsNotDrawn() {
    let (described, diagnostics) = readScreen(lines("@alt 空"), at: place)
    #expect(described == nil)
    #expect(diagnostics.map(\.code) == ["figure.screen"])
  }

  private func screen(_ text: String) throws -> DescribedDrawing {
    let (described, diagnostics) = readScreen(lines(text), at: place)
    #expect(diagnostics == [])
    return try #require(described)
  }
}

extension Drawing {
  /// The words and boxes that stand over the drawing's edge.
  fileprivate var strays: [String] {
    texts.filter { text in
      let right = text.anchor == .start ? text.x + Double(text.words.unicodeScalars.count) : text.x
      return text.x < 0
        || right > width + 0.01 && text.words.unicodeScalars.allSatisfy { !$0.isASCII }
        || text.y < 0 || text.y > height
    }.map(\.words)
      + boxes.filter {
        $0.x < 0 || $0.x + $0.width > width + 0.01 || $0.y + $0.height > height + 0.01
      }
      .map { "\($0)" }
  }
}
