import Geometry
import LineBreaking

extension GlyphClusters {
  /// Gives the clusters of a fill-in the width of its rule, centred, and a distance to the text beside it.
  mutating func widen(_ fillIn: FillInSpan, size: Length, limit: Length) {
    let range = clusterRange(fillIn.range)
    guard let first = range.first, let last = range.last else { return }
    let value = clusters[range].reduce(Length.zero) { $0 + $1.advance }
    let wanted = min(size * fillIn.em, limit)
    if fillIn.isBlank {
      clusters[first].advance = max(wanted, size)
    } else {
      // The rule reaches a little beyond the value, as a hand would draw it.
      let pad = max((wanted - value) / 2, size / 8)
      clusters[first].lead = pad
      clusters[last].trail = pad
    }
    clusters[first].clearanceBefore = size / 4
    clusters[last].clearanceAfter = size / 4
    let isLong = value > size * 6.0
    for index in range.dropLast() {
      clusters[index].breakAfter = isLong ? .discouraged : .forbidden
    }
    // A value is not torn right after its first or before its last character: no stub of a rule.
    clusters[first].breakAfter = range.count > 1 ? .forbidden : .asTextSays
    if range.count > 2 { clusters[last - 1].breakAfter = .forbidden }
  }

  /// Keeps a mark whole and with the text before it.
  mutating func keepWhole(_ bytes: Range<Int>) {
    let range = clusterRange(bytes)
    guard let first = range.first else { return }
    for index in range.dropLast() { clusters[index].breakAfter = .forbidden }
    if first > 0 { clusters[first - 1].breakAfter = .forbidden }
  }

  /// The clusters that begin inside a range of bytes.
  func clusterRange(_ bytes: Range<Int>) -> Range<Int> {
    let start = firstCluster(from: bytes.lowerBound)
    return start..<max(start, firstCluster(from: bytes.upperBound))
  }

  /// Finds the first cluster at or after a byte, by halving.
  func firstCluster(from offset: Int) -> Int {
    var low = 0
    var high = clusters.count
    while low < high {
      let middle = (low + high) / 2
      if clusters[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
