import Diagnostics
import Records

extension Rule {
  /// Whether a promise not to compete is short enough and paid for (V-18).
  static let nonCompete = Rule(
    "V-18",
    "竞业限制",
    on: .agreed,
    statement:
      "竞业限制期限不得超过二年，限于高级管理人员、高级技术人员和其他负有保密义务的人员，并且应当约定按月给予经济补偿。从约定事项的文字中查找。人员是否负有保密义务，从岗位名称看不出来，不判断，由人工核对。",
    citation: "《劳动合同法》第二十三条、第二十四条；法释〔2020〕26号第三十六条",
    passing: "约定竞业限制二年，按月支付补偿",
    failing: "约定竞业限制三年"
  ) { filing, standards, findings in
    for clause in filing.contract.clauses where clause.text.holds("竞业限制") {
      let months = longestPeriod(in: clause.text)
      if let months, months > standards[.nonCompeteMonths] {
        findings.add(
          .error,
          "c.clauses",
          "竞业限制期限不得超过二年",
          found: "约定事项\(clause.no)：\(months)个月",
          expected: "不超过\(standards[.nonCompeteMonths])个月"
        )
      }
      if !clause.text.holds("补偿") {
        findings.add(
          .warning,
          "c.clauses",
          "未约定竞业限制补偿",
          found: "约定事项\(clause.no)",
          advice: "没有约定的，劳动者可以要求按前十二个月平均工资的30%支付"
        )
      }
    }
  }

  /// Whether the worker is to pay damages where the law allows none (V-19).
  static let liquidatedDamages = Rule(
    "V-19",
    "违约金",
    on: .agreed,
    statement: "除专项培训的服务期和竞业限制外，不得约定由劳动者承担违约金。从约定事项的文字中查找。",
    citation: "《劳动合同法》第二十五条",
    passing: "违反服务期约定的，支付不超过培训费用的违约金",
    failing: "乙方提前离职的，支付违约金一万元"
  ) { filing, _, findings in
    let allowed: [StaticString] = ["培训", "服务期", "竞业限制", "保密"]
    for clause in filing.contract.clauses
    where clause.text.holds("违约金") && !allowed.contains(where: clause.text.holds) {
      findings.add(
        .warning,
        "c.clauses",
        "除专项培训和竞业限制外不得约定由劳动者承担违约金",
        found: "约定事项\(clause.no)"
      )
    }
  }
}

/// Returns the longest period that `text` names in years, half years or months, in months.
func longestPeriod(in text: String) -> Int? {
  var plain = String.UnicodeScalarView()
  plain.append(contentsOf: text.unicodeScalars.map(halfWidth))
  let pattern =
    /([0-9]{1,6}|[一二两三四五六七八九十]{1,3})\s*(?:个月|年(半)?(?:[零又]?([0-9]{1,2}|[一二两三四五六七八九十]{1,2})个月)?)/
  return String(plain).matches(of: pattern).compactMap { match in
    guard let count = number(match.1) else { return nil }
    guard match.0.contains("年") else { return count }
    return 12 * count + (match.2 == nil ? 0 : 6) + (match.3.flatMap(number) ?? 0)
  }
  // A calendar year such as 2021年 is no period.
  .filter { $0 < 12 * 1900 }.max()
}

/// Returns the number that digits or Chinese numerals below a hundred spell.
private func number(_ text: Substring) -> Int? { Int(text) ?? smallNumeral(text) }

/// Returns the number that Chinese numerals below a hundred spell.
private func smallNumeral(_ text: Substring) -> Int? {
  let digits: [Character: Int] = [
    "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9,
  ]
  guard let ten = text.firstIndex(of: "十") else {
    return text.count == 1 ? digits[text.first ?? " "] : nil
  }
  let (tens, ones) = (text[..<ten], text[text.index(after: ten)...])
  guard tens.count <= 1, ones.count <= 1 else { return nil }
  return (tens.first.flatMap { digits[$0] } ?? 1) * 10 + (ones.first.flatMap { digits[$0] } ?? 0)
}
