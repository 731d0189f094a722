/// The names of members that a reader knows, found by their numbers less one; a class, so that every tree counts one
/// reference to them.
final class JSONNames: Sendable {
  /// The names.
  let texts: [String]
  /// Their UTF-8 bytes.
  let bytes: [[UInt8]]
  /// Their places in the order of their bytes, so that canonical texts need not compare them.
  let ranks: [Int]

  init(_ texts: [String]) {
    let bytes = texts.map { Array($0.utf8) }
    let order = bytes.indices.sorted { bytes[$0].lexicographicallyPrecedes(bytes[$1]) }
    var ranks = [Int](repeating: 0, count: texts.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    (self.texts, self.bytes, self.ranks) = (texts, bytes, ranks)
  }
}
