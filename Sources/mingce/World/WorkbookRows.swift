import Calendar
import Tables
import Workbooks

/// A list as a workbook of one sheet (.xlsx); all cells are text, so that long numbers keep every digit.
struct WorkbookRows: RowWriting {
  /// How wide a column is, in characters of half a square: as its heading, but no narrower than a date.
  private static func width(of heading: String) -> Double { max(12, Double(heading.count) * 2 + 4) }

  private let day: CivilDate
  private var writer: WorkbookWriter?

  /// Begins a workbook made on `day`.
  init(madeOn day: CivilDate) {
    self.day = day
  }

  mutating func begin(_ columns: [String]) throws(TableFailure) -> [UInt8] {
    let heads = columns.map { WorkbookColumn([$0], width: Self.width(of: $0)) }
    try step { () throws(WorkbookFailure) in
      let writer = try WorkbookWriter(madeOn: day, isLarge: true)
      try writer.begin(WorkbookSheet(name: "记录", columns: heads))
      self.writer = writer
    }
    return []
  }

  mutating func add(_ values: [TableValue]) throws(TableFailure) -> [UInt8] {
    try step { () throws(WorkbookFailure) in try writer?.write(values.map(\.shown)) }
    return []
  }

  mutating func end() throws(TableFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    try step { () throws(WorkbookFailure) in bytes = try writer?.finish() ?? [] }
    writer = nil
    return bytes
  }

  private func step(_ body: () throws(WorkbookFailure) -> Void) throws(TableFailure) {
    do throws(WorkbookFailure) {
      try body()
    } catch {
      var failure = TableFailure(error.description)
      if case .library = error { failure.lacksRoom = true }
      throw failure
    }
  }
}
