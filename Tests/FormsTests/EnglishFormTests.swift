import Diagnostics
import Forms
import Records
import TestSupport
import Testing

/// What is said of forms in English: the only Chinese in it stands in the form, or has to be written there.
@Suite struct EnglishFormTests {
  private static let lines = [
    "{{e.nam}}", "{{e.name:大些}}", "{{e.name:中文日期}}", "{{e.name:中文日期:中文日期}}", "{{item.text}}",
    "{{u.result}}", "{{seq}}", "{{roster.count}}", "{{合计:e.name}}", "{{合计:c.wage.monthly}}",
    "{{列出:e.name}}", "{{行数:wage}}", "{{行数:wages w.nam=1}}", "{{i.kind}}", "{{本页人数}}",
    "{{盖章:emploer}}", "{{_:0}}", "{{e.name：5}}", "{{#c.clauses}}", "{{/c.clauses}}", "{{}}",
    "```tabel\n```", "```table filing\n姓名 | e.name\n```", "```table wages\n姓名 | w.nam | 宽\n```",
    "```table wages\n姓名 | e.position | 30 | 右右\n@totl\n```", "```grid\n```", "```fields\n姓名\n```",
    "```table outcomes\n结果 | u.result\n岗位 | c.position\n@pagetotal {{page.count}}\n```",
    "> [!胡写]\n> 文字", "```flow\n开始 -> 开始\n@宽 3\n```", "```screen\n胡写 1\n```",
  ]
  private static let settings = [
    "", "natures: [公司]\n", "scope: 胡写\n", "systems: [CN-XX]\n", "select: {kinds: [胡写]}\n",
    "select: {where: e.nam=1}\n", "select: {where: i.kind=新参保}\n", "look: 胡写\n",
    "copies: {胡写: 3}\n",
    "margins: [1, 2]\n", "styles: {body: {size: 胡写}}\n", "fileName: \"{e.name\"\n", "paper: B9\n",
    "order: [胡写]\n", "fillIn: 胡写\n", "empty: [1]\n", "title: {default: 一, CN-XX: 二}\n", "胡写: 1\n",
  ]

  @Test func theOnlyChineseStandsInTheForm() throws {
    let natures = FieldCatalogue["emp.nature"]?.choices?.choices.map(\.label) ?? []
    let callouts = ["提示", "重要", "注意", "警告"]
    let sizes = "初号、小初、一号、小一、二号、小二、三号、小三、四号、小四、五号、小五、六号、小六、七号"
    let toWrite = natures + callouts + ["大写", sizes]
    let reader = try EnglishReader(known: toWrite)
    let bodies = Self.lines.map { ($0, "") } + Self.settings.map { ("{{e.name}}", $0) }
    var codes: Set<String> = []
    for (body, settings) in bodies {
      for form in [FormText.filing(body, settings), .roster(body, settings)] {
        for diagnostic in form.open().1 {
          codes.insert(diagnostic.code)
          let strange = reader.strangeWords(in: diagnostic, beside: form.yaml + form.body)
          #expect(strange.isEmpty, "\(body)\(settings): \(diagnostic.line(in: reader.words))")
        }
      }
    }
    #expect(codes.count > 20, "\(codes.sorted())")
  }
}
