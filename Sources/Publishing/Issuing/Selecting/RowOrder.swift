import Glibc

/// Rows in the making of their order.
///
/// The sort keys lie one after another in one piece of memory: a hundred thousand small ones would leave holes that
/// the rest of the run could not use.
struct RowOrder {
  private var rows: [Int] = []
  private var keys: [UInt8] = []
  /// Where the key of each row ends in `keys`.
  private var ends: [Int] = []

  /// Takes notice of a row, which stands where `key` says.
  mutating func add(_ row: Int, key: ArraySlice<UInt8>) {
    rows.append(row)
    keys.append(contentsOf: key)
    ends.append(keys.count)
  }

  /// The places of the rows, as they were added, in their order.
  var sortedPlaces: [Int] {
    unsafe keys.withUnsafeBufferPointer { keys in
      guard !rows.isEmpty, let start = keys.baseAddress else { return [] }
      return begun.sorted { one, two in
        if one.first != two.first { return one.first < two.first }
        if one.second != two.second { return one.second < two.second }
        let (key, otherKey) = (range(of: one.place), range(of: two.place))
        let difference = unsafe memcmp(
          start + key.lowerBound,
          start + otherKey.lowerBound,
          min(key.count, otherKey.count)
        )
        return difference < 0 || difference == 0 && key.count < otherKey.count
      }
      .map(\.place)
    }
  }

  /// A row with the sixteen bytes of its key behind what all keys have in common: they tell nearly all rows apart, and
  /// lie beside one another, unlike the keys.
  private struct Begun {
    let first: UInt64
    let second: UInt64
    let place: Int
  }

  private var begun: [Begun] {
    let common = commonLength
    return rows.indices.map { place in
      Begun(
        first: word(at: common, of: place),
        second: word(at: common + 8, of: place),
        place: place
      )
    }
  }

  /// How many bytes all keys begin with: most rows of a roster were approved on the same day.
  private var commonLength: Int {
    let keys = keys.span
    let first = range(of: 0)
    var common = first.count
    for place in rows.indices {
      let key = range(of: place)
      common = min(common, key.count)
      var length = 0
      while length < common, keys[first.lowerBound + length] == keys[key.lowerBound + length] {
        length += 1
      }
      common = length
    }
    return common
  }

  /// Returns eight bytes of a key, zeros behind its end.
  private func word(at offset: Int, of place: Int) -> UInt64 {
    let (keys, key) = (keys.span, range(of: place))
    var word: UInt64 = 0
    for index in key.dropFirst(offset).prefix(8) { word = word << 8 | UInt64(keys[index]) }
    return word << UInt64(8 * (8 - min(8, max(0, key.count - offset))))
  }

  /// The row that was added at `place`.
  subscript(place: Int) -> Int { rows[place] }

  private func range(of place: Int) -> Range<Int> {
    (place == 0 ? 0 : ends[place - 1])..<ends[place]
  }
}
