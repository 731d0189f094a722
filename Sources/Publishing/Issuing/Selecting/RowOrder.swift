import Forms

/// Rows in the making of their order.
///
/// The sort keys lie one after another in one piece of memory: a hundred thousand small ones would leave holes that
/// the rest of the run could not use.
struct RowOrder {
  private var rows: [Int] = []
  private var keys: [UInt8] = []
  /// Where the key of each row ends in `keys`.
  private var ends: [Int] = []

  /// Takes notice of `row`, which stands where `key` says.
  mutating func add(_ row: Int, _ key: FormSortKey) {
    rows.append(row)
    key.append(to: &keys)
    ends.append(keys.count)
  }

  /// The places of the rows, as they were added, in their order.
  var sortedPlaces: [Int] {
    rows.indices.sorted { key(of: $0).lexicographicallyPrecedes(key(of: $1)) }
  }

  /// The row that was added at `place`.
  subscript(place: Int) -> Int { rows[place] }

  private func key(of index: Int) -> ArraySlice<UInt8> {
    keys[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}
