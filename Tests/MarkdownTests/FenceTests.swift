import Diagnostics
import DocumentTree
import Markdown
import Testing

/// Returns what is said about a form as the terminal prints it.
private func complaints(_ text: String) -> [String] {
  readForm(text, file: "body.md").1.map(\.description)
}

/// Returns the dump of a table fence with `lines`.
private func table(_ lines: String, each: String = "filings") -> String {
  form("```table \(each)\n\(lines)\n```")
}

@Test(arguments: [
  ("姓名 | e.name", "start", #""姓名""#, "{{e.name}}"),
  ("姓名|e.name|22|中", "centre 22", #""姓名""#, "{{e.name}}"),
  ("姓名 | e.name | 22.5 | 左", "start 22.5", #""姓名""#, "{{e.name}}"),
  ("姓名 | e.name | | 右", "end", #""姓名""#, "{{e.name}}"),
  ("姓名 | e.name | 10 |", "start 10", #""姓名""#, "{{e.name}}"),
  ("签名 | | 10", "start 10", #""签名""#, "-"),
  ("姓名 | e.name | 10 | 分散", "distributed 10", #""姓名""#, "{{e.name}}"),
  ("姓名 | e.name | 10 | 分散4", "distributed over 4 10", #""姓名""#, "{{e.name}}"),
  ("金额 | e.a | 10 | 小数点", "decimal 2 10", #""金额""#, "{{e.a}}"),
  ("金额 | e.a | 10 | 小数点 3", "decimal 3 10", #""金额""#, "{{e.a}}"),
  ("序 | seq | 5 | 中 | 竖排表头", "centre 5 vertical head", #""序""#, "{{seq}}"),
  ("序 | seq | 5 | 中 | 竖排、竖排表头", "centre 5 vertical head vertical", #""序""#, "{{seq}}"),
  ("序 | seq | 5 | 中 | 斜线、竖排", "centre 5 vertical striking", #""序""#, "{{seq}}"),
  (" | e.name | 10", "start 10", "-", "{{e.name}}"),
  ("工资 | c.wage.monthly:千分位 | 1 | 右", "end 1", #""工资""#, "{{c.wage.monthly:千分位}}"),
  ("工资 | c.wage.monthly:8 | 1", "start 1", #""工资""#, "{{c.wage.monthly:8}}"),
  ("年限 | {{t.y}}年{{t.m}}个月 | 20", "start 20", #""年限""#, #"{{t.y}} "年" {{t.m}} "个月""#),
  ("章 | {{盖章:a:20}} | 20", "start 20", #""章""#, "stamp(a 20)"),
  ("**粗** | **{{e.name}}** | 20", "start 20", #"strong("粗")"#, "strong({{e.name}})"),
  ("{{form.title}} | e.name | 10000", "start 10000", "{{form.title}}", "{{e.name}}"),
  ("  缩进 | e.name  ", "start", #""缩进""#, "{{e.name}}"),
])
func aColumnIsALine(_ line: String, _ column: String, _ head: String, _ cell: String) {
  #expect(
    table(line) == """
      table [\(column)]
        head: \(head)
        each {{filings}}: \(cell)
      """
  )
  #expect(complaints("```table filings\n\(line)\n```") == [])
}

/// How the alignments of a column are listed for a person.
private let alignments = "左、中、右、分散、分散4（占4个字）、小数点或小数点2（留2位小数）"

@Test(arguments: [
  ("姓名", "2:3：错误：一列应有二至五项；现为“姓名”；应为表头 | 字段 | 宽度 | 对齐 | 合并、斜线或竖排 [form.column]"),
  (
    "甲 | e.a | 1 | 左 | 合并 | 多",
    "2:3：错误：一列应有二至五项；现为“甲 | e.a | 1 | 左 | 合并 | 多”；应为表头 | 字段 | 宽度 | 对齐 | 合并、斜线或竖排 [form.column]"
  ),
  ("甲 | e.a | 宽", "2:13：错误：列宽的写法有误；现为“宽”；应为比例（如 22）、毫米数（如 22mm）或“自动” [form.column]"),
  ("甲 | e.a | 0", "2:13：错误：列宽的写法有误；现为“0”；应为比例（如 22）、毫米数（如 22mm）或“自动” [form.column]"),
  ("甲 | e.a | -1", "2:13：错误：列宽的写法有误；现为“-1”；应为比例（如 22）、毫米数（如 22mm）或“自动” [form.column]"),
  ("甲 | e.a | nan", "2:13：错误：列宽的写法有误；现为“nan”；应为比例（如 22）、毫米数（如 22mm）或“自动” [form.column]"),
  ("甲 | e.a | 10001", "2:13：错误：列宽的写法有误；现为“10001”；应为比例（如 22）、毫米数（如 22mm）或“自动” [form.column]"),
  ("甲 | e.a | 0.5mm", "2:13：错误：列宽的写法有误；现为“0.5mm”；应为比例（如 22）、毫米数（如 22mm）或“自动” [form.column]"),
  ("甲 | e.a | 1 | 左 | 多", "2:21：错误：第五项不对；现为“多”；应为合并、斜线、竖排、竖排表头，几项之间用顿号 [form.column]"),
  (
    "甲 | e.a | 1 | 左 | 合并",
    "2:21：错误：没有分组的表格不能合并单元格；现为“合并”；请加一行“@group 字段”，写明按哪个字段分组 [form.column]"
  ),
  ("甲 > | e.a", "2:3：错误：表头的层级有误；现为“甲 >”；应为至多四层，形如 合同期限 > 起始日期 [form.column]"),
  ("1>2>3>4>5 | e.a", "2:3：错误：表头的层级有误；现为“1>2>3>4>5”；应为至多四层，形如 合同期限 > 起始日期 [form.column]"),
  ("@rest 直线", "2:9：错误：选项的取值不对；现为“直线”；应为空行、斜线、Z线 [form.tableOption]"),
  ("@rest", "2:8：错误：选项的取值不对；应为空行、斜线、Z线 [form.tableOption]"),
  (
    "@group 部门",
    "2:10：错误：花括号内应是字段名；现为“{{部门}}”；应为形如 e.name 的字段名，可加“:过滤器”或“:宽度” [form.holeSyntax]"
  ),
  (
    "@pagetotal 甲 | 乙 | 丙",
    "2:3：错误：本页小计行的格数多于列数；现为“3 格”；应为至多 2 格 [form.tableOption]"
  ),
  (
    "甲 | {{合计}}",
    "2:7：错误：“合计”之后应是字段名；现为“{{合计}}”；应为形如 {{合计:c.wage.monthly}}，字段之后可加“:过滤器” [form.holeSyntax]"
  ),
  (
    "甲 | {{列出:}}",
    "2:7：错误：“列出”之后应是字段名；现为“{{列出:}}”；应为形如 {{列出:ic.batchNo}}，字段之后可加“:过滤器” [form.holeSyntax]"
  ),
  ("甲 | e.a | 1 | 分散0", "2:17：错误：不认识的对齐方式；现为“分散0”；应为\(alignments) [form.column]"),
  ("甲 | e.a | 1 | 小数点9", "2:17：错误：不认识的对齐方式；现为“小数点9”；应为\(alignments) [form.column]"),
  ("甲 | e.a | 1 | 中2", "2:17：错误：不认识的对齐方式；现为“中2”；应为\(alignments) [form.column]"),
  ("甲 | e.a | 1 | 居中", "2:17：错误：不认识的对齐方式；现为“居中”；应为\(alignments) [form.column]"),
  (
    "甲 | 姓名",
    "2:7：错误：花括号内应是字段名；现为“{{姓名}}”；应为形如 e.name 的字段名，可加“:过滤器”或“:宽度” [form.holeSyntax]"
  ),
  ("甲 | e.a:", "2:7：错误：冒号后缺少过滤器或宽度；现为“{{e.a:}}” [form.holeSyntax]"),
  (
    "甲 | {{e.a",
    "2:7：错误：“{{”没有对应的“}}”；一个字段须写在同一行内；要打印花括号，请用反引号括起 [form.unclosedHole]"
  ),
  (
    "@totla 甲",
    "2:3：错误：不认识的表格选项；现为“@totla”；应为@closing、@total、@caption、@pagetotal、@group 或 @rest；是否想写“@total”？ [form.tableOption]"
  ),
  (
    "@完全不同的 甲",
    "2:3：错误：不认识的表格选项；现为“@完全不同的”；应为@closing、@total、@caption、@pagetotal、@group 或 @rest [form.tableOption]"
  ),
  (
    "@total 甲 | 乙 | 丙",
    "2:3：错误：合计行的格数多于列数；现为“3 格”；应为至多 2 格 [form.tableOption]"
  ),
])
func aMistakeInATableIsNamedAtItsCell(_ line: String, _ expected: String) {
  let text = "```table filings\n  \(line)\n好 | e.a\n好 | e.b\n```"
  #expect(complaints(text) == ["body.md:\(expected)"])
}

@Test(arguments: [
  (
    "",
    "“table”之后应写出逐行打印的集合；应为形如 ```table filings 或 ```table injuryClaims k.section=meal [form.table]"
  ),
  (
    " 名册",
    "“table”之后应写出逐行打印的集合；现为“名册”；应为形如 ```table filings 或 ```table injuryClaims k.section=meal [form.table]"
  ),
  (
    " a b",
    "“table”之后应写出逐行打印的集合；现为“a b”；应为形如 ```table filings 或 ```table injuryClaims k.section=meal [form.table]"
  ),
])
func aTableMustSayWhatItLists(_ argument: String, _ expected: String) {
  let text = "段\n\n```table\(argument)\n甲 | e.name\n```"
  #expect(complaints(text) == ["body.md:3:1：错误：" + expected])
  #expect(form(text) == #"paragraph body "段""#)
}

@Test func aTableMustHaveAColumn() {
  #expect(
    complaints("```table filings\n\n@closing 完\n```") == [
      "body.md:1:1：错误：表格没有任何列；应为每列一行：表头 | 字段 | 宽度 | 对齐 | 合并、斜线或竖排 [form.table]"
    ]
  )
}

@Test func theOptionsOfATableMayStandAnywhere() {
  let text = """
    @caption 表 {{form.title}}
    甲 | e.a
    @closing （以下空白） | 完
    乙 | e.b

    丙 | e.c
    @total 合计 | **{{roster.count}}**
    """
  #expect(
    table(text) == """
      table [start, start, start] "表 " {{form.title}}
        head: "甲" | "乙" | "丙"
        each {{filings}}: {{e.a}} | {{e.b}} | {{e.c}}
        closing "（以下空白） | 完"
        foot: 2×1 "合计" | strong({{roster.count}})
      """
  )
}

@Test(arguments: [
  ("@total 甲", "foot: 3×1 \"甲\""), ("@total 甲 | 乙", "foot: 2×1 \"甲\" | \"乙\""),
  ("@total 甲 | 乙 | 丙", "foot: \"甲\" | \"乙\" | \"丙\""), ("@total 甲 | |", "foot: \"甲\" | - | -"),
  ("@total", "foot: 3×1 -"), ("@total 一 | 二\n@total 三", "foot: 3×1 \"三\""),
])
func theFirstCellOfTheTotalSpansWhatTheOthersLeave(_ option: String, _ expected: String) {
  let dump = table("甲 | e.a\n乙 | e.b\n丙 | e.c\n\(option)")
  #expect(dump.split(separator: "\n").last == "  \(expected)")
}

@Test func aTableMayListAnyCollection() {
  #expect(table("条 | item.no", each: "c.clauses").hasSuffix("each {{c.clauses}}: {{item.no}}"))
}

@Test(arguments: [
  ("lines", "line"), ("subtitle", "subtitle"), ("centre", "centre"), ("right", "right"),
  ("note", "note"),
])
func eachLineOfAFenceOfTextIsAParagraph(_ fence: String, _ role: String) {
  #expect(
    form("```\(fence)\n  甲{{e.name}}  \n\n**乙**|丙\n```") == """
      paragraph \(role) "甲" {{e.name}}
      paragraph \(role) strong("乙") "|丙"
      """
  )
  #expect(form("```\(fence)\n```") == "")
  #expect(formComplaints("```\(fence) 多\n甲\n```") == ["body.md:1:1 form.fence"])
}

@Test(arguments: ["fields", "signatures"])
func eachLineOfCellsIsALine(_ fence: String) {
  #expect(
    form("```\(fence)\n 甲 | {{e.name}} \n\n乙\n||\n{{c.no:年}}|丙 {a|b}\n```") == """
      \(fence)
        "甲" | {{e.name}}
        "乙"
         |  |\u{20}
        {{c.no:年}} | "丙 {a|b}"
      """
  )
  #expect(form("```\(fence)\n```") == fence)
  #expect(formComplaints("```\(fence) 多\n甲\n```") == ["body.md:1:1 form.fence"])
}

@Test(arguments: ["fields", "signatures", "lines", "note", "pagebreak"])
func aFenceThatTakesNoArgumentSaysSo(_ fence: String) {
  #expect(
    complaints("甲\n\n```\(fence) 两栏\n```")
      == ["body.md:3:1：错误：“\(fence)”之后不应再有文字；现为“两栏” [form.fence]"]
  )
}

@Test(arguments: [
  ("tabel filings", "没有名为“tabel”的块；是否想写“table”？"),
  ("singatures", "没有名为“singatures”的块；是否想写“signatures”？"),
  ("Lines", "没有名为“Lines”的块；是否想写“lines”？"),
  ("page-break", "没有名为“page-break”的块；是否想写“pagebreak”？"),
  ("center", "没有名为“center”的块；是否想写“centre”？"),
])
func aFenceWithAMistypedNameIsNoCode(_ info: String, _ expected: String) {
  let said = complaints("甲\n\n```\(info)\n乙 | {{e.name}}\n```")
  #expect(said == ["body.md:3:1：错误：\(expected) [form.fence]"])
}

@Test(arguments: ["body", "text", "TABLE", "", "swift x"])
func everyOtherFenceIsCode(_ info: String) {
  let name = info.split(separator: " ").first.map(String.init) ?? ""
  #expect(form("```\(info)\n甲 {{e.name}}\n```") == "code \"\(name)\" \"甲 {{e.name}}\\n\"")
  #expect(formComplaints("```\(info)\n甲 {{e.name\n```") == [])
}

@Test func aPageBreakStandsBetweenItsNeighbours() {
  #expect(
    form("甲\n```pagebreak\n```\n乙") == "paragraph body \"甲\"\npage break\nparagraph body \"乙\""
  )
}

@Test func aGuideKnowsNoFencesOfForms() {
  #expect(body("```lines\n甲 {{x\n```") == #"code "lines" "甲 {{x\n""#)
  #expect(guideComplaints("```table\n甲\n```\n\n{{x") == [])
}

@Test(arguments: [
  ("~~~lines\n甲{{\n~~~", "2:2"), ("````lines\n甲{{\n````", "2:2"),
  ("- ```lines\n  甲{{\n  ```", "2:4"),
  ("> ```lines\n> 甲{{\n> ```", "2:4"), ("  ```lines\n  甲{{\n  ```", "2:4"),
  ("段\n\n```lines\n一\n\n三{{\n```", "6:2"), ("{{#a}}\n```lines\n甲{{\n```\n{{/a}}", "3:2"),
  ("**“甲”**乙\n\n```note\n**“甲”**乙{{\n```", "4:9"),
  ("{{e.name}}\n\n```note\n{{e.name}}{{\n```", "4:11"),
])
func placesInsideFencesAreThoseOfTheFile(_ text: String, _ place: String) {
  #expect(formComplaints(text) == ["body.md:\(place) form.unclosedHole"])
}

@Test func theTextsOfAFenceKnowTheirPlaces() {
  let text = "段\n\n```fields\n  甲： | 乙{{e.name}}丙\n```"
  #expect(
    form(text, showsOrigins: true).hasSuffix(
      #""甲："@body.md:4:3 | "乙"@body.md:4:8 {{e.name}} "丙"@body.md:4:19"#
    )
  )
}
