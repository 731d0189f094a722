import Diagnostics
import Testing

@Test func aDiagnosticTellsAllItKnowsInOneLine() {
  let place = RecordLocation(
    file: "a.json",
    row: 3,
    pointer: "/filings/2/employee/sex",
    line: 12,
    column: 40
  )
  let diagnostic = Diagnostic(
    "V-01",
    .error,
    at: .record(place),
    "性别不在代码表中",
    found: "m",
    expected: "男或者女",
    advice: "请改正后重新导出",
    citation: "GB/T 2261.1"
  )
  #expect(
    diagnostic.description
      == "a.json:12:40 第 3 行 /filings/2/employee/sex：错误：性别不在代码表中；现为“m”；应为男或者女；"
      + "请改正后重新导出（GB/T 2261.1） [V-01]"
  )
}

@Test func aDiagnosticLeavesOutWhatItDoesNotKnow() {
  #expect(Diagnostic("x", .note, "仿宋改用楷体").description == "提示：仿宋改用楷体 [x]")
  #expect(Diagnostic("x", .warning, "多了").description == "警告：多了 [x]")
  #expect(Diagnostic("x", at: .unknown, "坏了").severity == .error)
}

@Test(arguments: [
  (Origin.unknown, ""),
  (.source(SourceLocation(file: "form.yaml", line: 3, column: 7)), "form.yaml:3:7"),
  (.source(SourceLocation(file: "form.yaml", line: 3)), "form.yaml:3"),
  (.source(SourceLocation(file: "form.yaml", column: 7)), "form.yaml"),
  (.field(FieldLocation(row: 3, field: "e.name")), "第 3 行 e.name"),
  (.field(FieldLocation(row: 0, field: "emp.name")), "emp.name"),
  (
    .record(RecordLocation(file: "标准输入", row: 0, pointer: "/asOf", line: 1, column: 2)),
    "标准输入:1:2 /asOf"
  ),
  (
    .record(RecordLocation(file: "a.jsonl", row: 2, pointer: "", line: 3, column: 0)),
    "a.jsonl:3 第 2 行"
  ),
])
func aPlaceIsNamedInTheOperatorsWords(_ origin: Origin, _ text: String) {
  #expect(origin.description == text)
}

@Test func severitiesAreOrderedByGravity() {
  #expect(Severity.allCases.sorted() == [.note, .warning, .error])
  #expect(Severity.allCases.map(\.label) == ["提示", "警告", "错误"])
}
