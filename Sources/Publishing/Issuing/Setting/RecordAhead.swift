import DocumentTree
import Forms

/// The record of a long document, written on a thread of its own while the document is laid out: at the end, when the
/// other threads have little left to do, hardly anything of it is missing.
///
/// The thread stops when nobody wants the record any more.
final class RecordAhead {
  /// How many pieces may wait.
  private static let pieceCount = 8

  private let line = Conveyor<[UInt8], RowSource.Failure>(capacity: pieceCount, resting: true)
  private let worker: Worker<Void>

  /// Begins to write the record of `bound`; returns nothing for a short document, or when the system gives no thread.
  init?(of bound: BoundForm) {
    guard bound.document.isLong,
      let worker = Worker("record", { [line] in bound.sendRecord(through: line) })
    else { return nil }
    self.worker = worker
  }

  deinit {
    line.cancel()
    worker.outcome()
  }

  /// Returns the next piece where one is written already, without waiting.
  ///
  /// That the rest cannot be written is told by `next` alone.
  func nextIfThere() -> [UInt8]? { try? line.nextIfThere() }

  /// Returns the next piece, or nothing after the last.
  func next() throws(RowSource.Failure) -> [UInt8]? { try line.next() }
}

extension BoundForm {
  /// Writes the record and sends it in pieces, as long as they are wanted; a failure follows the pieces made before.
  fileprivate func sendRecord(through line: Conveyor<[UInt8], RowSource.Failure>) {
    var pieces = RecordPieces { line.send($0) }
    do throws(RowSource.Failure) {
      try record.write(of: document) { pieces.add($0) }
      pieces.finish()
      line.finish()
    } catch {
      line.fail(error)
    }
  }
}
