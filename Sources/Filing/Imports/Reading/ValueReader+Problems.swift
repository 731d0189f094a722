import Diagnostics

/// Why cells of the column cannot be used, in the operator's words.
extension ValueReader {
  func notReadable(_ text: String, expected: Message?) -> CellProblem {
    CellProblem(
      code: "import.value",
      message: "\(column.label)无法识别",
      found: "\(text)",
      expected: expected
    )
  }

  func noDay(_ text: String) -> CellProblem {
    CellProblem(
      code: "V-06",
      message: "日期无效：\(column.label)",
      found: "\(text)",
      expected: "1900 至 2100 年间真实存在的日期，写作 2021-10-08 或者 20211008"
    )
  }

  func rounded(_ text: String) -> CellProblem {
    CellProblem(
      code: "import.rounded",
      message: "\(column.label)存成了数字，Excel只保留前15位，后面的已经变成0，无法恢复",
      found: "\(text)",
      advice: "请先把这一列设为文本格式，再对照证件重新录入这一格"
    )
  }
}
