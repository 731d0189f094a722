import Forms
import Glibc
import Records

/// Rows in the making of their order.
///
/// The sort keys lie one after another in one piece of memory: a hundred thousand small ones would leave holes that
/// the rest of the run could not use.
struct RowOrder {
  private var rows: [Int] = []
  private var keys: [UInt8] = []
  /// Where the key of each row ends in `keys`.
  private var ends: [Int] = []

  /// Takes notice of `filing`, whose `subject` stands where `order` says.
  mutating func add(_ filing: Filing, _ subject: FieldSubject, by order: FormOrder) {
    rows.append(filing.row)
    order.append(keyOf: filing, subject, to: &keys)
    ends.append(keys.count)
  }

  /// The places of the rows, as they were added, in their order.
  var sortedPlaces: [Int] {
    unsafe keys.withUnsafeBufferPointer { keys in
      guard let start = keys.baseAddress else { return [] }
      return rows.indices.sorted { place, other in
        let (key, otherKey) = (range(of: place), range(of: other))
        let difference = unsafe memcmp(
          start + key.lowerBound,
          start + otherKey.lowerBound,
          min(key.count, otherKey.count)
        )
        return difference < 0 || difference == 0 && key.count < otherKey.count
      }
    }
  }

  /// The row that was added at `place`.
  subscript(place: Int) -> Int { rows[place] }

  private func range(of place: Int) -> Range<Int> {
    (place == 0 ? 0 : ends[place - 1])..<ends[place]
  }
}
