import Diagnostics
import Records

/// How many filings could not be judged for want of a table; told once for the file.
struct TableGapCounts {
  private var counts = [Int](repeating: 0, count: TableGaps.known.count)

  /// Counts the gaps of one more filing.
  mutating func add(_ gaps: TableGaps) {
    guard !gaps.isEmpty else { return }
    for (index, gap) in TableGaps.known.enumerated() where gaps.contains(gap.gap) {
      counts[index] += 1
    }
  }

  /// One warning for each gap that hindered a judgement.
  func diagnostics(_ standards: Standards) -> [Diagnostic] {
    TableGaps.known.indices.compactMap { index in
      let gap = TableGaps.known[index]
      guard counts[index] > 0, standards.isActive(gap.code),
        gap.field.map(standards.batch.isRead) ?? true
      else { return nil }
      return Diagnostic(
        gap.code,
        .warning,
        at: .unknown,
        "\(gap.message)，\(counts[index])条备案未作这项检查",
        advice: gap.advice
      )
    }
  }
}

extension TableGaps {
  /// What a gap is called, the rule that it hinders, and the field of the employer that it comes from, if any.
  typealias Kind = (gap: TableGaps, code: String, message: Message, advice: Message, field: String?)

  /// All gaps; where the field of one could not be read, there is another error, and no gap is told.
  static let known: [Kind] = [
    (.minimumWage, "V-12", "未配置最低工资标准", fill("min-wage"), "emp.division"),
    (.hourlyMinimumWage, "V-12", "未配置小时最低工资标准", fill("min-wage"), "emp.division"),
    (.averageWage, "V-50", "未配置当地月平均工资，没有按三倍封顶", fill("average-wage"), "emp.division"),
    (.holidays, "V-25", "未配置该年的节假日和调休，只按周末计算", fill("holidays"), nil),
    (.templates, "V-28", "未配置合同模板字典", fill("contract-templates"), nil),
    (.divisions, "V-02e", "未配置行政区划代码", fill("divisions"), nil),
    (.protection, "V-11", "未填写职业危害（劳动保护条款）", "请补填职业危害；没有的填“无”", nil),
    (.hallOpening, "V-25", "未填写网厅权限开通日期", "请在单位信息中补填 hallGrantedAt", "emp.hallGrantedAt"),
  ]

  private static func fill(_ table: String) -> Message {
    "请在 content/rules/tables/\(table).yaml 中补充，写明出处和起止日期"
  }
}
