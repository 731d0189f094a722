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

  /// Writes the rows and their cells, which stand on `page`.
  func write(on page: Reference, to file: ObjectFile) throws(PDFFailure) {
    var start = 0
    var buffer = ByteBuffer()
    for row in rows {
      let first = start
      start += row.cells.count
      buffer.removeAll()
      buffer.append(openingOfCellsOf: row, on: page)
      // What changes is counted whenever it is asked for, and each cell asks for both.
      let (contents, opening) = (contents, buffer.bytes)
      let texts = contents[first..<start].reduce(0) { max($0, Int($1.count)) }
      let most = OutputSpan<UInt8>.longestElement(numbers: max(row.cells.count, texts))
      try file.add(1 + row.cells.count, from: row.row, atMost: most) { index, object in
        if index == 0 {
          object.append(row)
        } else {
          object.append(cellOf: row, contents[first + index - 1], opening: opening)
        }
      }
    }
  }
}

extension OutputSpan<UInt8> {
  /// The most bytes that the dictionary of a row or of a cell takes that has `count` children.
  fileprivate static func longestElement(numbers count: Int) -> Int {
    24 + (2 + count) * (ByteBuffer.longestNumber + 5)
  }

  /// Appends the dictionary of a row.
  fileprivate mutating func append(_ row: PlainRow) {
    append(operation: "<</S/TR/P ")
    append(row.body)
    append(operation: "/K[")
    for column in 0..<row.cells.count {
      if column > 0 { append(UInt8(ascii: " ")) }
      append(row.cell(column))
    }
    append(operation: "]>>")
  }

  /// Appends the dictionary of a cell; `opening` is how that of a cell with one text begins.
  fileprivate mutating func append(
    cellOf row: PlainRow,
    _ content: (first: Int32, count: Int32),
    opening: [UInt8]
  ) {
    guard content.count > 0 else {
      append(operation: "<</S/TD/P ")
      append(row.row)
      return append(operation: ">>")
    }
    append(opening.span)
    if content.count == 1 {
      append(integer: Int(content.first))
      return append(operation: ">>")
    }
    append(UInt8(ascii: "["))
    for offset in 0..<content.count {
      if offset > 0 { append(UInt8(ascii: " ")) }
      append(integer: Int(content.first + offset))
    }
    append(operation: "]>>")
  }
}

extension ByteBuffer {
  /// Appends what the dictionaries of all cells of a row with a text have in common.
  fileprivate mutating func append(openingOfCellsOf row: PlainRow, on page: Reference) {
    append(atMost: OutputSpan<UInt8>.longestElement(numbers: 0)) { opening in
      opening.append(operation: "<</S/TD/P ")
      opening.append(row.row)
      opening.append(operation: "/Pg ")
      opening.append(page)
      opening.append(operation: "/K ")
    }
  }
}
