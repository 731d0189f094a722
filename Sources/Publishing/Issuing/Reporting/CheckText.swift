import Calendar
public import Diagnostics
import Records

/// The report that a clerk reads: row by row what is wrong, what it should be and why.
public struct CheckText: CheckReport {
  private let words: Vocabulary

  /// Creates a report in the language of `words`.
  public init(in words: Vocabulary = .chinese) {
    self.words = words
  }

  /// Returns nothing, since the head is known only with the summary.
  public func begin() -> String { "" }

  /// Returns the findings of a row under its number and name.
  public func add(_ row: CheckedRow) -> String {
    guard !row.findings.isEmpty else { return "" }
    let name: Message = row.name.map { "\($0)" } ?? "（没有姓名）"
    let title: Message = row.row > 0 ? "第 \(row.row) 行　\(name)" : "整个文件"
    return "\(title.words(in: words))\n" + row.findings.map(text).joined() + "\n"
  }

  /// Returns the counts, and how often each rule was broken.
  public func end(_ summary: CheckSummary, titles: [String: String]) -> String {
    var text: Message = ""
    for (code, count) in summary.frequentCodes {
      text += "  \(code)　\(titles[code] ?? "")　\(count) 处\n"
    }
    if !text.isEmpty { text = "按规则统计（用 mingce explain 代码 查看说明）：\n" + text + "\n" }
    if let batch = summary.batch {
      let name: Message = summary.employer.map { "\($0)" } ?? "（没有读出）"
      text += "单位：\(name)　地区：\(term: batch.profile.label)　基准日期：\(batch.asOf)\n"
    }
    return (text + lists(summary.batch) + summary.line + "\n").words(in: words)
  }

  /// How many rows the lists beside the filings have: many files hold nothing else.
  private func lists(_ batch: Batch?) -> Message {
    guard let batch else { return "" }
    let filled = RecordList.allCases.filter { !batch.lines[$0].isEmpty }
    guard !filled.isEmpty else { return "" }
    return filled.reduce("列表：") { $0 + "\(term: $1.label) \(batch.lines[$1].count) 条　" } + "\n"
  }

  private func text(_ finding: CheckFinding) -> String {
    let diagnostic = finding.diagnostic
    // Many messages name the field themselves.
    let isNamed = diagnostic.message.hasPrefix(finding.field)
    let name = words.isChinese ? finding.field : finding.path
    let field: Message = isNamed || name.isEmpty ? "" : "\(name)："
    var text: Message =
      "  \(term: diagnostic.severity.label)　\(field)\(diagnostic.message)　[\(diagnostic.code)]\n"
    let lines = [
      ("位置", place(of: finding)), ("现为", diagnostic.found), ("应为", diagnostic.expected),
      ("办法", diagnostic.advice), ("依据", diagnostic.citation),
    ]
    for case (let label, let value?) in lines { text += "        \(term: label)　\(value)\n" }
    return text.words(in: words)
  }

  /// Where the file is to be mended, of what is no JSON: it has no field by which it could be found.
  private func place(of finding: CheckFinding) -> String? {
    guard finding.diagnostic.code.hasPrefix("json."), finding.column > 0 else { return nil }
    let place: Message = "文件的第 \(finding.line) 行第 \(finding.column) 列"
    return place.words(in: words)
  }
}
