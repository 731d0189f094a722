import DocumentTree

extension Document<Never> {
  /// Returns the document with the rows of its long tables made ahead of the layout, on a thread of their own.
  func makingRowsAhead() -> Document {
    var document = self
    document.body = body.map { block in
      guard case .table(var table) = block, case .pulled(let source) = table.body else {
        return block
      }
      table.body = .pulled(source.madeAhead())
      return .table(table)
    }
    return document
  }
}

extension Document<Never> {
  /// Whether a table has so many rows that other threads are worth it.
  var isLong: Bool {
    body.contains { block in
      guard case .table(let table) = block, case .pulled(let source) = table.body else {
        return false
      }
      return source.isLong
    }
  }
}

extension RowSource {
  fileprivate var isLong: Bool { count > RowsAhead.pieceLength }

  /// Returns the same rows, made ahead where there are many.
  fileprivate func madeAhead() -> RowSource {
    guard isLong else { return self }
    return RowSource(count: count) { () throws(Failure) -> Pull in
      guard let rows = RowsAhead(of: self) else { return try start() }
      return { () throws(Failure) in try rows.next() }
    }
  }
}

/// Rows that another thread makes while the first ones are used; it stops when nobody wants the rows any more.
private final class RowsAhead {
  /// How many rows pass from thread to thread at once.
  static let pieceLength = 64
  /// How many pieces may wait.
  private static let pieceCount = 8

  private let line = Conveyor<[TableRow<Never>], RowSource.Failure>(
    capacity: pieceCount,
    resting: true
  )
  private let worker: Worker<Void>
  private var piece: [TableRow<Never>].Iterator = [].makeIterator()

  /// Begins to make rows; returns nothing when the system gives no thread for it.
  init?(of source: RowSource) {
    guard let worker = Worker("rows", { [line] in source.send(through: line) }) else { return nil }
    self.worker = worker
  }

  deinit {
    line.cancel()
    worker.outcome()
  }

  /// Returns the next row, or nothing after the last.
  func next() throws(RowSource.Failure) -> TableRow<Never>? {
    while true {
      if let row = piece.next() { return row }
      guard let rows = try line.next() else { return nil }
      piece = rows.makeIterator()
    }
  }
}

extension RowSource {
  /// Makes all rows and sends them in pieces, as long as they are wanted; a failure follows the rows made before.
  fileprivate func send(through line: Conveyor<[TableRow<Never>], Failure>) {
    var piece: [TableRow<Never>] = []
    do throws(Failure) {
      let next = try start()
      while let row = try next() {
        piece.append(row)
        guard piece.count == RowsAhead.pieceLength else { continue }
        guard line.send(piece) else { return }
        piece = []
        piece.reserveCapacity(RowsAhead.pieceLength)
      }
      line.send(piece)
      line.finish()
    } catch {
      line.send(piece)
      line.fail(error)
    }
  }
}
