import UnicodeText

/// Writes a table for reading on a terminal: columns under one another, wide characters counted as two.
///
/// The widths are those of the first rows, which are held back until they are known. On a terminal long texts are cut
/// with a … where the line would not hold them; anywhere else nothing is ever cut.
public struct TerminalRows: RowWriting {
  /// How many rows decide the widths.
  private static let sampleCount = 200
  /// Between two columns.
  private static let gap = 2
  /// No column is made narrower by cutting.
  private static let leastWidth = 6

  /// How many columns the terminal has; nothing when there is none.
  private let lineWidth: Int?
  private var names: [String] = []
  private var held: [[TableValue]] = []
  private var widths: [Int]?
  private var alignsRight: [Bool] = []

  /// Creates a writer for a terminal of `lineWidth` columns, or for a file or another program.
  public init(lineWidth: Int?) {
    self.lineWidth = lineWidth
  }

  /// Takes the names of the columns.
  public mutating func begin(_ columns: [String]) -> [UInt8] {
    names = columns
    return []
  }

  /// Takes a row; returns those that can be written.
  public mutating func add(_ values: [TableValue]) -> [UInt8] {
    if let widths { return line(values.map(\.shown), widths) }
    held.append(values)
    return held.count < TerminalRows.sampleCount ? [] : settle()
  }

  /// Returns what is still held back.
  public mutating func end() -> [UInt8] { widths == nil ? settle() : [] }

  /// Decides the widths and returns the names and the rows that were held back.
  private mutating func settle() -> [UInt8] {
    let widths = fitted(names.indices.map(naturalWidth))
    self.widths = widths
    alignsRight = names.indices.map { column in
      held.contains { $0[column].isNumber }
        && held.allSatisfy { $0[column].isNumber || $0[column] == .absent }
    }
    var bytes = line(names, widths)
    for row in held { bytes += line(row.map(\.shown), widths) }
    held = []
    return bytes
  }

  private func naturalWidth(of column: Int) -> Int {
    held.reduce(TerminalColumns.count(of: names[column])) {
      max($0, TerminalColumns.count(of: $1[column].shown))
    }
  }

  /// Takes from the widest columns until the line holds all, as far as that goes.
  private func fitted(_ widths: [Int]) -> [Int] {
    guard let lineWidth else { return widths }
    var widths = widths
    var surplus = widths.reduce(0, +) + TerminalRows.gap * (widths.count - 1) - lineWidth
    while surplus > 0, let widest = widths.max(), widest > TerminalRows.leastWidth {
      for column in widths.indices where widths[column] == widest && surplus > 0 {
        widths[column] -= 1
        surplus -= 1
      }
    }
    return widths
  }

  private func line(_ texts: [String], _ widths: [Int]) -> [UInt8] {
    var line = ""
    for (column, text) in texts.enumerated() {
      let shown = lineWidth == nil ? text : cut(text, to: widths[column])
      let room = max(0, widths[column] - TerminalColumns.count(of: shown))
      let space = String(repeating: " ", count: room)
      let isLast = column == texts.count - 1
      line += alignsRight[column] ? space + shown : isLast ? shown : shown + space
      if !isLast { line += String(repeating: " ", count: TerminalRows.gap) }
    }
    while line.last == " " { line.removeLast() }
    return Array((line + "\n").utf8)
  }

  /// Returns as much of `text` as `width` columns hold, a … at the end of what is cut.
  private func cut(_ text: String, to width: Int) -> String {
    guard TerminalColumns.count(of: text) > width else { return text }
    var shown = ""
    var room = width - 1
    for character in text {
      room -= TerminalColumns.count(of: character)
      guard room >= 0 else { break }
      shown.append(character)
    }
    return shown + "…"
  }
}
