import Tables
import Testing
import UnicodeText

private func table(_ columns: [String], _ rows: [[TableValue]], width: Int? = nil) -> [String] {
  var writer = TerminalRows(lineWidth: width)
  var bytes = writer.begin(columns)
  for row in rows { bytes += writer.add(row) }
  bytes += writer.end()
  return String(decoding: bytes, as: UTF8.self).split(
    separator: "\n",
    omittingEmptySubsequences: false
  )
  .dropLast().map(String.init)
}

@Test func columnsStandUnderOneAnother() {
  #expect(
    table(
      ["姓名", "工资", "备注"],
      [
        [.text("张示例"), .decimal("900.00"), .absent],
        [.text("Ann"), .decimal("12000.00"), .text("甲")],
      ]
    )
      == [
        "姓名        工资  备注",
        "张示例    900.00",
        "Ann     12000.00  甲",
      ]
  )
}

@Test func awayFromATerminalNothingIsCut() {
  let long = String(repeating: "长", count: 200)
  #expect(table(["甲", "乙"], [[.text(long), .text(long)]])[1] == "\(long)  \(long)")
}

@Test(arguments: [20, 33, 40, 79])
func onATerminalNoLineIsWiderThanItIs(_ width: Int) {
  let rows: [[TableValue]] = (0..<250).map { number in
    [
      .text(String(repeating: "长", count: number % 60)), .integer(number), .text("短"),
      .text("Zürich \(number)"),
    ]
  }
  let lines = table(["很长的栏目名", "数", "乙", "丙"], rows, width: width)
  #expect(lines.count == 251)
  for line in lines {
    #expect(TerminalColumns.count(of: line) <= max(width, 4 * 6 + 3 * 2), "\(line)")
  }
  #expect(lines.contains { $0.contains("…") })
}

@Test func whatFitsIsNotCut() {
  #expect(table(["甲", "乙"], [[.text("一二三"), .text("四五六")]], width: 14)[1] == "一二三  四五六")
}

@Test func rowsBehindTheFirstKeepTheirWidths() {
  let rows: [[TableValue]] = (0..<300).map { [.text($0 < 200 ? "甲" : "甲乙丙丁"), .text("后")] }
  let lines = table(["名", "次"], rows)
  #expect(lines[1] == "甲  后")
  #expect(lines[300] == "甲乙丙丁  后")
}

@Test func noRowsLeaveTheNames() {
  #expect(table(["姓名", "备注"], []) == ["姓名  备注"])
}
