import ArgumentParser
import Calendar
import Tables

/// The formats of a list.
enum ListFormat: String, CaseIterable, ExpressibleByArgument {
  case table
  case csv
  case json
  case xlsx

  /// Takes the format from the ending of `path`.
  init?(path: String) {
    guard
      let format = Self.allCases.first(where: { path.lowercased().hasSuffix(".\($0.rawValue)") })
    else { return nil }
    self = format
  }

  /// Returns a writer of the format, for a terminal of `lineWidth` columns where there is one.
  ///
  /// `day` is that of the records, for formats that date their files.
  func writer(lineWidth: Int?, madeOn day: CivilDate) -> any RowWriting {
    switch self {
    case .table: TerminalRows(lineWidth: lineWidth)
    case .csv: CSVRows()
    case .json: JSONRows()
    case .xlsx: WorkbookRows(madeOn: day)
    }
  }
}
