import Geometry

/// Breaks items into lines of at most the given widths, looking at the whole paragraph (after Knuth and Plass).
///
/// A piece that is wider than a line is broken anywhere, so that no line is ever too wide unless a single item is.
/// Forced line ends start a new line; items without ink hang over the end of a line.
/// The time is linear in the items times the few places near the end of a line.
public func breakLines(_ items: [LineItem], widths: LineWidths) -> [Line] {
  guard !items.isEmpty else { return [] }
  let breaker = LineBreaker(items: items, widths: widths)
  var lines: [Line] = []
  var start = 0
  for end in items.indices where items[end].joint.lineEnd == .forced || end + 1 == items.count {
    lines += breaker.lines(of: start..<end + 1, isFirst: start == 0)
    start = end + 1
  }
  return lines
}

/// Finds the cheapest way to break a stretch of items that has no forced line end inside.
private struct LineBreaker {
  private let items: [LineItem]
  private let widths: LineWidths
  private let sums: ItemSums

  init(items: [LineItem], widths: LineWidths) {
    self.items = items
    self.widths = widths
    sums = ItemSums(items)
  }

  func lines(of stretch: Range<Int>, isFirst: Bool) -> [Line] {
    let first = isFirst ? widths.first : widths.rest
    if sums.measure(stretch).natural <= first.nanometres {
      return [line(stretch, width: first.nanometres, isLast: true)]
    }
    let places = self.places(in: stretch, least: min(first, widths.rest).nanometres)
    let starts = cheapestStarts(places, first: first.nanometres)
    return zip(starts, starts.dropFirst()).map { from, to in
      line(
        places[from].item..<places[to].item,
        width: from == 0 ? first.nanometres : widths.rest.nanometres,
        isLast: to == places.count - 1
      )
    }
  }

  private func line(_ range: Range<Int>, width: Int, isLast: Bool) -> Line {
    let measure = sums.measure(range).fitted(to: width)
    return Line(
      items: range,
      inkCount: sums.inkCount(range),
      natural: Length(nanometres: measure.natural),
      hangs: measure.hangs,
      isLast: isLast
    )
  }

  // MARK: Places

  /// A place before which a line may end, or where the stretch starts or ends.
  private struct Place {
    var item: Int
    var lineEnd: LineEnd
  }

  /// All places of the stretch, with more inside the pieces that no line can hold.
  private func places(in stretch: Range<Int>, least: Int) -> [Place] {
    var places = [Place(item: stretch.lowerBound, lineEnd: .allowed)]
    for index in stretch {
      let end: LineEnd = index + 1 == stretch.upperBound ? .allowed : items[index].joint.lineEnd
      guard end <= .discouraged, let from = places.last?.item else { continue }
      if sums.measure(from..<index + 1).least > least {
        places += emergencies(in: from..<index + 1, least: least)
      }
      places.append(Place(item: index + 1, lineEnd: end))
    }
    return places
  }

  /// Tears a piece that is too wide: between any two items, and beside forbidden marks only where that is not enough.
  private func emergencies(in piece: Range<Int>, least: Int) -> [Place] {
    var places: [Place] = []
    var from = piece.lowerBound
    for index in piece.dropLast() where items[index].joint.lineEnd == .emergency {
      if sums.measure(from..<index + 1).least > least {
        places += lastResorts(in: from..<index + 1)
      }
      places.append(Place(item: index + 1, lineEnd: .emergency))
      from = index + 1
    }
    if sums.measure(from..<piece.upperBound).least > least {
      places += lastResorts(in: from..<piece.upperBound)
    }
    return places
  }

  private func lastResorts(in piece: Range<Int>) -> [Place] {
    piece.dropLast().map { Place(item: $0 + 1, lineEnd: .forbidden) }
  }

  // MARK: Costs

  /// Returns the places where lines start, and the end, on the cheapest way through.
  private func cheapestStarts(_ places: [Place], first: Int) -> [Int] {
    var costs = [0.0]
    var origins = [0]
    var earliest = 0
    for to in 1..<places.count {
      let (cost, from) = cheapest(to: to, places, costs, first: first, &earliest)
      costs.append(cost)
      origins.append(from)
    }
    var starts = [places.count - 1]
    while let last = starts.last, last > 0 { starts.append(origins[last]) }
    return starts.reversed()
  }

  /// Finds the best start of a line that ends at `to`, from the longest line to shorter ones.
  ///
  /// `earliest` is the first start whose line still fits: it only moves on. Shorter lines are looser; once looseness
  /// alone costs more than the best way found, nothing better can follow, so that few starts are weighed.
  private func cheapest(
    to: Int,
    _ places: [Place],
    _ costs: [Double],
    first: Int,
    _ earliest: inout Int
  ) -> (cost: Double, from: Int) {
    let isLast = to == places.count - 1
    var best = (cost: Double.infinity, from: to - 1)
    var least = Double.infinity
    for from in earliest..<to { least = min(least, costs[from]) }
    for from in earliest..<to {
      let range = places[from].item..<places[to].item
      let width = from == 0 ? first : widths.rest.nanometres
      let measure = sums.measure(range).fitted(to: width)
      // A single item that is wider than a line stands alone.
      if measure.least > width, from < to - 1 {
        if from == earliest { earliest += 1 }
        continue
      }
      let badness = badness(of: measure, width: width, isLast: isLast)
      let looseness = (10 + badness) * (10 + badness)
      if measure.natural < width, !isLast, least + looseness >= best.cost { break }
      let cost = costs[from] + looseness + penalty(places[to].lineEnd, range, isLast: isLast)
      // On a tie the longer line wins: text is filled from the top.
      if cost < best.cost { best = (cost, from) }
    }
    return best
  }

  /// How ugly the spacing is: 0 at the natural width, 100 where comfort ends, then by the white that remains.
  ///
  /// A line so short that it stays ragged is worse than any that is widened.
  private func badness(of measure: LineMeasure, width: Int, isLast: Bool) -> Double {
    let missing = width - measure.natural
    if missing >= 0, isLast { return 0 }
    let room = missing >= 0 ? measure.comfort : measure.shrink
    guard abs(missing) > room else {
      let ratio = Double(abs(missing)) / Double(max(1, room))
      return 100 * ratio * ratio * ratio
    }
    let isRagged = missing > measure.mostStretch
    return (isRagged ? 300 : 100) + 1000 * Double(abs(missing) - room) / Double(max(1, width))
  }

  private func penalty(_ end: LineEnd, _ range: Range<Int>, isLast: Bool) -> Double {
    // Dearer than any ragged line, cheaper than a torn word: a last line of one character is none.
    penalty(end) + (isLast && isLonely(range) ? 1_900_000 : 0)
  }

  private func penalty(_ end: LineEnd) -> Double {
    switch end {
    case .forced, .allowed: 0
    case .discouraged: 20_000
    // More than the ugliest line costs: rather a ragged line than a torn word.
    case .emergency: 2_000_000
    case .forbidden: 100_000_000
    }
  }

  /// Whether the last line holds one character, with or without its mark (clreq #widow_orphan).
  private func isLonely(_ range: Range<Int>) -> Bool {
    let count = sums.inkCount(range)
    guard range.lowerBound > 0, count <= 3 else { return false }
    let inner = items[range.prefix(max(0, count - 1))]
    return inner.allSatisfy { $0.joint.lineEnd > .emergency }
  }
}
