import Foundation

/// A table on the terminal, printed row by row as the figures come.
struct ResultTable {
  private let titles: [String]

  init(_ titles: [String]) {
    self.titles = titles
  }

  /// Prints the titles of the columns.
  func printHead() { printRow(titles) }

  /// Prints a row: its name, then figures, which stand to the right.
  func printRow(_ cells: [String]) {
    let columns = cells.enumerated().map { index, cell in
      let gap = String(repeating: " ", count: max(1, (index == 0 ? 34 : 14) - Self.width(cell)))
      return index == 0 ? cell + gap : gap + cell
    }
    print(columns.joined())
    // Into a pipe, too, each figure comes when it is known.
    fflush(nil)
  }

  /// How many places a terminal gives `text`: two to every character of Chinese.
  private static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
  }
}
