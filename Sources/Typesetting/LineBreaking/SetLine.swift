public import Geometry

/// Places the boxes of a line so that it fills its measure as far as its joints allow.
///
/// Returns the left edge of each item's box, from the start of the line, and the width that results, a hanging mark
/// left out. A line that is too wide is narrowed, whatever the filling.
public func setLine(
  _ line: Line,
  of items: [LineItem],
  to measure: Length,
  filling: LineFilling
) -> (edges: [Length], width: Length) {
  var spread = LineSpread(line, of: items)
  let missing = measure.nanometres - line.natural.nanometres
  if missing < 0 {
    spread.shrink(by: -missing)
  } else if missing > 0, filling == .distributed {
    spread.distribute(missing)
  } else if missing > 0, filling == .justified, !line.isLast {
    spread.stretch(by: missing)
  }
  return spread.edges()
}

/// The joints of one line on their way to their final widths, in nanometres.
private struct LineSpread {
  private let line: Line
  private let items: [LineItem]
  /// The items whose joints count: all with ink but the last.
  private let inner: ArraySlice<LineItem>
  private var joints: [Int]
  private var start: Int
  private var end: Int

  init(_ line: Line, of items: [LineItem]) {
    self.line = line
    self.items = items
    let range = line.items.prefix(max(0, line.inkCount - 1))
    inner = items[range]
    joints = inner.map(\.joint.natural.nanometres)
    let hasInk = line.inkCount > 0
    start = hasInk ? items[line.items.lowerBound].startBlank.nanometres : 0
    let last = line.items.lowerBound + line.inkCount - 1
    end = hasInk && !line.hangs ? items[last].endBlank.nanometres : 0
  }

  /// The edges of all boxes and the width.
  func edges() -> (edges: [Length], width: Length) {
    var edges: [Length] = []
    edges.reserveCapacity(line.items.count)
    var x = start
    var width = start
    for (index, item) in items[line.items].enumerated() {
      edges.append(Length(nanometres: x))
      guard index < line.inkCount else { continue }
      x += item.box.nanometres
      if !line.hangs || index + 1 < line.inkCount { width = x }
      if index < joints.count { x += joints[index] }
    }
    return (edges, Length(nanometres: width + end))
  }

  // MARK: Narrowing

  /// Takes `amount` away: from the blank of a mark at the end, then step by step, within a step in proportion.
  mutating func shrink(by amount: Int) {
    let ofEnd = min(amount, end)
    end -= ofEnd
    var rest = amount - ofEnd
    for step in ShrinkStep.allCases where rest > 0 {
      let shares = inner.map { $0.joint.shrinkStep == step ? $0.joint.shrink.nanometres : 0 }
      let taken = min(rest, shares.reduce(0, +))
      for (index, part) in parts(of: taken, by: shares).enumerated() { joints[index] -= part }
      rest -= taken
    }
  }

  // MARK: Widening

  /// Adds `amount`: first to word spaces and script gaps up to their stretch, then evenly wherever two characters meet.
  ///
  /// White as wide as characters between characters looks torn apart: such a line stays ragged.
  mutating func stretch(by amount: Int) {
    let places = stretchPlaces()
    let most = zip(inner, places).reduce(0) {
      $1.1 ? $0 + $1.0.joint.mostStretch.nanometres : $0
    }
    guard amount <= most else { return }
    var rest = amount
    for step in [StretchStep.wordSpace, .scriptGap] where rest > 0 {
      let shares = inner.map { $0.joint.stretchStep == step ? $0.joint.stretch.nanometres : 0 }
      let added = min(rest, shares.reduce(0, +))
      for (index, part) in parts(of: added, by: shares).enumerated() { joints[index] += part }
      rest -= added
    }
    addEvenly(rest, to: places)
  }

  /// Adds `amount` evenly wherever two characters meet; a lone word or character goes to the middle.
  mutating func distribute(_ amount: Int) {
    let places = stretchPlaces()
    if places.contains(true) {
      addEvenly(amount, to: places)
    } else {
      start += amount / 2
      end += amount - amount / 2
    }
  }

  private mutating func addEvenly(_ amount: Int, to places: [Bool]) {
    guard amount > 0 else { return }
    let evenly = parts(of: amount, by: places.map { $0 ? 1 : 0 })
    for (index, part) in evenly.enumerated() { joints[index] += part }
  }

  /// Which joints are widened; those beside marks only when there is no better place.
  private func stretchPlaces() -> [Bool] {
    let best = inner.map { $0.joint.stretchStep <= .anywhere }
    return best.contains(true) ? best : inner.map { $0.joint.stretchStep == .reluctant }
  }
}

/// Splits `amount` in proportion to `shares`, to the last nanometre.
private func parts(of amount: Int, by shares: [Int]) -> [Int] {
  let total = shares.reduce(0, +)
  guard total > 0 else { return shares.map { _ in 0 } }
  var seen = 0
  var given = 0
  return shares.map { share in
    seen += share
    let due = Int((Double(amount) * Double(seen) / Double(total)).rounded())
    defer { given = due }
    return due - given
  }
}
