import DocumentTree
import Markdown
import Testing

/// Returns the anchors of the headings of `text`, in order.
private func anchors(_ text: String) -> [String] {
  readGuide(text, file: "a.md").0.body.compactMap { block in
    if case .heading(let heading) = block { heading.id } else { nil }
  }
}

@Test(arguments: [
  ("登录", "登录"), ("Log In", "log-in"), ("log_in-2", "log_in-2"), ("ÀÉ", "àé"), ("一、备案（新签）", "一备案新签"),
  ("甲 乙\u{3000}丙", "甲-乙-丙"), ("  甲  ", "甲"), ("A / B", "a-b"), ("C++", "c"), ("100%", "100"),
  ("①", "①"), ("Ⅳ", "ⅳ"), ("𠮷㛃", "𠮷㛃"), ("？！", "s1"), ("“”", "s1"), ("`a b`", "a-b"),
  ("**注意：**请", "注意请"), ("[登录](x.md)", "登录"), ("![图](x.png)一", "图一"), ("a&amp;b", "ab"),
  ("<b>粗", "b粗"), ("e\u{301}", "e\u{301}"), ("甲—乙", "甲乙"), ("甲 -", "甲"), ("3.2 表", "32-表"),
  ("登录 {#in}", "in"), ("登录{#in}", "in"), ("登录 {#登录-2}", "登录-2"), ("登录 {#a} {#b}", "b"),
  ("登录 {#}", "登录"), ("登录 {#a b}", "登录-a-b"), ("登录 {#a} 完", "登录-a-完"), ("{#only}", "only"),
  ("登录 {#a\"b}", "登录-ab"),
])
func anAnchorIsMadeOfTheHeadingsOwnCharacters(_ heading: String, _ expected: String) {
  #expect(anchors("## \(heading)") == [expected])
}

@Test func anchorsAreNeverTheSameTwice() {
  let text = "# 甲\n# 甲\n# 甲-2\n# 甲 {#甲}\n# ！\n# ？\n# s5\n# 甲\n"
  let ids = anchors(text)
  #expect(ids == ["甲", "甲-2", "甲-2-2", "甲-3", "s4", "s5", "s5-2", "甲-4"])
  #expect(Set(ids).count == ids.count)
}

@Test func anExplicitAnchorLeavesNoTraceInTheHeading() {
  #expect(body("## **登录** 页 {#in}") == "heading 2 #in strong(\"登录\") \" 页\"")
  #expect(body("## 登录 `{#in}`") == "heading 2 #登录-in \"登录 \" code(\"{#in}\")")
}

@Test func headingsInsideOtherBlocksShareTheAnchors() {
  let dump = body("# 甲\n\n> # 甲\n\n- # 甲\n")
  let ids = dump.matches(of: /#(\S+)/).map { String($0.1) }
  #expect(ids == ["甲", "甲-2", "甲-3"])
}

@Test(arguments: [
  ("# 甲", "甲"), ("前言\n\n# 甲", "甲"), ("# {#a}", ""), ("# **甲**`乙`", "甲乙"), ("甲\n===", "甲"),
  ("## 甲", ""),
  ("> # 甲", ""), ("", ""),
])
func theTitleIsThatOfTheFirstTopHeading(_ text: String, _ title: String) {
  #expect(readGuide(text, file: "a.md").0.title == title)
}

@Test func aFormHasNoTitleOfItsOwn() {
  #expect(readForm("# 证明", file: "body.md").0.title == "")
}
