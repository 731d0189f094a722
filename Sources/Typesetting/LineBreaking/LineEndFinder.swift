import Styling
import UnicodeText

/// Finds how a line may end after each cluster of a text, from ICU's opportunities and our rules on top.
struct LineEndFinder {
  private let scalars: [Unicode.Scalar]
  private let classes: [CharacterClass]
  private let lastScalars: [Unicode.Scalar]
  private let rules: ProhibitionRules

  /// Creates a finder over clusters; the arrays hold each cluster's first character, class and last character.
  init(
    scalars: [Unicode.Scalar],
    classes: [CharacterClass],
    lastScalars: [Unicode.Scalar],
    level: ProhibitionLevel
  ) {
    self.scalars = scalars
    self.classes = classes
    self.lastScalars = lastScalars
    rules = ProhibitionRules(level: level)
  }

  /// Returns the line end after each cluster; `breaks` are ICU's, `offsets` where each cluster begins.
  func lineEnds(offsets: [Int], breaks: [LineBreak], wishes: [BreakWish]) -> [LineEnd] {
    var ends = opportunities(offsets: offsets, breaks: breaks)
    KeptPhrases(scalars: scalars, classes: classes).keep(&ends)
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
    if let dashes = lineEndInDashes(after: index) { return dashes }
    if isForbidden(after: index) { return .forbidden }
    guard found != nil || isFree(after: index), !rules.avoidsEnd(scalars[index]) else {
      return .emergency
    }
    // Rather not between the parts of a name with hyphens and strokes.
    if classes[index] == .latinMark, classes[index + 1].isLatin { return .discouraged }
    return .allowed
  }

  /// —— and …… are never torn; between two of them a line may end (clreq #prohibition_rules_for_unbreakable_marks).
  private func lineEndInDashes(after index: Int) -> LineEnd? {
    guard classes[index] == .dash, scalars[index + 1] == scalars[index] else { return nil }
    var first = index
    while first > 0, scalars[first - 1] == scalars[index] { first -= 1 }
    return (index - first).isMultiple(of: 2) ? .forbidden : .emergency
  }

  /// Whether a forbidden mark would start the next line or end this one.
  private func isForbidden(after index: Int) -> Bool {
    // A point inside a number counts: 5,500.00 is torn behind its marks when it must be.
    if classes[index + 1] != .object, rules.forbidsStart(scalars[index + 1]) { return true }
    if classes[index] != .object, rules.forbidsEnd(lastScalars[index]) { return true }
    return classes[index + 1].isSpace && !classes[index].isSpace
  }

  /// Whether a line may end here although ICU, whose rules are one set for all, sees no opportunity.
  private func isFree(after index: Int) -> Bool {
    let (left, right) = (classes[index], classes[index + 1])
    // UAX #14 is undecided about ‘ and ’ (class QU), Chinese is not.
    if right == .opening || left.hasBlankAfter { return true }
    switch rules.level {
    case .none: return left.isSquare && right.isSquare
    case .basic, .gb: return left.isSquare && right == .dash
    case .strict: return false
    }
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
