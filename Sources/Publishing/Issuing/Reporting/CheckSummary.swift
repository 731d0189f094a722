public import Diagnostics
public import Records

/// What a check comes to.
public struct CheckSummary: Sendable {
  /// The record file as the operator knows it.
  public let file: String
  /// The head as far as it was read, where place and day are known.
  public var batch: Batch?
  /// How many rows can be printed, and what else is counted.
  public private(set) var rows = RecordCounts()
  /// How many errors there are.
  public private(set) var errors = 0
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
    let found = row.findings.count { $0.diagnostic.severity == .error }
    if row.row == 0 {
      rows.fileErrors += found
    } else if row.isUsable {
      rows.usable += 1
    } else {
      rows.refused += 1
    }
    errors += found
    rows.warnings += row.findings.count { $0.diagnostic.severity == .warning }
    for finding in row.findings { counts[finding.diagnostic.code, default: 0] += 1 }
  }

  /// What the employer is called; nothing where that could not be read.
  public var employer: String? {
    guard let batch, batch.isRead("emp.name") else { return nil }
    return batch.employer.name
  }

  /// The counts in one line.
  public var line: Message { rows.line }

  /// The codes with how often they were told, the most frequent first.
  public var frequentCodes: [(code: String, count: Int)] {
    counts.map { (code: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.code) < ($0.count, $1.code) }
  }
}
