import Testing

/// Emphasis beside Chinese punctuation, each with the text that CommonMark alone would leave literal.
@Test(arguments: [
  ("**中文**：好", #"strong("中文") "：好""#),
  ("**注意：**请先登录", #"strong("注意：") "请先登录""#),
  ("点击**“保存”**按钮", #""点击" strong("“保存”") "按钮""#),
  ("**注意：**请点击**“保存”**按钮", #"strong("注意：") "请点击" strong("“保存”") "按钮""#),
  ("进入**《劳动合同》**页面", #""进入" strong("《劳动合同》") "页面""#),
  ("**单位编号(必填)**为八位", #"strong("单位编号(必填)") "为八位""#),
  ("费用**100%**缴纳", #""费用" strong("100%") "缴纳""#),
  ("**`保存`**按钮", #"strong(code("保存")) "按钮""#),
  ("点击**[保存](x)**按钮", #""点击" strong(link(x: "保存")) "按钮""#),
  ("*注意：*请", #"emphasis("注意：") "请""#),
  ("~~作废。~~现行", #"strikethrough("作废。") "现行""#),
  ("**真，**她说", #"strong("真，") "她说""#),
  ("***重要！***请看", #"emphasis(strong("重要！")) "请看""#),
  ("他说**“好”**，**“行”**。", #""他说" strong("“好”") "，" strong("“行”") "。""#),
])
func emphasisWorksBesideChinesePunctuation(_ text: String, _ expected: String) {
  #expect(body(text) == "paragraph body " + expected)
}

@Test(arguments: [
  ("2 * 3 * 4", #""2 * 3 * 4""#),
  ("a*b*c", #""a" emphasis("b") "c""#),
  (#"原价\*100元\*整"#, #""原价*100元*整""#),
  ("**未闭合：请", #""**未闭合：请""#),
  ("`**注意：**请`", #"code("**注意：**请")"#),
  ("snake_case_name", #""snake_case_name""#),
  ("价格~100~元", #""价格" strikethrough("100") "元""#),
])
func otherAsterisksMeanWhatTheyAlwaysMeant(_ text: String, _ expected: String) {
  #expect(body(text) == "paragraph body " + expected)
}

@Test func theMendingMarkLeavesNoTraceAnywhere() {
  let text = """
    # **注意：**请

    [**“甲”**乙](http://a.cn/**“x”**y "**“标题”**好") ![**“图”**一](p.png "**“图”**二")

    ```a**“b”**c
    **“代码”**行
    ```

    | **“表”**头 |
    |---|
    | `**“格”**子` |

    <div>**“标签”**里</div>
    """
  let dump = body(text)
  #expect(!dump.unicodeScalars.contains("\u{10A7F}"))
  #expect(dump.contains(#"code "a**“b”**c" "**“代码”**行\n""#))
}

@Test func textThatHoldsTheMarkItselfKeepsIt() {
  #expect(body("符号\u{10A7F}**注意：**请").contains("\u{10A7F}"))
}
