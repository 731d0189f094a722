import Diagnostics
public import Records

/// What a check comes to.
public struct CheckSummary: Sendable {
  /// The record file as the operator knows it.
  public let file: String
  /// The head, when it could be used.
  public var batch: Batch?
  /// How many rows can be printed.
  public private(set) var usable = 0
  /// How many rows are refused.
  public private(set) var refused = 0
  /// How many errors there are.
  public private(set) var errors = 0
  /// How many warnings there are.
  public private(set) var warnings = 0
  /// How often each code was told, by code.
  public private(set) var counts: [String: Int] = [:]

  /// Begins the summary of a file.
  public init(file: String) {
    self.file = file
  }

  /// Whether a row or the file holds an error.
  public var hasErrors: Bool { errors > 0 }

  /// Counts one more row, or the file as a whole.
  public mutating func add(_ row: CheckedRow) {
    if row.row > 0 {
      usable += row.isUsable ? 1 : 0
      refused += row.isUsable ? 0 : 1
    }
    for finding in row.findings {
      counts[finding.diagnostic.code, default: 0] += 1
      errors += finding.diagnostic.severity == .error ? 1 : 0
      warnings += finding.diagnostic.severity == .warning ? 1 : 0
    }
  }

  /// The counts in one line.
  public var line: String {
    var text = "共 \(usable + refused) 条记录：\(usable) 条可用，\(refused) 条有错误"
    if warnings > 0 { text += "，另有 \(warnings) 处警告" }
    return text + "。"
  }

  /// The codes with how often they were told, the most frequent first.
  public var frequentCodes: [(code: String, count: Int)] {
    counts.map { (code: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.code) < ($0.count, $1.code) }
  }
}
