/// A glyph's charstring in the making, without subroutines and hints (Adobe TN #5177).
///
/// Operands are taken over as they are encoded; what counts stems and finds subroutines is read along the way.
struct FlatCharstring {
  /// The subroutines that a glyph may call.
  struct Subroutines {
    /// Those of the whole font.
    var global: CFFIndex
    /// Those of the glyph's own font dictionary.
    var local: CFFIndex
  }

  /// Why a charstring cannot be taken over: it is damaged, or computes what is drawn.
  struct Obstacle: Error {}

  /// What is drawn, up to the last operator so far.
  private(set) var bytes: [UInt8] = []
  private let subroutines: Subroutines
  private var values: [Int] = []
  private var starts: [Int] = []
  private var stemCount = 0
  private var mayHoldWidth = true
  private var isEnded = false

  /// The most subroutines within one another, and the most operands (TN #5177 appendix B).
  private static let (mostNested, mostOperands) = (10, 48)

  /// Flattens the charstring at `range` of `table`.
  init(_ range: Range<Int>, of table: Span<UInt8>, _ subroutines: Subroutines) throws(Obstacle) {
    self.subroutines = subroutines
    bytes.reserveCapacity(range.count * 2)
    try run(range, of: table, nested: 0)
    // A glyph may end with its data; in a file on its own it ends by its operator.
    if !isEnded { bytes.append(14) }
  }

  private mutating func run(
    _ range: Range<Int>,
    of table: Span<UInt8>,
    nested: Int
  ) throws(Obstacle) {
    var at = range.lowerBound
    while at < range.upperBound, !isEnded {
      let lead = table[at]
      if lead >= 32 || lead == 28 {
        at = try push(at, of: table, before: range.upperBound)
        continue
      }
      at += 1
      switch lead {
      case 11: return
      case 10: try call(subroutines.local, of: table, nested: nested)
      case 29: try call(subroutines.global, of: table, nested: nested)
      case 12: try escape(at < range.upperBound ? table[at] : 0xFF, &at)
      case 1, 3, 18, 23: hint()
      case 19, 20:
        hint()
        at += (stemCount + 7) / 8
      case 14: try end()
      case 4...8, 21, 22, 24...27, 30, 31: draw(lead)
      default: throw Obstacle()
      }
    }
  }

  /// Takes over the operand at `start` and returns where it ends (TN #5177 §3.2).
  private mutating func push(
    _ start: Int,
    of table: Span<UInt8>,
    before limit: Int
  ) throws(Obstacle) -> Int {
    let lead = Int(table[start])
    let size = lead == 28 ? 3 : lead == 255 ? 5 : lead < 247 ? 1 : 2
    guard start + size <= limit, values.count < FlatCharstring.mostOperands else {
      throw Obstacle()
    }
    let second = size > 1 ? Int(table[start + 1]) : 0
    let third = size > 2 ? Int(table[start + 2]) : 0
    values.append(FlatCharstring.value(lead, second, third))
    starts.append(bytes.count)
    for place in start..<start + size { bytes.append(table[place]) }
    return start + size
  }

  /// Returns the whole part of an operand that begins with these bytes; subroutines have whole numbers.
  private static func value(_ lead: Int, _ second: Int, _ third: Int) -> Int {
    switch lead {
    case 28, 255: Int(Int16(truncatingIfNeeded: second << 8 | third))
    case ..<247: lead - 139
    case ..<251: (lead - 247) * 256 + second + 108
    default: -(lead - 251) * 256 - second - 108
    }
  }

  /// Runs the subroutine that the last operand names (TN #5177 §4.7).
  private mutating func call(
    _ index: CFFIndex,
    of table: Span<UInt8>,
    nested: Int
  ) throws(Obstacle) {
    let bias = index.count < 1240 ? 107 : index.count < 33_900 ? 1131 : 32_768
    guard let value = values.popLast(), let start = starts.popLast(),
      nested < FlatCharstring.mostNested,
      let range = index.range(of: value + bias, in: table)
    else { throw Obstacle() }
    bytes.removeLast(bytes.count - start)
    try run(range, of: table, nested: nested + 1)
  }

  /// Drops the stems before a hint operator; only the width that may stand before them stays (TN #5177 §4.3).
  private mutating func hint() {
    stemCount += values.count / 2
    let kept = mayHoldWidth && !values.count.isMultiple(of: 2) ? 1 : 0
    if starts.count > kept { bytes.removeLast(bytes.count - starts[kept]) }
    clear()
  }

  /// Takes over an operator with its operands.
  private mutating func draw(_ code: UInt8) {
    bytes.append(code)
    clear()
  }

  /// Takes over the end of a glyph.
  ///
  /// With four operands it would be composed of two others (TN #5177 appendix C), which are not in the file.
  private mutating func end() throws(Obstacle) {
    guard values.count < 4 else { throw Obstacle() }
    bytes.append(14)
    clear()
    isEnded = true
  }

  /// Takes over a flex operator; dotsection means nothing, and arithmetic is left to others.
  private mutating func escape(_ code: UInt8, _ at: inout Int) throws(Obstacle) {
    at += 1
    switch code {
    case 0: hint()
    case 34...37:
      bytes += [12, code]
      clear()
    default: throw Obstacle()
    }
  }

  private mutating func clear() {
    values.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    mayHoldWidth = false
  }
}
