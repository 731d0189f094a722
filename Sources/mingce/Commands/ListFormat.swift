import ArgumentParser
import Tables

/// The formats of a list.
///
/// A further one needs a case here and a `RowWriting` that gives its bytes row by row.
enum ListFormat: String, CaseIterable, ExpressibleByArgument {
  case table
  case csv
  case json

  /// Takes the format from the ending of `path`.
  init?(path: String) {
    guard
      let format = Self.allCases.first(where: { path.lowercased().hasSuffix(".\($0.rawValue)") })
    else { return nil }
    self = format
  }

  /// Returns a writer of the format, for a terminal of `lineWidth` columns where there is one.
  func writer(lineWidth: Int?) -> any RowWriting {
    switch self {
    case .table: TerminalRows(lineWidth: lineWidth)
    case .csv: CSVRows()
    case .json: JSONRows()
    }
  }
}
