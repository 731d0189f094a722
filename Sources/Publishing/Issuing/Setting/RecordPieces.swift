import PDF

/// Gathers the pieces of a record, a row each, into larger ones for the writer; the first failure is kept.
struct RecordPieces {
  private static let size = 1 << 15

  private let give: ([UInt8]) throws(PDFFailure) -> Void
  private var bytes: [UInt8] = []
  private var failure: PDFFailure?

  init(_ give: @escaping ([UInt8]) throws(PDFFailure) -> Void) {
    self.give = give
  }

  /// Adds a piece.
  mutating func add(_ piece: [UInt8]) {
    bytes += piece
    if bytes.count >= Self.size { handOver() }
  }

  /// Hands over what is left, or throws what went wrong.
  mutating func finish() throws(IssuingFailure) {
    handOver()
    if let failure { throw IssuingFailure(failure) }
  }

  private mutating func handOver() {
    guard failure == nil else { return }
    do throws(PDFFailure) { try give(bytes) } catch { failure = error }
    bytes.removeAll(keepingCapacity: true)
  }
}
