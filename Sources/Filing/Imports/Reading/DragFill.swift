import Calendar
import Diagnostics

/// Notices values that go up by one from row to row, as they do when a cell is dragged down by its corner.
///
/// The hall's own list shows what comes of it: the template of 2018 became those of 2019 to 2030, and every date moved on
/// by a day.
struct DragFill {
  private var last: [Int: (text: String, first: String, rows: ClosedRange<Int>, length: Int)] = [:]
  /// The runs found: the template's column, the first and the last row, the first and the last value.
  private(set) var runs: [Run] = []

  struct Run: Equatable {
    let column: Int
    let rows: ClosedRange<Int>
    let first: String
    let last: String
  }

  /// So many rows in step are no chance.
  private static let suspicious = 4

  /// Looks at the value of a column in the next row.
  mutating func look(at text: String, column: Int, row: Int) {
    guard let before = last[column], let next = Self.successor(of: before.text), next == text else {
      end(column)
      last[column] = (text, text, row...row, 1)
      return
    }
    last[column] = (text, before.first, before.rows.lowerBound...row, before.length + 1)
  }

  /// Ends all runs, after the last row.
  mutating func finish() {
    for column in last.keys.sorted() { end(column) }
    runs.sort { ($0.column, $0.rows.lowerBound) < ($1.column, $1.rows.lowerBound) }
  }

  private mutating func end(_ column: Int) {
    guard let run = last.removeValue(forKey: column), run.length >= Self.suspicious else { return }
    runs.append(Run(column: column, rows: run.rows, first: run.first, last: run.text))
  }

  /// Returns what a program puts below `text` when its cell is dragged: the next day, or the last number and one.
  static func successor(of text: String) -> String? {
    if let day = CivilDate(iso: text) { return day.next?.description }
    let digits = text.utf8.reversed().prefix { (48...57).contains($0) }.count
    guard digits > 0, digits <= 18, let number = Int(text.suffix(digits)) else { return nil }
    let next = String(number + 1)
    let padded = String(repeating: "0", count: max(0, digits - next.count)) + next
    return text.dropLast(digits) + padded
  }
}

extension CivilDate {
  /// The next day.
  fileprivate var next: CivilDate? {
    CivilDate(year: year, month: month, day: day + 1)
      ?? CivilDate(year: year, month: month + 1, day: 1)
      ?? CivilDate(year: year + 1, month: 1, day: 1)
  }
}
