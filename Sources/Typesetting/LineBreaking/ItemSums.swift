import Geometry

/// Running sums over items, so that the width of any line takes constant time.
struct ItemSums {
  /// The sums up to a place, in nanometres.
  private struct Sum {
    var boxes = 0
    var joints = 0
    var shrinks = 0
    var comforts = 0
    /// The most that a line can be widened at its good places.
    var bests = 0
    /// The most that it can be widened beside marks.
    var reluctants = 0
    /// How many items lie before the end of the last one with ink.
    var inkEnd = 0
  }

  /// What an item has at the ends of a line.
  private struct Ends {
    var startBlank = 0
    var endBlank = 0
    /// The width of a mark that may hang, or 0.
    var hang = 0
  }

  private var sums: [Sum]
  private var ends: [Ends]

  init(_ items: [LineItem]) {
    sums = [Sum()]
    sums.reserveCapacity(items.count + 1)
    ends = []
    ends.reserveCapacity(items.count)
    var sum = Sum()
    for (index, item) in items.enumerated() {
      sum.boxes += item.box.nanometres
      sum.joints += item.joint.natural.nanometres
      sum.shrinks += item.joint.shrink.nanometres
      sum.comforts += item.joint.stretch.nanometres
      let most = item.joint.mostStretch.nanometres
      if item.joint.stretchStep == .reluctant { sum.reluctants += most } else { sum.bests += most }
      if !item.isSpace { sum.inkEnd = index + 1 }
      sums.append(sum)
      ends.append(
        Ends(
          startBlank: item.startBlank.nanometres,
          endBlank: item.endBlank.nanometres,
          hang: item.mayHang ? item.box.nanometres : 0
        )
      )
    }
  }

  /// Returns how many items of the line count, spaces at its end left out.
  func inkCount(_ line: Range<Int>) -> Int {
    max(0, sums[line.upperBound].inkEnd - line.lowerBound)
  }

  /// Returns all that decides how well the line fills a measure.
  func measure(_ line: Range<Int>) -> LineMeasure {
    let end = sums[line.upperBound].inkEnd
    guard end > line.lowerBound else { return LineMeasure() }
    // The joint after the last item with ink vanishes, and what follows hangs.
    let (first, last, inner) = (sums[line.lowerBound], sums[end], sums[end - 1])
    let atEnd = ends[end - 1]
    let shrink = inner.shrinks - first.shrinks + atEnd.endBlank
    let natural =
      last.boxes - first.boxes + inner.joints - first.joints
      + ends[line.lowerBound].startBlank + atEnd.endBlank
    let best = inner.bests - first.bests
    return LineMeasure(
      natural: natural,
      shrink: shrink,
      comfort: inner.comforts - first.comforts,
      mostStretch: best > 0 ? best : inner.reluctants - first.reluctants,
      endBlank: atEnd.endBlank,
      hang: end - 1 > line.lowerBound ? atEnd.hang : 0
    )
  }
}

/// What a stretch of items measures as one line, in nanometres.
struct LineMeasure: Hashable {
  /// The width when nothing presses or pulls.
  var natural = 0
  /// How much the line can be narrowed.
  var shrink = 0
  /// How much it can be widened with ease.
  var comfort = 0
  /// How much it can be widened at most; `setLine` leaves it ragged beyond.
  var mostStretch = 0
  /// The part of the width that a mark at the end gives first.
  var endBlank = 0
  /// The width of a mark at the end that may hang, or 0.
  var hang = 0
  /// Whether that mark hangs.
  var hangs = false

  /// The least width.
  var least: Int { natural - shrink }

  /// Returns the measure with the last mark hanging where nothing else makes the line fit `width`.
  func fitted(to width: Int) -> LineMeasure {
    guard hang > 0, least > width, least - hang <= width else { return self }
    var hung = self
    hung.natural -= hang + endBlank
    hung.shrink -= endBlank
    hung.hangs = true
    return hung
  }
}
