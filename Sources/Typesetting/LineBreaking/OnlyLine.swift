import Geometry

/// Returns all items as one line, however wide; nothing is weighed, so that short texts cost little.
public func onlyLine(of items: [LineItem]) -> Line {
  let inkCount = (items.lastIndex { !$0.isSpace } ?? -1) + 1
  var natural = Length.zero
  for index in 0..<inkCount {
    natural += items[index].box
    if index + 1 < inkCount { natural += items[index].joint.natural }
  }
  if inkCount > 0 { natural += items[0].startBlank + items[inkCount - 1].endBlank }
  return Line(items: 0..<items.count, inkCount: inkCount, natural: natural, isLast: true)
}
