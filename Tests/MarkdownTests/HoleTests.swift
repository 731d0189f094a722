import Diagnostics
import DocumentTree
import Markdown
import Testing

/// Returns what is said about a form as the terminal prints it.
private func complaints(_ text: String) -> [String] {
  readForm(text, file: "body.md").1.map(\.description)
}

@Test(arguments: [
  ("{{e.name}}", "{{e.name}}"), ("{{ e.name }}", "{{e.name}}"), ("{{\te.name\t}}", "{{e.name}}"),
  ("{{seq}}", "{{seq}}"), ("{{c.a_b.c9}}", "{{c.a_b.c9}}"),
  ("{{c.startDate:中文日期}}", "{{c.startDate:中文日期}}"),
  ("{{ c.startDate : 中文日期 }}", "{{c.startDate:中文日期}}"),
  ("{{c.wage:大写:千分位}}", "{{c.wage:大写:千分位}}"),
  ("{{c.no:8}}", "{{c.no:8}}"), ("{{c.no:0.5}}", "{{c.no:0.5}}"), ("{{c.no:200}}", "{{c.no:200}}"),
  ("{{c.no:12.5}}", "{{c.no:12.5}}"), ("{{c.no:无线}}", "{{c.no:无线}}"),
  ("{{c.startDate:年:4}}", "{{c.startDate:年:4}}"), ("{{c.startDate:4:年}}", "{{c.startDate:年:4}}"),
  ("{{c.startDate:无线:年}}", "{{c.startDate:年:无线}}"),
  ("{{_}}", "fillIn(6: )"), ("{{_:12}}", "fillIn(12: )"), ("{{ _ : 0.5 }}", "fillIn(0.5: )"),
  ("{{盖章:employer}}", "stamp(employer 42)"), ("{{盖章:employer:40}}", "stamp(employer 40)"),
  ("{{盖章:甲方:5}}", "stamp(甲方 5)"), ("{{盖章:a:60}}", "stamp(a 60)"),
  ("{{page}}", "page"), ("{{pages}}", "pages"), ("{{page:8}}", "{{page:8}}"),
])
func aHoleIsReadInTextAndInCells(_ hole: String, _ expected: String) {
  #expect(form("甲\(hole)乙") == "paragraph body \"甲\" \(expected) \"乙\"")
  #expect(form("```lines\n甲\(hole)乙\n```") == "paragraph line \"甲\" \(expected) \"乙\"")
  #expect(form("```fields\n甲\(hole) | 乙\n```").contains("\"甲\" \(expected) | \"乙\""))
  #expect(complaints("甲\(hole)乙") == [])
}

private let spelling = "应为形如 e.name 的字段名，可加“:过滤器”或“:宽度”"

@Test(arguments: [
  ("{{}}", "花括号内应是字段名；现为“{{}}”；\(spelling) [form.holeSyntax]"),
  ("{{ }}", "花括号内应是字段名；现为“{{}}”；\(spelling) [form.holeSyntax]"),
  ("{{姓名}}", "花括号内应是字段名；现为“{{姓名}}”；\(spelling) [form.holeSyntax]"),
  ("{{9e}}", "花括号内应是字段名；现为“{{9e}}”；\(spelling) [form.holeSyntax]"),
  ("{{e..name}}", "花括号内应是字段名；现为“{{e..name}}”；\(spelling) [form.holeSyntax]"),
  ("{{e.}}", "花括号内应是字段名；现为“{{e.}}”；\(spelling) [form.holeSyntax]"),
  ("{{.e}}", "花括号内应是字段名；现为“{{.e}}”；\(spelling) [form.holeSyntax]"),
  ("{{e name}}", "花括号内应是字段名；现为“{{e name}}”；\(spelling) [form.holeSyntax]"),
  ("{{e-name}}", "花括号内应是字段名；现为“{{e-name}}”；\(spelling) [form.holeSyntax]"),
  ("{{:年}}", "花括号内应是字段名；现为“{{:年}}”；\(spelling) [form.holeSyntax]"),
  ("{{e.name：年}}", "花括号内应使用半角冒号；现为“{{e.name：年}}”；请把“：”改为“:” [form.holeSyntax]"),
  ("{{盖章：a}}", "花括号内应使用半角冒号；现为“{{盖章：a}}”；请把“：”改为“:” [form.holeSyntax]"),
  ("{{e.name:}}", "冒号后缺少过滤器或宽度；现为“{{e.name:}}” [form.holeSyntax]"),
  ("{{e.name::年}}", "冒号后缺少过滤器或宽度；现为“{{e.name::年}}” [form.holeSyntax]"),
  ("{{e.name:0}}", "填空线的宽度不合理；现为“0”；应为0.5 至 200（字宽） [form.holeSyntax]"),
  ("{{e.name:201}}", "填空线的宽度不合理；现为“201”；应为0.5 至 200（字宽） [form.holeSyntax]"),
  ("{{e.name:-3}}", "填空线的宽度不合理；现为“-3”；应为0.5 至 200（字宽） [form.holeSyntax]"),
  ("{{e.name:nan}}", "填空线的宽度不合理；现为“nan”；应为0.5 至 200（字宽） [form.holeSyntax]"),
  ("{{e.name:inf}}", "填空线的宽度不合理；现为“inf”；应为0.5 至 200（字宽） [form.holeSyntax]"),
  ("{{_:}}", "空白线的写法有误；现为“{{_:}}”；应为形如 {{_:12}}，12 为字宽 [form.holeSyntax]"),
  ("{{_:宽}}", "空白线的写法有误；现为“{{_:宽}}”；应为形如 {{_:12}}，12 为字宽 [form.holeSyntax]"),
  ("{{_:8:9}}", "空白线的写法有误；现为“{{_:8:9}}”；应为形如 {{_:12}}，12 为字宽 [form.holeSyntax]"),
  ("{{_:0.4}}", "空白线的写法有误；现为“{{_:0.4}}”；应为形如 {{_:12}}，12 为字宽 [form.holeSyntax]"),
  ("{{盖章}}", "盖章位的写法有误；现为“{{盖章}}”；"),
  ("{{盖章:}}", "盖章位的写法有误；现为“{{盖章:}}”；"),
  ("{{盖章:a:4.9}}", "盖章位的写法有误；现为“{{盖章:a:4.9}}”；"),
  ("{{盖章:a:61}}", "盖章位的写法有误；现为“{{盖章:a:61}}”；"),
  ("{{盖章:a:大}}", "盖章位的写法有误；现为“{{盖章:a:大}}”；"),
  (
    "{{盖章:a:40:1}}",
    "盖章位的写法有误；现为“{{盖章:a:40:1}}”；"
      + "应为形如 {{盖章:employer}} 或 {{盖章:employer:40}}，40 为毫米（5 至 60） [form.holeSyntax]"
  ),
  (
    "{{盖章:emploier}}",
    "盖章位的名称不是签章人；现为“{{盖章:emploier}}”；是否想写“employer”？ [form.holeSyntax]"
  ),
  (
    "{{盖章:employe:30}}",
    "盖章位的名称不是签章人；现为“{{盖章:employe:30}}”；是否想写“employee”？ [form.holeSyntax]"
  ),
  ("{{#e.name}}", "分段标记必须独占一行；现为“{{#e.name}}” [form.misplacedSection]"),
  ("{{^e.name}}", "分段标记必须独占一行；现为“{{^e.name}}” [form.misplacedSection]"),
  ("{{/e.name}}", "分段标记必须独占一行；现为“{{/e.name}}” [form.misplacedSection]"),
])
func aHoleThatCannotBeReadIsNamedAtItsBraces(_ hole: String, _ expected: String) {
  for (text, place) in [
    ("甲\(hole)乙", "1:2"), ("甲\n\n> **乙\(hole)**", "3:6"), ("```lines\n  丙丁\(hole)\n```", "2:5"),
    ("```fields\n甲 | 乙：\(hole)\n```", "2:7"), ("| 甲 |\n|---|\n| 乙\(hole) |", "3:4"),
  ] {
    let found = complaints(text)
    #expect(found.count == 1, "\(text)")
    #expect(found.first?.hasPrefix("body.md:\(place)：错误：" + expected) == true, "\(text)")
  }
}

@Test(arguments: [
  ("{{e.name", "1:2：错误：“{{”没有对应的“}}”；一个字段须写在同一行内；要打印花括号，请用反引号括起 [form.unclosedHole]"),
  ("e.name}}", "1:8：错误：“}}”没有对应的“{{”；一个字段须写在同一行内；要打印花括号，请用反引号括起 [form.strayBraces]"),
  ("{{e.name}", "1:2：错误：“{{”没有对应的“}}”；一个字段须写在同一行内；要打印花括号，请用反引号括起 [form.unclosedHole]"),
])
func bracesWithoutTheirOthersAreNamed(_ text: String, _ expected: String) {
  #expect(complaints("甲\(text)") == ["body.md:\(expected)"])
  #expect(complaints("```lines\n甲\(text)\n```") == ["body.md:2\(expected.dropFirst())"])
}

@Test func aHoleMayNotGoOnInTheNextLine() {
  #expect(
    formComplaints("甲{{e.\nname}}")
      == ["body.md:1:2 form.unclosedHole", "body.md:2:5 form.strayBraces"]
  )
}

@Test(arguments: ["{e.name}", "{ {e.name} }", "a{b}c", "}{", "{}"])
func singleBracesAreText(_ text: String) {
  #expect(form("甲\(text)乙") == "paragraph body \"甲\(text)乙\"")
  #expect(formComplaints("甲\(text)乙") == [])
}

@Test func holesCountAsTheyAreWrittenInPlaces() {
  let text = "{{e.name:8}}甲{{ c.no }}**乙：**{{_}}丙"
  #expect(
    form(text, showsOrigins: true)
      == #"paragraph body {{e.name:8}} "甲"@body.md:1:13 {{c.no}} strong("乙："@body.md:1:26) "#
      + #"fillIn(6: ) "丙"@body.md:1:35"#
  )
  #expect(formComplaints("{{e.name:8}}甲**乙：**{{ }}") == ["body.md:1:20 form.holeSyntax"])
}

@Test func aHoleInALinkOrItsWordsStaysWhole() {
  #expect(form("[{{e.name}}](a.html)") == "paragraph body link(a.html: {{e.name}})")
  #expect(form("[甲](<a {{e.name}}>)").contains("link(a {{e.name}}: \"甲\")"))
  #expect(form("![{{e.name}}乙](a.png)").contains("image(a.png: \"乙\""))
}

@Test func textThatLooksLikeATokenIsNotTaken() {
  let token = String(decoding: [0xEF, 0xB7, 0x90, 0x30, 0xEF, 0xB7, 0x91], as: UTF8.self)
  #expect(form("甲\(token)乙{{e.name}}") == "paragraph body \"甲\u{FFFD}0\u{FFFD}乙\" {{e.name}}")
  #expect(body("甲\(token)") == "paragraph body \"甲\u{FFFD}0\u{FFFD}\"")
}

@Test func manyHolesKeepTheirOrder() {
  let names = (0..<200).map { "a\($0)" }
  let text = names.map { "{{\($0)}}" }.joined(separator: "、")
  let found = form(text).matches(of: /{{(a[0-9]+)}}/).map { String($0.1) }
  #expect(found == names)
}

@Test(arguments: [
  ("甲", #""甲""#), ("**甲**乙", #"strong("甲") "乙""#),
  ("**{{e.name}}：**乙", #"strong({{e.name}} "：") "乙""#),
  ("**甲", #""**" "甲""#), ("**甲**乙**", #"strong("甲") "乙" "**""#), ("*甲*", #""*甲*""#),
  ("`甲` <b> [x](y)", #""`甲` <b> [x](y)""#), ("", ""), ("****", "strong()"),
  ("第 {{page}} 页", #""第 " page " 页""#),
])
func aLineKnowsNoMarkupButStrong(_ text: String, _ expected: String) {
  let place = SourceLocation(file: "form.yaml", line: 1, column: 1)
  let (content, diagnostics) = readFormLine(text, at: place)
  let document = Document(
    title: "",
    body: [.paragraph(Paragraph(content: content, origin: .unknown))]
  )
  let dump = document.dump().split(separator: "\n").last?.dropFirst("    paragraph body ".count)
  #expect(dump.map(String.init) ?? "" == expected)
  #expect(diagnostics.isEmpty)
}
