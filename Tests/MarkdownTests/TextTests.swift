import Diagnostics
import DocumentTree
import Markdown
import Testing

@Test(arguments: [
  ("你\n好", #""你" "好""#),
  ("在“我的\n申请”里", #""在“我的" "申请”里""#),
  ("in\n`file`", #""in " code("file")"#),
  ("打开\nExcel\n文件", #""打开 " "Excel " "文件""#),
  ("**你**\n好", #"strong("你") "好""#),
  ("你\n**好**", #""你" strong("好")"#),
  ("用 *a\nb*", #""用 " emphasis("a " "b")"#),
  ("한국\n어", #""한국 " "어""#),
  ("第一\n第二，\n第三", #""第一" "第二，" "第三""#),
  ("硬\\\n断", #""硬" break "断""#),
  ("𠮷\n野", #""𠮷" "野""#),
])
func linesJoinWithoutASpaceOnlyBetweenChinese(_ text: String, _ expected: String) {
  #expect(body(text) == "paragraph body " + expected)
}

@Test(arguments: [
  (
    "网址 https://hrss.gd.gov.cn/a，点击“登录”。",
    #""网址 " link(https://hrss.gd.gov.cn/a: "https://hrss.gd.gov.cn/a") "，点击“登录”。""#
  ),
  ("（https://a.cn/b）", #""（" link(https://a.cn/b: "https://a.cn/b") "）""#),
  ("访问www.12333.gov.cn，", #""访问" link(http://www.12333.gov.cn: "www.12333.gov.cn") "，""#),
  (
    "见 http://a.cn/x_y_z?p=1&q=2.",
    #""见 " link(http://a.cn/x_y_z?p=1&q=2: "http://a.cn/x_y_z?p=1&q=2") ".""#
  ),
  ("(http://a.cn/f(1))", #""(" link(http://a.cn/f(1): "http://a.cn/f(1)") ")""#),
  ("[http://a.cn](http://b.cn)", #"link(http://b.cn: "http://a.cn")"#),
  ("<https://a.cn/中文>", #"link(https://a.cn/中文: "https://a.cn/中文")"#),
  ("`http://a.cn`", #"code("http://a.cn")"#),
  ("xhttp://a.cn 和 http:// 和 www.。", #""xhttp://a.cn 和 http:// 和 www.。""#),
])
func bareURLsEndBeforeTheSentenceGoesOn(_ text: String, _ expected: String) {
  #expect(body(text) == "paragraph body " + expected)
}

@Test func headingsAreAnchoredByTheirOwnCharacters() {
  let text = """
    # 一、用工备案（新签）
    ## How to Log In
    ## how to log in
    ## ？！
    ## 名册 {#roster}
    ## 名册 {#roster}
    ## 步骤 3：`保存`
    """
  #expect(
    body(text) == """
      heading 1 #一用工备案新签 "一、用工备案（新签）"
      heading 2 #how-to-log-in "How to Log In"
      heading 2 #how-to-log-in-2 "how to log in"
      heading 2 #s4 "？！"
      heading 2 #roster "名册"
      heading 2 #roster-2 "名册"
      heading 2 #步骤-3保存 "步骤 3：" code("保存")
      """
  )
}

@Test func theTitleIsTheFirstHeadingOfLevelOne() {
  #expect(readGuide("## 前言\n\n# **操作**手册\n\n# 另一\n", file: "a.md").0.title == "操作手册")
  #expect(readGuide("正文", file: "a.md").0.title == "")
}

@Test func rawHTMLIsTextAndAWarning() {
  #expect(
    body("请填<必填>项<br>和<b>粗</b><!-- 注 -->")
      == #"paragraph body "请填<必填>项" break "和" "<b>" "粗" "</b>""#
  )
  #expect(
    body("<div>\n<p>x</p>\n</div>\n\n<!-- 备注 -->")
      == #"paragraph body "<div>" break "<p>x</p>" break "</div>""#
  )
  #expect(
    guideComplaints("第一\n\n请看<b>粗")
      == ["a.md:3:3：警告：不支持 HTML，已按文字打印；现为“<b>”；请改用 Markdown；要打印尖括号，请写成 `<…>` [markdown.html]"]
  )
}

@Test func placesCountCharactersOfTheWrittenLine() {
  #expect(
    body("甲**“乙”**丙 https://a.cn 丁\n戊*己*", showsOrigins: true)
      == #"paragraph body "甲"@a.md:1:1 strong("“乙”"@a.md:1:4) "丙 "@a.md:1:9 "#
      + #"link(https://a.cn: "https://a.cn"@a.md:1:11)@a.md:1:11 " 丁"@a.md:1:23 "#
      + #""戊"@a.md:2:1 emphasis("己"@a.md:2:3)"#
  )
}

@Test func byteOrderMarkAndWindowsLineEndsAreHarmless() {
  let text = "\u{FEFF}# 标题\r\n\r\n正文\r\n第二行\r\n"
  #expect(body(text, showsOrigins: true).contains(#""第二行"@a.md:4:1"#))
}

@Test func frontMatterIsSkippedAndKeepsLineNumbers() {
  let text = "---\ntitle: 手册\norder: 3\n---\n# 标题\n"
  #expect(body(text, showsOrigins: true) == "heading 1 #标题 \"标题\"@a.md:5:3")
}

@Test func textBetweenTwoCommentsIsKept() {
  #expect(body("<!-- 甲 --> 正文 <!-- 乙 -->").contains("正文"))
  #expect(guideComplaints("<!-- 甲 --> 正文 <!-- 乙 -->").count == 1)
  #expect(body("<!-- 甲 -->") == "")
  #expect(body("  <!-- 甲 -->  \n\n   <!-- 乙 --> <!-- 丙 -->") == "")
  #expect(guideComplaints("  <!-- 甲 -->") == [])
  #expect(body("<!-- 甲\n\n乙 -->\n\n丙") == #"paragraph body "丙""#)
}

@Test(arguments: [
  ("![甲\n乙](x)abc\ndef", #"image(x: "甲乙" "") "abc " "def""#),
  ("![ab\ncd](x)甲\n乙", #"image(x: "ab cd" "") "甲" "乙""#),
  ("![ab\ncd]()甲\n乙", #"image(: "ab cd" "") "甲" "乙""#),
])
func linesInsideAPicturesTextJoinByThemselves(_ text: String, _ expected: String) {
  #expect(body(text) == "paragraph body " + expected)
}
