/// Lines whose cells stand in columns on a terminal, where a Chinese character takes two places.
struct AlignedLines {
  private var rows: [[String]]

  /// Begins with the row of headings.
  init(_ headings: [String]) {
    rows = [headings]
  }

  /// Adds a row with as many cells.
  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The lines, without spaces at their ends.
  var lines: [String] {
    let widths = rows[0].indices.map { column in rows.map { Self.width(of: $0[column]) }.max() ?? 0
    }
    return rows.map { row in
      var line = ""
      for (cell, width) in zip(row, widths) {
        line += cell + String(repeating: " ", count: width - Self.width(of: cell) + 2)
      }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Returns how many places `text` takes: two for the wide characters of UAX #11, as far as names have them.
  static func width(of text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.value {
      case 0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x20000...0x3FFFD:
        sum + 2
      case 0x0300...0x036F, 0xFE00...0xFE0F, 0xE0100...0xE01EF: sum
      default: sum + 1
      }
    }
  }
}
