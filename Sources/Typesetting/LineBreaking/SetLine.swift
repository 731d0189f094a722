public import Geometry

/// Places the boxes of a line so that it fills its measure as far as its joints allow.
///
/// Returns the left edge of each item's box, from the start of the line, and the width that results. A line that
/// is too wide is narrowed; one that is too narrow is widened only when `isJustified` and it is not the last.
public func setLine(
  _ line: Line,
  of items: [LineItem],
  to measure: Length,
  isJustified: Bool
) -> (edges: [Length], width: Length) {
  var joints = line.items.prefix(max(0, line.inkCount - 1)).map {
    items[$0].joint.natural.nanometres
  }
  let missing = measure.nanometres - line.natural.nanometres
  let range = line.items.prefix(max(0, line.inkCount - 1))
  if missing < 0 {
    shrink(&joints, items[range], by: -missing)
  } else if missing > 0, isJustified, !line.isLast {
    stretch(&joints, items[range], by: missing)
  }
  return place(line, of: items, joints)
}

private func place(
  _ line: Line,
  of items: [LineItem],
  _ joints: [Int]
) -> (edges: [Length], width: Length) {
  var edges: [Length] = []
  edges.reserveCapacity(line.items.count)
  var x = 0
  for (index, item) in items[line.items].enumerated() {
    edges.append(Length(nanometres: x))
    guard index < line.inkCount else { continue }
    x += item.box.nanometres
    if index < joints.count { x += joints[index] }
  }
  return (edges, Length(nanometres: x))
}

/// Takes `amount` away, step by step in clreq's order, within a step in proportion.
private func shrink(_ joints: inout [Int], _ items: ArraySlice<LineItem>, by amount: Int) {
  var rest = amount
  for step in ShrinkStep.allCases where rest > 0 {
    let shares = items.map { $0.joint.shrinkStep == step ? $0.joint.shrink.nanometres : 0 }
    let taken = min(rest, shares.reduce(0, +))
    for (index, part) in parts(of: taken, by: shares).enumerated() { joints[index] -= part }
    rest -= taken
  }
}

/// Adds `amount`: first to word spaces and script gaps up to their stretch, then evenly wherever two characters meet.
private func stretch(_ joints: inout [Int], _ items: ArraySlice<LineItem>, by amount: Int) {
  let places = stretchPlaces(items)
  let most = zip(items, places).reduce(0) { $1.1 ? $0 + $1.0.joint.mostStretch.nanometres : $0 }
  // White as wide as characters between characters looks torn apart: such a line stays ragged.
  guard amount <= most else { return }
  var rest = amount
  for step in [StretchStep.wordSpace, .scriptGap] where rest > 0 {
    let shares = items.map { $0.joint.stretchStep == step ? $0.joint.stretch.nanometres : 0 }
    let added = min(rest, shares.reduce(0, +))
    for (index, part) in parts(of: added, by: shares).enumerated() { joints[index] += part }
    rest -= added
  }
  guard rest > 0 else { return }
  let evenly = parts(of: rest, by: places.map { $0 ? 1 : 0 })
  for (index, part) in evenly.enumerated() { joints[index] += part }
}

/// Which joints of a line are widened; those beside marks only when there is no better place.
private func stretchPlaces(_ items: ArraySlice<LineItem>) -> [Bool] {
  let best = items.map { $0.joint.stretchStep <= .anywhere }
  return best.contains(true) ? best : items.map { $0.joint.stretchStep == .reluctant }
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
