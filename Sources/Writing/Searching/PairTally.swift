/// The pairs of one page, each with its highest rank and how often it was counted.
///
/// A page has the same pairs over and over. To find each in a table and sort those that are left takes a third of the time
/// of sorting them all.
struct PairTally {
  /// A pair with what is known of it: `pair × 16 + count × 4 + rank`, the count being 3 for more than that; 0 is free.
  private var slots: [UInt64]
  private let mask: Int

  /// Makes room for `capacity` pairs and more, so that most are found at once.
  init(capacity: Int) {
    var size = 16
    while size < capacity + capacity / 4 { size *= 2 }
    (slots, mask) = (Array(repeating: 0, count: size), size - 1)
  }

  /// Counts `pair`, which is not 0, once more.
  mutating func count(_ pair: PairIndex.Pair, _ rank: PairIndex.Rank) {
    // Multiplied by 2⁶⁴ ÷ φ, pairs with a character in common are scattered all over (Knuth, TAOCP 3, § 6.4).
    var place = Int(truncatingIfNeeded: (pair &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[place] != 0, slots[place] >> 4 != pair { place = (place + 1) & mask }
    let known = slots[place]
    let count = min(3, (known >> 2 & 3) + 1)
    slots[place] = pair << 4 | count << 2 | max(known & 3, rank.rawValue)
  }

  /// The pairs with their ranks, as `pair × 4 + rank`, in ascending order.
  var ranked: [UInt64] {
    var pairs: [UInt64] = []
    for slot in slots where slot != 0 {
      // Three mentions are more than a passing word.
      let isRepeated = slot & 3 == PairIndex.Rank.mentioned.rawValue && slot >> 2 & 3 == 3
      pairs.append((slot >> 4) << 2 | (isRepeated ? PairIndex.Rank.repeated.rawValue : slot & 3))
    }
    pairs.sort()
    return pairs
  }
}
