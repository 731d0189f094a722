/// Notices rows whose id an earlier row has, in a few bytes a row.
///
/// Only a hash of each id is held; when two agree, the earlier row is read again to be sure.
struct RepeatedIDs {
  private var firstRows: [UInt64: UInt32] = [:]
  /// The earlier row of each row that repeats an id.
  private(set) var repeats: [Int: Int] = [:]

  /// Takes note of the id of `row`; returns the earlier row that may have the same.
  mutating func candidate(for id: String, row: Int) -> Int? {
    let hash = Self.hash(id)
    if let first = firstRows[hash] { return Int(first) }
    firstRows[hash] = UInt32(clamping: row)
    return nil
  }

  /// Takes note that `row` has the id of `first`.
  mutating func confirm(_ row: Int, repeats first: Int) {
    repeats[row] = first
  }

  /// FNV-1a, which is the same in every run.
  private static func hash(_ id: String) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return hash
  }
}
