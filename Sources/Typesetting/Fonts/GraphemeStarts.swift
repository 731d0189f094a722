/// Where the grapheme clusters of a text begin, which no face and no line end may tear (UAX #29).
///
/// HarfBuzz joins marks, selectors and emoji sequences to their base by itself; it does not know the conjoining
/// jamo, the prepended marks and the conjuncts that other scripts have. Swift's own characters know them all.
struct GraphemeStarts {
  private let starts: [Int]

  /// Finds the clusters of `text`.
  init(_ text: String) {
    var starts: [Int] = []
    var offset = 0
    for character in text {
      starts.append(offset)
      offset += character.utf8.count
    }
    self.starts = starts
  }

  /// Returns whether a cluster begins at `offset`.
  func contains(_ offset: Int) -> Bool { start(of: offset) == offset }

  /// Returns where the cluster begins that holds the byte at `offset`.
  func start(of offset: Int) -> Int {
    var (low, high) = (0, starts.count)
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? starts[low - 1] : 0
  }
}
