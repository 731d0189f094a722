import Diagnostics
import DocumentTree

extension FormFences {
  /// Reads a `grid` fence: one line a row of label and value cells, parted by `|`; every row has as many cells.
  ///
  /// A cell with braces, or an empty one, is to be filled; any other is a label. `<` makes a cell one with the cell to
  /// its left, `^` one with the cell above; `//` between spaces begins a new line in a cell.
  mutating func grid(_ fence: Fence) -> [Block<FieldReference>] {
    refuseArgument(fence)
    let parts = gridParts(fence)
    let rows = parts.rows
    guard let count = rows.first?.cells.count else {
      complain("form.grid", at: fence.location, "格式表没有任何一行", expected: "每行各格用“|”分开")
      return []
    }
    refuseUnevenRows(rows, count: count)
    let columns = parts.widths.map { gridColumns($0, count: count) } ?? Self.equalColumns(count)
    guard rows.allSatisfy({ $0.cells.count == count }),
      let merged = mergedCells(of: rows.map(\.cells))
    else { return [] }
    let body = zip(rows, merged).map { row, cells in
      TableRow(cells: cells, origin: .source(row.place))
    }
    let origin = Origin.source(fence.location)
    let (caption, head) = (parts.caption, [TableRow<FieldReference>]())
    return [
      .table(
        Table(caption: caption, columns: columns, head: head, body: .rows(body), origin: origin)
      )
    ]
  }

  /// Parts the lines of a grid into options and rows.
  private mutating func gridParts(_ fence: Fence) -> GridParts {
    var parts = GridParts()
    for line in fence.lines where !line.text.trimmed.isEmpty {
      if let rest = line.option("@columns") {
        parts.widths = rest
      } else if let rest = line.option("@caption") {
        parts.caption = content(rest)
      } else if line.text.trimmed.hasPrefix("@") {
        complain(
          "form.grid",
          at: line.trimmed.location,
          "不认识的格式表选项",
          found: "\(line.text.trimmed)",
          expected: "@columns 或 @caption"
        )
      } else {
        parts.rows.append((line.trimmed.location, line.cells))
      }
    }
    return parts
  }

  private static func equalColumns(_ count: Int) -> [Column] {
    Array(repeating: Column(share: 1), count: count)
  }

  private mutating func refuseUnevenRows(
    _ rows: [(place: SourceLocation, cells: [FenceLine])],
    count: Int
  ) {
    for row in rows where row.cells.count != count {
      complain(
        "form.grid",
        at: row.place,
        "各行的格数不同",
        found: "\(row.cells.count) 格",
        expected: "\(count) 格，与第一行相同",
        advice: "与左边合并的格写“<”，与上面合并的格写“^”"
      )
    }
  }

  /// The widths of the columns, in the words of a table's third part.
  private mutating func gridColumns(_ line: FenceLine, count: Int) -> [Column] {
    let cells = line.cells
    guard cells.count == count else {
      complain(
        "form.grid",
        at: line.location,
        "列宽的个数与格数不同",
        found: "\(cells.count) 个",
        expected: "\(count) 个"
      )
      return Self.equalColumns(count)
    }
    var columns: [Column] = []
    for cell in cells {
      var column = Column()
      width(cell, &column)
      columns.append(column)
    }
    return columns
  }

  // MARK: Merging

  /// Returns the cells that begin in each row, or nothing after a complaint.
  private mutating func mergedCells(of rows: [[FenceLine]]) -> [[TableCell<FieldReference>]]? {
    guard let areas = areas(of: rows) else { return nil }
    var result: [[TableCell<FieldReference>]] = rows.map { _ in [] }
    for area in areas {
      let cell = rows[area.rows.lowerBound][area.columns.lowerBound]
      result[area.rows.lowerBound].append(
        TableCell(
          content: lines(of: cell),
          columnSpan: area.columns.count,
          rowSpan: area.rows.count,
          isHeader: cell.isLabel
        )
      )
    }
    return result
  }

  /// Returns the rectangles that the cells cover, from top to bottom and from left to right.
  private mutating func areas(of rows: [[FenceLine]]) -> [GridArea]? {
    var areas: [GridArea] = []
    var owners = rows.map { $0.map { _ in 0 } }
    let errors = diagnostics.count
    for (row, cells) in rows.enumerated() {
      for (column, cell) in cells.enumerated() {
        switch cell.text {
        case "<" where column > 0: owners[row][column] = owners[row][column - 1]
        case "^" where row > 0: owners[row][column] = owners[row - 1][column]
        case "<", "^":
          let side = cell.text == "<" ? "左边" : "上面"
          complain("form.grid", at: cell.location, "\(side)没有可以合并的格", found: "\(cell.text)")
        default:
          owners[row][column] = areas.count
          areas.append(GridArea(rows: row..<row + 1, columns: column..<column + 1))
          continue
        }
        guard diagnostics.count == errors else { continue }
        areas[owners[row][column]].take(row, column)
      }
    }
    guard diagnostics.count == errors else { return nil }
    for area in areas where !area.isWhole {
      let cell = rows[area.rows.lowerBound][area.columns.lowerBound]
      complain(
        "form.grid",
        at: cell.location,
        "合并的格不成长方形",
        found: "\(cell.text)",
        advice: "占几行几列的格，第一行写内容和“<”，以下各行第一格写“^”、其余写“<”"
      )
    }
    return diagnostics.count == errors ? areas : nil
  }

  /// The text of a cell, whose lines are parted by `//` between spaces.
  mutating func lines(of cell: FenceLine) -> [Inline<FieldReference>] {
    var result: [Inline<FieldReference>] = []
    for (index, line) in cell.pieces(atWord: "//").enumerated() {
      if index > 0 { result.append(.lineBreak) }
      result += content(line)
    }
    return result
  }
}

/// What has been read of a grid so far.
private struct GridParts {
  var caption: [Inline<FieldReference>] = []
  var widths: FenceLine?
  var rows: [(place: SourceLocation, cells: [FenceLine])] = []
}

/// What a cell of a grid covers.
private struct GridArea {
  var rows: Range<Int>
  var columns: Range<Int>
  private var taken = 1

  init(rows: Range<Int>, columns: Range<Int>) {
    (self.rows, self.columns) = (rows, columns)
  }

  /// Whether the places taken fill a rectangle.
  var isWhole: Bool { taken == rows.count * columns.count }

  mutating func take(_ row: Int, _ column: Int) {
    taken += 1
    rows = min(rows.lowerBound, row)..<max(rows.upperBound, row + 1)
    columns = min(columns.lowerBound, column)..<max(columns.upperBound, column + 1)
  }
}

extension FenceLine {
  /// Whether a cell of a grid names what stands beside it: there is text and nothing to fill in.
  fileprivate var isLabel: Bool { !text.isEmpty && !text.contains("{{") }

  /// What follows the option `name`, where the line is one.
  fileprivate func option(_ name: String) -> FenceLine? {
    let line = trimmed
    guard line.text == name || line.text.hasPrefix(name + " ") else { return nil }
    var rest = line
    rest.text = String(line.text.dropFirst(name.count))
    rest.location.column += name.unicodeScalars.count
    return rest.trimmed
  }

  /// The pieces of the line, parted by `mark` where it stands between spaces or at an end, each with its place.
  fileprivate func pieces(atWord mark: String) -> [FenceLine] {
    var result = [FenceLine(text: "", location: location)]
    var column = location.column
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let length = word.unicodeScalars.count + 1
      if word == mark {
        var next = FenceLine(text: "", location: location)
        next.location.column = column + length
        result.append(next)
      } else {
        result[result.count - 1].text += word + " "
      }
      column += length
    }
    return result.map(\.trimmed)
  }
}
