import Calendar
import Diagnostics
import Records

/// The report as one JSON object: `findings` in the order of the rows, then `summary`.
public struct CheckJSON: CheckReport {
  private var isFirst = true

  /// Creates a report.
  public init() {}

  /// Returns the beginning of the object.
  public func begin() -> String { "{\"format\":\"mingce-check/1\",\"findings\":[" }

  /// Returns an element for each finding.
  public mutating func add(_ row: CheckedRow) -> String {
    row.findings.map { finding in
      defer { isFirst = false }
      return (isFirst ? "\n" : ",\n") + element(finding, row)
    }
    .joined()
  }

  /// Returns the counts and the end of the object.
  public func end(_ summary: CheckSummary, titles: [String: String]) -> String {
    let counts = JSONText.object([
      "file": JSONText.string(summary.file),
      "employer": summary.employer.map(JSONText.string),
      "profile": summary.batch.map { JSONText.string($0.profile.rawValue) },
      "asOf": summary.batch.map { JSONText.string($0.asOf.description) },
      "rows": "\(summary.rows.usable + summary.rows.refused)",
      "usable": "\(summary.rows.usable)", "refused": "\(summary.rows.refused)",
      "errors": "\(summary.errors)", "fileErrors": "\(summary.rows.fileErrors)",
      "warnings": "\(summary.rows.warnings)",
    ])
    return "\n],\"summary\":\(counts)}\n"
  }

  private func element(_ finding: CheckFinding, _ row: CheckedRow) -> String {
    let diagnostic = finding.diagnostic
    return JSONText.object([
      "row": "\(row.row)", "id": row.id.map(JSONText.string),
      "name": row.name.map(JSONText.string), "rule": JSONText.string(diagnostic.code),
      "severity": JSONText.string("\(diagnostic.severity)"),
      "field": JSONText.string(finding.field), "path": JSONText.string(finding.path),
      "line": finding.line > 0 ? "\(finding.line)" : nil,
      "column": finding.column > 0 ? "\(finding.column)" : nil,
      "message": JSONText.string(diagnostic.message),
      "found": diagnostic.found.map(JSONText.string),
      "expected": diagnostic.expected.map(JSONText.string),
      "advice": diagnostic.advice.map(JSONText.string),
      "citation": diagnostic.citation.map(JSONText.string),
    ])
  }
}
