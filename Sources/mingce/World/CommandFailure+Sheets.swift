import Diagnostics
import Spreadsheets
import Workbooks

extension CommandFailure {
  /// Takes over the failure of a workbook that could not be written.
  init(_ failure: WorkbookFailure) {
    if case .library = failure {
      self = .cannotWrite(path: World.spoolPlace, reason: "\(failure.description)")
    } else {
      self = .unfit([Diagnostic("workbook", .error, "\(failure.description)")])
    }
  }

  /// Takes over the failure of a spreadsheet that could not be read.
  init(_ failure: SpreadsheetFailure, in file: String) {
    self = .unfit([failure.diagnostic(in: file)])
  }
}
