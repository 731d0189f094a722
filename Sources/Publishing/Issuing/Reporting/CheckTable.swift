import Diagnostics

/// The report as a table: UTF-8 with a byte order mark and lines after RFC 4180, as spreadsheets like it.
public struct CheckTable: CheckReport {
  /// The heads of the columns.
  public static let columns = ["行号", "姓名", "字段", "级别", "问题", "现为", "应为", "办法", "依据", "规则码", "备案编号"]

  /// Creates a report.
  public init() {}

  /// Returns the byte order mark and the heads of the columns.
  public func begin() -> String { "\u{FEFF}" + Self.line(Self.columns) }

  /// Returns a line for each finding.
  public func add(_ row: CheckedRow) -> String {
    row.findings.map { Self.line(Self.cells(of: $0, row)) }.joined()
  }

  /// Returns nothing: a table has no last words.
  public func end(_ summary: CheckSummary, titles: [String: String]) -> String { "" }

  /// Returns what stands in the columns for a finding; spreadsheets of other kinds take the same.
  public static func cells(of finding: CheckFinding, _ row: CheckedRow) -> [String] {
    let diagnostic = finding.diagnostic
    return [
      row.row > 0 ? "\(row.row)" : "", row.name ?? "", finding.field, diagnostic.severity.label,
      diagnostic.message, diagnostic.found ?? "", diagnostic.expected ?? "",
      diagnostic.advice ?? "", diagnostic.citation ?? "", diagnostic.code, row.id ?? "",
    ]
  }

  private static func line(_ cells: [String]) -> String {
    cells.map(quoted).joined(separator: ",") + "\r\n"
  }

  /// Returns a cell that no spreadsheet takes for a formula (OWASP, CSV Injection).
  private static func quoted(_ cell: String) -> String {
    var text = cell
    if let first = cell.unicodeScalars.first, "=+-@\t\r＝＋－＠".unicodeScalars.contains(first) {
      text = "'" + cell
    }
    guard text.contains(where: { ",\"\r\n".contains($0) || $0 == "\r\n" }) else { return text }
    return "\"" + text.replacing("\"", with: "\"\"") + "\""
  }
}
