/// Gathers the pieces of a record, a row each, into larger ones, as long as those are wanted.
struct RecordPieces {
  private static let size = 1 << 15

  private let give: ([UInt8]) -> Bool
  private var bytes: [UInt8] = []
  private var areWanted = true

  /// Creates a gatherer that hands its pieces to `give`, which says whether it takes more.
  init(_ give: @escaping ([UInt8]) -> Bool) {
    self.give = give
  }

  /// Adds a piece, and returns whether more are wanted.
  mutating func add(_ piece: [UInt8]) -> Bool {
    bytes += piece
    if bytes.count >= Self.size { handOver() }
    return areWanted
  }

  /// Hands over what is left.
  mutating func finish() {
    if !bytes.isEmpty { handOver() }
  }

  private mutating func handOver() {
    if areWanted { areWanted = give(bytes) }
    bytes.removeAll(keepingCapacity: true)
  }
}
