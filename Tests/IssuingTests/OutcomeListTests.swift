import Diagnostics
import DocumentTree
import Forms
import Issuing
import Records
import TestSupport
import Testing

private func listForm() throws -> Form {
  let settings = """
    title: 上传结果列表
    summary: 测试
    scope: roster
    """
  let body = """
    # {{form.title}}

    {{upload.file}}：{{upload.total}}、{{upload.passed}}、{{upload.failed}}。

    ```table outcomes
    上传结果 | u.result | 18 | 中
    失败原因 | u.reason | 90 | 左
    姓名 | u.name | 22 | 中
    证件号码 | u.idNumber | 40 | 中
    合同起始日期 | u.startDate | 24 | 中
    行号 | u.row | 12 | 右
    规则码 | u.rule | 27 | 中
    ```
    """
  return try opened(settings, body)
}

@Test func failedRowsComeFirstThenTheOthersInTheirOrder() throws {
  let broken = "{\"id\":\"x\",\"employee\":{\"name\":\"钱示例\"},"
  let forbidden = RecordFixtures.filing(9, name: "王示例")
    .replacing("2018\",\"employmentForm", with: "2019\",\"employmentForm")
  let rows = [RecordFixtures.filing(3), broken, RecordFixtures.filing(6, name: "李示例"), forbidden]
  let text = ([RecordFixtures.head()] + rows).joined(separator: "\n")
  let form = try listForm()
  #expect(form.listsOutcomes)
  #expect(SelectionBuilder(form).picker == nil)
  var builder = SelectionBuilder(form)
  let source = ByteSource(name: "a.jsonl", bytes: Array(text.utf8))
  let file = try judgeRecords(source, by: houseShelf(), workers: 1) { row, batch in
    if let batch { builder.visit(row.outcome, in: batch) }
  }.file
  let run = FormRun(form, of: file, selection: builder.finish())
  #expect(run.selection.rows == [2, 4, 1, 3])
  let dump = try #require(try run.documents().first).document.dump()
  let said = dump.split(separator: "\n").filter { $0.contains("上传") || $0.contains("a.jsonl") }
  #expect(said.contains { $0.contains("a.jsonl") && $0.contains("4") })
  let names = ["钱示例", "王示例", "张示例", "李示例"].compactMap { dump.firstRange(of: $0)?.lowerBound }
  #expect(names.count == 4 && names == names.sorted())
  #expect(dump.contains("使用合同模板没有【劳动合同书（备案试运行文本）2019】对应的序号"))
  #expect(dump.contains("20261108") && dump.contains("V-28"))
  #expect(dump.firstMatch(of: /\d{17}/) == nil && dump.contains("**************"))
}

@Test func fieldsOfOutcomesStandInTheirTableOnly() throws {
  let settings = "title: 表\nsummary: 测试\nscope: roster\n"
  for body in ["{{u.name}}\n", "```table filings\n姓名 | u.name | 10\n```\n"] {
    let (form, said) = openForm(
      name: "test",
      yaml: settings,
      body: body,
      yamlFile: "form.yaml",
      bodyFile: "body.md"
    )
    #expect(form == nil && said.contains { $0.code == "form.fieldOutsideRows" }, "\(said)")
  }
  let (form, said) = openForm(
    name: "test",
    yaml: settings,
    body: "```table outcomes\n姓名 | e.name | 10\n```\n",
    yamlFile: "form.yaml",
    bodyFile: "body.md"
  )
  #expect(form == nil && said.contains { $0.code == "form.fieldOutsideRows" })
}
