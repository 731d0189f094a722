/// A row of data cells, all on one page; the object numbers of its cells follow its own.
struct PlainRow {
  /// The structure nodes of the cells.
  let cells: Range<Int>
  let body: Reference
  let row: Reference

  /// The object of a cell, counted from 0.
  func cell(_ column: Int) -> Reference { Reference(number: row.number + 1 + column) }
}

/// The plain rows of the current page: nearly all of a roster's elements, kept and written without an object each.
struct PlainRows {
  private var rows: [PlainRow] = []
  /// The first content of each cell, in the order of the cells; nothing is -1.
  private var contents: [(first: Int32, count: Int32)] = []
  /// The row that content was added to last, and where its cells begin among `contents`.
  private var current = (index: 0, start: 0)

  /// Adds a row.
  mutating func append(_ row: PlainRow) {
    rows.append(row)
    contents += repeatElement((first: -1, count: 0), count: row.cells.count)
  }

  /// Adds content to the cell with the structure node `node`, and returns the cell; nothing when there is none.
  mutating func add(_ number: Int, toNode node: Int) -> Reference? {
    guard find(node) else { return nil }
    let row = rows[current.index]
    let column = node - row.cells.lowerBound
    let cell = current.start + column
    if contents[cell].count == 0 { contents[cell].first = Int32(number) }
    // Between the texts of a cell there is no content of another.
    contents[cell].count = Int32(number) - contents[cell].first + 1
    return row.cell(column)
  }

  /// Goes to the row of a node: usually the one of the content before, or the next.
  private mutating func find(_ node: Int) -> Bool {
    guard let first = rows.first, node >= first.cells.lowerBound else { return false }
    if current.index >= rows.count || node < rows[current.index].cells.lowerBound {
      current = (0, 0)
    }
    while current.index < rows.count {
      let cells = rows[current.index].cells
      if cells.contains(node) { return true }
      if node < cells.lowerBound { return false }
      current = (current.index + 1, current.start + cells.count)
    }
    return false
  }

  /// Writes the rows and their cells, which stand on `page`, and forgets them.
  mutating func write(on page: Reference, to file: ObjectFile) throws(PDFFailure) {
    var start = 0
    for row in rows {
      try file.add(as: row.row) { object in object.append(row) }
      for column in 0..<row.cells.count {
        let content = contents[start + column]
        try file.add(as: row.cell(column)) { $0.append(cellOf: row, content, on: page) }
      }
      start += row.cells.count
    }
    rows.removeAll(keepingCapacity: true)
    contents.removeAll(keepingCapacity: true)
    current = (0, 0)
  }
}

extension ByteBuffer {
  /// The most bytes that a reference takes, and the space before it.
  private static let longestReference = longestNumber + 5

  /// Appends the dictionary of a row.
  fileprivate mutating func append(_ row: PlainRow) {
    append(atMost: 24 + (row.cells.count + 1) * Self.longestReference) { object in
      object.append(operation: "<</S/TR/P ")
      object.append(row.body)
      object.append(operation: "/K[")
      for column in 0..<row.cells.count {
        if column > 0 { object.append(UInt8(ascii: " ")) }
        object.append(row.cell(column))
      }
      object.append(operation: "]>>")
    }
  }

  /// Appends the dictionary of a cell.
  fileprivate mutating func append(
    cellOf row: PlainRow,
    _ content: (first: Int32, count: Int32),
    on page: Reference
  ) {
    let most = 24 + 2 * Self.longestReference + Int(content.count) * Self.longestNumber
    append(atMost: most) { object in
      object.append(operation: "<</S/TD/P ")
      object.append(row.row)
      if content.count > 0 {
        object.append(operation: "/Pg ")
        object.append(page)
      }
      if content.count == 1 {
        object.append(operation: "/K ")
        object.append(integer: Int(content.first))
      } else if content.count > 1 {
        object.append(operation: "/K[")
        for offset in 0..<content.count {
          if offset > 0 { object.append(UInt8(ascii: " ")) }
          object.append(integer: Int(content.first + offset))
        }
        object.append(UInt8(ascii: "]"))
      }
      object.append(operation: ">>")
    }
  }
}
