import UnicodeText

/// Finds how a line may end after each cluster of a text, from ICU's opportunities and our rules on top.
struct LineEndFinder {
  private let scalars: [Unicode.Scalar]
  private let classes: [CharacterClass]
  private let lastScalars: [Unicode.Scalar]

  /// Creates a finder over clusters; the arrays hold each cluster's first character, class and last character.
  init(scalars: [Unicode.Scalar], classes: [CharacterClass], lastScalars: [Unicode.Scalar]) {
    self.scalars = scalars
    self.classes = classes
    self.lastScalars = lastScalars
  }

  /// Returns the line end after each cluster; `breaks` are ICU's, `offsets` where each cluster begins.
  func lineEnds(offsets: [Int], breaks: [LineBreak], wishes: [BreakWish]) -> [LineEnd] {
    var ends = opportunities(offsets: offsets, breaks: breaks)
    keepOrdinalsWhole(&ends)
    for index in ends.indices where wishes[index] != .asTextSays {
      ends[index] = fulfil(wishes[index], where: ends[index])
    }
    return ends
  }

  private func opportunities(offsets: [Int], breaks: [LineBreak]) -> [LineEnd] {
    var ends: [LineEnd] = []
    ends.reserveCapacity(offsets.count)
    var next = 0
    for index in offsets.indices {
      let end = index + 1 < offsets.count ? offsets[index + 1] : Int.max
      while next < breaks.count, breaks[next].offset < end { next += 1 }
      let found = next < breaks.count && breaks[next].offset == end ? breaks[next] : nil
      ends.append(lineEnd(after: index, found: found))
    }
    return ends
  }

  private func lineEnd(after index: Int, found: LineBreak?) -> LineEnd {
    guard index + 1 < scalars.count else { return .forbidden }
    if found?.isMandatory == true { return .forced }
    if isForbidden(after: index) { return .forbidden }
    if keepsTogether(after: index) { return .emergency }
    guard found != nil || isBesideWideMark(index) else { return .emergency }
    return isDiscouraged(after: index) ? .discouraged : .allowed
  }

  /// Whether a forbidden mark would start the next line or end this one, or a double mark be torn.
  private func isForbidden(after index: Int) -> Bool {
    let next = scalars[index + 1]
    if classes[index + 1] != .object, ProhibitionRules.forbidsStart(next) {
      // Nor with a point inside a number: 5,500.00 is torn behind its marks when it must be.
      return true
    }
    if classes[index] != .object, ProhibitionRules.forbidsEnd(lastScalars[index]) { return true }
    return classes[index + 1].isSpace && !classes[index].isSpace
  }

  /// Whether a full-width mark opens or closes here: UAX #14 is undecided about ‘ and ’ (class QU), Chinese is not.
  private func isBesideWideMark(_ index: Int) -> Bool {
    classes[index + 1] == .opening || classes[index].hasBlankAfter
  }

  /// Whether a number would lose its unit, or 3月1日 or 小时 be torn in the middle.
  private func keepsTogether(after index: Int) -> Bool {
    if isNumber(index), classes[index + 1] == .ideograph {
      return ProhibitionRules.isUnit(scalars[index + 1])
    }
    if scalars[index] == "小", scalars[index + 1] == "时" { return true }
    return scalars[index] == "月" && isDatePart(index)
  }

  /// Whether a date would be torn between its parts, or a name with hyphens and strokes.
  private func isDiscouraged(after index: Int) -> Bool {
    if classes[index] == .latinMark, classes[index + 1].isLatin { return true }
    return scalars[index] == "年" && isDatePart(index)
  }

  private func isDatePart(_ index: Int) -> Bool {
    index > 0 && isNumber(index - 1) && isNumber(index + 1)
  }

  private func isNumber(_ index: Int) -> Bool {
    classes[index] == .digit || classes[index] == .object
  }

  /// Keeps 第三十七条 and 第12条 whole.
  private func keepOrdinalsWhole(_ ends: inout [LineEnd]) {
    for start in scalars.indices where scalars[start] == "第" && classes[start] == .ideograph {
      var end = start + 1
      while end < scalars.count, isNumeral(end), end - start < 12 { end += 1 }
      guard end > start + 1 else { continue }
      let closes = end < scalars.count && ProhibitionRules.isOrdinalUnit(scalars[end])
      for index in start..<(closes ? end : end - 1) where ends[index] != .forced {
        ends[index] = max(ends[index], .emergency)
      }
    }
  }

  private func isNumeral(_ index: Int) -> Bool {
    classes[index] == .digit || ProhibitionRules.isChineseNumeral(scalars[index])
  }

  private func fulfil(_ wish: BreakWish, where end: LineEnd) -> LineEnd {
    switch wish {
    case .asTextSays: end
    case .discouraged: end == .allowed ? .discouraged : end
    case .forbidden: end == .forced ? .forced : max(end, .emergency)
    case .forced: .forced
    }
  }
}
