/// The columns in which fields stand, so that their names and values line up.
struct FieldGrid {
  /// What stands between columns.
  static let gap = 1.0

  /// The rows, none with more fields than there are columns.
  let rows: [[ScreenItem]]
  /// The room for the names of each column, with the space behind them.
  let names: [Double]
  /// The widths of the columns.
  private(set) var widths: [Double]

  /// Puts `rows` into as many columns as stand beside one another in `room`, at least one.
  init(_ rows: [[ScreenItem]], room: Double) {
    let most = rows.map(\.count).max() ?? 1
    let grids = (1...max(1, most)).reversed().map { FieldGrid(rows, columns: $0) }
    var grid = grids.first { $0.width <= room } ?? FieldGrid(rows, columns: 1)
    let spare = max(0, room - grid.width) / Double(grid.widths.count)
    for column in grid.widths.indices { grid.widths[column] += spare }
    self = grid
  }

  private init(_ rows: [[ScreenItem]], columns: Int) {
    let rows = rows.flatMap { row in
      stride(from: 0, to: row.count, by: columns).map { start in
        Array(row[start..<min(start + columns, row.count)])
      }
    }
    self.rows = rows
    let stacks = (0..<columns).map { column in
      rows.compactMap { $0.count > column ? $0[column] : nil }
    }
    names = stacks.map { ($0.map { extent(of: $0.words) }.max() ?? 0) + 0.4 }
    widths = zip(names, stacks).map { name, fields in
      name + (fields.map(\.placeWidth).max() ?? 0)
    }
  }

  private var width: Double {
    widths.reduce(0, +) + Double(widths.count - 1) * FieldGrid.gap
  }
}

extension ScreenItem {
  /// The width of the place for a field's value, with its mark.
  fileprivate var placeWidth: Double {
    let holds = Drawings.extent(of: value) + (dropsDown ? 1.4 : 0) + 0.8
    return max(4.5, holds) + (mark.isEmpty ? 0 : 1.3)
  }
}
