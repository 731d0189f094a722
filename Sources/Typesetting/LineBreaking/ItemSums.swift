import Geometry

/// Running sums over items, so that the width of any line takes constant time.
struct ItemSums {
  private var boxes: [Int] = [0]
  private var joints: [Int] = [0]
  private var shrinks: [Int] = [0]
  private var comforts: [Int] = [0]
  /// The most that a line can be widened, at its good places and at those beside marks.
  private var bests: [Int] = [0]
  private var reluctants: [Int] = [0]
  /// For each place, how many items lie before the end of the last one with ink.
  private var inkEnds: [Int] = [0]
  private let items: [LineItem]

  init(_ items: [LineItem]) {
    self.items = items
    boxes.reserveCapacity(items.count + 1)
    joints.reserveCapacity(items.count + 1)
    shrinks.reserveCapacity(items.count + 1)
    comforts.reserveCapacity(items.count + 1)
    bests.reserveCapacity(items.count + 1)
    reluctants.reserveCapacity(items.count + 1)
    inkEnds.reserveCapacity(items.count + 1)
    for (index, item) in items.enumerated() {
      boxes.append(boxes[index] + item.box.nanometres)
      joints.append(joints[index] + item.joint.natural.nanometres)
      shrinks.append(shrinks[index] + item.joint.shrink.nanometres)
      comforts.append(comforts[index] + item.joint.stretch.nanometres)
      let most = item.joint.mostStretch.nanometres
      let isReluctant = item.joint.stretchStep == .reluctant
      bests.append(bests[index] + (isReluctant ? 0 : most))
      reluctants.append(reluctants[index] + (isReluctant ? most : 0))
      inkEnds.append(item.isSpace ? inkEnds[index] : index + 1)
    }
  }

  /// Returns how many items of the line count, spaces at its end left out.
  func inkCount(_ line: Range<Int>) -> Int { max(0, inkEnds[line.upperBound] - line.lowerBound) }

  /// Returns the width of the line when nothing presses or pulls.
  func natural(_ line: Range<Int>) -> Int {
    sum(boxes, line, 0) + sum(joints, line, 1) + startBlank(line) + endBlank(line)
  }

  /// Returns how much the line can be narrowed.
  func shrink(_ line: Range<Int>) -> Int { sum(shrinks, line, 1) + endBlank(line) }

  /// Returns how much shorter the line is when a mark at its end hangs; 0 when none may.
  func hang(_ line: Range<Int>) -> Int {
    guard let last = lastInk(line), last > line.lowerBound, items[last].mayHang else { return 0 }
    return items[last].box.nanometres + items[last].endBlank.nanometres
  }

  /// Returns the width of the ink of a mark that hangs.
  func hangingBox(_ line: Range<Int>) -> Int {
    lastInk(line).map { items[$0].box.nanometres } ?? 0
  }

  /// Returns how much the line can be widened with ease.
  func comfort(_ line: Range<Int>) -> Int { sum(comforts, line, 1) }

  /// Returns how much the line can be widened at most; `setLine` leaves it ragged beyond.
  func mostStretch(_ line: Range<Int>) -> Int {
    let best = sum(bests, line, 1)
    return best > 0 ? best : sum(reluctants, line, 1)
  }

  /// Returns the least width of the line.
  func least(_ line: Range<Int>) -> Int { natural(line) - shrink(line) }

  private func startBlank(_ line: Range<Int>) -> Int {
    lastInk(line) == nil ? 0 : items[line.lowerBound].startBlank.nanometres
  }

  private func endBlank(_ line: Range<Int>) -> Int {
    lastInk(line).map { items[$0].endBlank.nanometres } ?? 0
  }

  /// The last item with ink.
  private func lastInk(_ line: Range<Int>) -> Int? {
    let end = inkEnds[line.upperBound]
    return end > line.lowerBound ? end - 1 : nil
  }

  /// The joint after the last item with ink vanishes, and what follows hangs.
  private func sum(_ sums: [Int], _ line: Range<Int>, _ less: Int) -> Int {
    let end = inkEnds[line.upperBound] - less
    return end > line.lowerBound ? sums[end] - sums[line.lowerBound] : 0
  }
}
