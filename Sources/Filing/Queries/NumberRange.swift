import Records

/// Ranges of amounts and whole numbers as queries write them.
enum NumberRange {
  /// Reads `5000`, `5000.50`, `3000..5000`, `3000..` or `..5000` as fen.
  static func fen(_ text: String) -> ClosedRange<Int>? {
    range(text) { Money($0)?.fen }
  }

  /// Reads `3`, `1..3`, `1..` or `..3`.
  static func integer(_ text: String) -> ClosedRange<Int>? {
    range(text) { piece in piece.count < 18 ? Int(piece) : nil }
  }

  /// Returns the numbers that stand to those of `range` in `relation`.
  static func bounded(
    _ range: ClosedRange<Int>,
    _ relation: WrittenCondition.Relation
  ) -> ClosedRange<Int> {
    switch relation {
    case .below: Int.min...(range.lowerBound - 1)
    case .atMost: Int.min...range.upperBound
    case .above: (range.upperBound + 1)...Int.max
    case .atLeast: range.lowerBound...Int.max
    case .equals, .isNot, .contains, .lacks: range
    }
  }

  private static func range(
    _ text: String,
    _ read: (Substring) -> Int?
  ) -> ClosedRange<Int>? {
    guard let dots = text.firstRange(of: "..") else { return read(text[...]).map { $0...$0 } }
    let (left, right) = (text[..<dots.lowerBound], text[dots.upperBound...])
    guard !left.isEmpty || !right.isEmpty,
      let low = left.isEmpty ? Int.min : read(left),
      let high = right.isEmpty ? Int.max : read(right), low <= high
    else { return nil }
    return low...high
  }
}

extension DaySpan {
  /// Reads a day, month or year, or two of them with `..` between, of which one may be left out.
  init?(range text: String) {
    guard let dots = text.firstRange(of: "..") else {
      self.init(text)
      return
    }
    let (left, right) = (String(text[..<dots.lowerBound]), String(text[dots.upperBound...]))
    guard !left.isEmpty || !right.isEmpty,
      let first = left.isEmpty ? .start : DaySpan(left)?.first,
      let last = right.isEmpty ? .end : DaySpan(right)?.last
    else { return nil }
    guard first.isRelative != last.isRelative || first.number <= last.number else { return nil }
    self.init(first, last)
  }

  /// Returns the days that stand to those of the span in `relation`.
  func bounded(_ relation: WrittenCondition.Relation) -> DaySpan {
    var (before, behind) = (first, last)
    before.number -= 1
    behind.number += 1
    switch relation {
    case .below: return DaySpan(.start, before)
    case .atMost: return DaySpan(.start, last)
    case .above: return DaySpan(behind, .end)
    case .atLeast: return DaySpan(first, .end)
    case .equals, .isNot, .contains, .lacks: return self
    }
  }
}
