import Markdown
import Testing

/// What stands at the end of a line and at the start of the next, and whether a space comes between.
@Test(arguments: [
  ("你", "好", ""), ("你", "a", " "), ("a", "好", " "), ("a", "b", " "), ("，", "好", ""),
  ("你", "“好", ""),
  ("好”", "你", ""), ("……", "你", ""), ("——", "你", ""), ("）", "（", ""), ("1", "年", " "),
  ("年", "1", " "),
  ("ア", "イ", ""), ("ㄅ", "ㄆ", ""), ("한", "국", " "), ("한", "字", " "), ("Ａ", "字", ""), ("㎡", "字", ""),
  ("𠮷", "野", ""), ("é", "好", " "), ("，", "a", " "), (".", "好", " "), ("😀", "好", " "),
  ("①", "好", " "),
])
func aLineEndIsASpaceUnlessBothSidesAreWide(_ last: String, _ first: String, _ space: String) {
  #expect(
    body("甲\(last)\n\(first)乙").replacing("\" \"", with: "")
      == "paragraph body \"甲\(last)\(space)\(first)乙\""
  )
}

@Test(arguments: [
  ("**你**\n**好**", #"strong("你") strong("好")"#), ("**你**\n*b*", #"strong("你") " " emphasis("b")"#),
  ("`a`\n好", #"code("a") " " "好""#), ("`码`\n好", #"code("码") "好""#), ("你\n`码`", #""你" code("码")"#),
  ("[你](x)\n好", #"link(x: "你") "好""#), ("[你\n好](x)", #"link(x: "你" "好")"#),
  ("你\n![图](x)", #""你 " image(x: "图" "")"#),
  ("![图](x)\n![图](y)", #"image(x: "图" "") " " image(y: "图" "")"#),
  ("你[^1]\n好\n\n[^1]: 注", #""你" footnote(1) "好""#), ("~~你\n好~~", #"strikethrough("你" "好")"#),
  ("**注意：**\n请", #"strong("注意：") "请""#), ("你\n**“好”**吗", #""你" strong("“好”") "吗""#),
])
func whatCountsIsTheVisibleCharacter(_ text: String, _ expected: String) {
  #expect(body(text).split(separator: "\n").first.map(String.init) == "paragraph body " + expected)
}

@Test(arguments: [
  ("你\n{{e.name}}", #""你" {{e.name}}"#), ("{{e.name}}\n好", #"{{e.name}} "好""#),
  ("{{e.name}}\n{{e.sex}}", "{{e.name}} {{e.sex}}"), ("a\n{{e.name}}", #""a " {{e.name}}"#),
  ("{{e.name}}\na", #"{{e.name}} " " "a""#), ("**{{e.name}}**\n好", #"strong({{e.name}}) "好""#),
])
func aHoleCountsAsChinese(_ text: String, _ expected: String) {
  #expect(form(text) == "paragraph body " + expected)
}

@Test(arguments: [
  "甲  \n乙", "甲\\\n乙", "甲<br>乙", "甲<br/>乙", "甲<BR />乙",
])
func aHardBreakStays(_ text: String) {
  #expect(body(text) == #"paragraph body "甲" break "乙""#)
}

@Test func theJoinsOfOneBlockDoNotReachTheNext() {
  #expect(
    body("a\nb\n\n你\n好\n\n- c\n  d\n- 你\n  好\n\n| 你 |\n|---|\n| 好 |\n") == """
      paragraph body "a " "b"
      paragraph body "你" "好"
      list bulleted tight
        item
          paragraph body "c " "d"
        item
          paragraph body "你" "好"
      table [start]
        head: "你"
        row: "好"
      """
  )
}
