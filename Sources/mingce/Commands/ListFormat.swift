import ArgumentParser
import Calendar
import Tables

/// The formats of a list.
enum ListFormat: String, CaseIterable, ExpressibleByArgument {
  case table
  case csv
  case json
  case xlsx

  /// How the name of such a file ends.
  var ending: String { self == .table ? "txt" : rawValue }

  /// Takes the format that the file's `ending` asks for.
  init?(ending: String) {
    guard let format = Self.allCases.first(where: { $0.ending == ending }) else { return nil }
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
