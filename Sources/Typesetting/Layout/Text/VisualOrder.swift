import Diagnostics
import Geometry
import LineBreaking
import UnicodeText

/// Where the clusters of one line stand when some of them run from right to left (UAX #9, rules L1 and L2).
///
/// A line is broken, filled and justified in the order of its text. Reordering then mirrors each stretch of a level
/// within the room that it takes, which moves boxes and the joints between them and changes no width.
struct VisualOrder {
  private let items: Range<Int>
  private let inkCount: Int
  private let base: UInt8
  private var levels: [UInt8]

  /// Finds the order of `line`, or returns nothing when its text simply runs from left to right.
  init?(_ line: Line, of composed: ComposedText) {
    guard let found = composed.shaped.levels else { return nil }
    items = line.items
    inkCount = line.inkCount
    base = found.base
    levels = line.items.map { found.level(at: composed.shaped.clusters[$0].offset) }
    resetLineEnd(composed)
    if levels.allSatisfy({ $0 == 0 }) { return nil }
  }

  /// Creates the order of a line of ink alone, each cluster of which has its level.
  init(levels: [UInt8], base: UInt8) {
    items = levels.indices
    inkCount = levels.count
    self.base = base
    self.levels = levels
  }

  /// Rule L1: what takes no room at the end of a line goes with the paragraph.
  private mutating func resetLineEnd(_ composed: ComposedText) {
    for index in items.reversed() {
      let offset = composed.shaped.clusters[index].offset
      let scalar = composed.text.text.scalar(at: offset)
      guard composed.items[index].isSpace || scalar?.isBidiSpace == true else { return }
      levels[index - items.lowerBound] = base
    }
  }

  /// The level of the cluster at `index` of the paragraph.
  func level(_ index: Int) -> UInt8 { levels[index - items.lowerBound] }

  /// Returns whether the cluster at `index` of the paragraph runs from right to left.
  func isRightToLeft(_ index: Int) -> Bool { level(index) % 2 == 1 }

  /// Returns the left edges in visual order of boxes whose edges are given in text order (rule L2).
  func edges(_ edges: [Length], of all: [LineItem]) -> [Length] {
    var edges = edges
    let boxes = all[items].prefix(inkCount).map(\.box)
    let highest = levels.prefix(inkCount).max() ?? 0
    for level in stride(from: highest, to: 0, by: -1) { mirror(&edges, boxes, from: level) }
    // Spaces that hang over the line's end hang at its left.
    if base == 1 { for index in inkCount..<edges.count { edges[index] = .zero } }
    return edges
  }

  /// Mirrors each stretch of `level` or more within its room.
  private func mirror(_ edges: inout [Length], _ boxes: [Length], from level: UInt8) {
    var start = 0
    while start < inkCount {
      guard levels[start] >= level else {
        start += 1
        continue
      }
      var end = start
      while end < inkCount, levels[end] >= level { end += 1 }
      let left = edges[start..<end].min() ?? .zero
      let right = (start..<end).map { edges[$0] + boxes[$0] }.max() ?? .zero
      for index in start..<end { edges[index] = left + right - edges[index] - boxes[index] }
      start = end
    }
  }

  /// Returns the rooms that the clusters of `range` take side by side, from left to right.
  func extents(
    of range: Range<Int>,
    edges: [Length],
    _ all: [LineItem]
  ) -> [(left: Length, right: Length)] {
    var extents: [(left: Length, right: Length)] = []
    var isOpen = false
    let places = (0..<inkCount).sorted { edges[$0] < edges[$1] }
    for place in places where all[items.lowerBound + place].box > .zero {
      let isWithin = range.contains(items.lowerBound + place)
      let right = edges[place] + all[items.lowerBound + place].box
      if isWithin, isOpen {
        extents[extents.count - 1].right = right
      } else if isWithin {
        extents.append((edges[place], right))
      }
      isOpen = isWithin
    }
    return extents
  }
}

extension StyledText {
  /// The levels of the text, each filled-in value by itself; nothing when all of it runs from left to right.
  func levels() throws(UnicodeFailure) -> BidiLevels? {
    guard mayRunRightToLeft(text) else { return nil }
    return try BidiLevels(of: text, values: values)
  }

  /// The ranges of the values of records, which must not move what stands beside them.
  private var values: [Range<Int>] {
    var values: [(range: Range<Int>, span: TextSpan)] = []
    for span in spans {
      guard case .field(_) = span.origin else { continue }
      if let last = values.last, last.range.upperBound == span.range.lowerBound,
        last.span.origin == span.origin
      {
        values[values.count - 1].range = last.range.lowerBound..<span.range.upperBound
      } else {
        values.append((span.range, span))
      }
    }
    return values.map(\.range)
  }
}

extension String {
  /// The scalar that begins at a UTF-8 offset.
  fileprivate func scalar(at offset: Int) -> Unicode.Scalar? {
    guard offset < utf8.count else { return nil }
    return unicodeScalars[utf8.index(utf8.startIndex, offsetBy: offset)]
  }
}
