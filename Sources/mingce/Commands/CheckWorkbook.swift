import Calendar
import Issuing
import Workbooks

/// The report as a workbook of one sheet (.xlsx), which is whole only at its end; it has the columns of the CSV report.
final class CheckWorkbook: CheckReport {
  /// The widths of the columns, in characters of half a square.
  private static let widths: [Double] = [6, 12, 18, 6, 40, 24, 30, 30, 36, 10, 14]

  private var rows: [[String]] = []

  func begin() -> String { "" }

  func add(_ row: CheckedRow) -> String {
    for finding in row.findings { rows.append(CheckTable.cells(of: finding, row)) }
    return ""
  }

  func end(_ summary: CheckSummary, titles: [String: String]) -> String { "" }

  /// Returns the workbook made on `day`.
  func bytes(madeOn day: CivilDate) throws(CommandFailure) -> [UInt8] {
    do throws(WorkbookFailure) {
      return try writeTable(
        named: "检查结果",
        headings: CheckTable.columns,
        widths: Self.widths,
        rows: rows,
        madeOn: day
      )
    } catch {
      throw CommandFailure(error)
    }
  }
}
