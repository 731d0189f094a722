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
  /// Where the operands since the last operator begin in `bytes`, and how many there are.
  private var starts = InlineArray<48, Int>(repeating: 0)
  private var operandCount = 0
  private var stemCount = 0
  private var mayHoldWidth = true
  private var isEnded = false

  /// The most subroutines within one another; of operands there are as many as `starts` holds (TN #5177 appendix B).
  private static let mostNested = 10

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
        at = try push(from: at, of: table, before: range.upperBound)
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

  /// Takes over the operands from `start` on and returns where they end (TN #5177 §3.2).
  private mutating func push(
    from start: Int,
    of table: Span<UInt8>,
    before limit: Int
  ) throws(Obstacle) -> Int {
    var at = start
    while at < limit, let size = FlatCharstring.operandSize(table[at]) {
      guard operandCount < starts.count else { throw Obstacle() }
      starts[operandCount] = bytes.count + at - start
      operandCount += 1
      at += size
    }
    guard at <= limit else { throw Obstacle() }
    unsafe table.extracting(start..<at).withUnsafeBufferPointer {
      unsafe bytes.append(contentsOf: $0)
    }
    return at
  }

  /// Returns how many bytes an operand that begins with `lead` takes; nothing where an operator does.
  private static func operandSize(_ lead: UInt8) -> Int? {
    switch lead {
    case 32...246: 1
    case 247...254: 2
    case 28: 3
    case 255: 5
    default: nil
    }
  }

  /// Takes the last operand back and returns its whole part; subroutines have whole numbers.
  private mutating func popOperand() -> Int? {
    guard operandCount > 0 else { return nil }
    operandCount -= 1
    let start = starts[operandCount]
    let (lead, second) = (Int(bytes[start]), Int(start + 1 < bytes.count ? bytes[start + 1] : 0))
    let value =
      switch lead {
      case 28, 255: Int(Int16(truncatingIfNeeded: second << 8 | Int(bytes[start + 2])))
      case ..<247: lead - 139
      case ..<251: (lead - 247) * 256 + second + 108
      default: -(lead - 251) * 256 - second - 108
      }
    bytes.removeLast(bytes.count - start)
    return value
  }

  /// Runs the subroutine that the last operand names (TN #5177 §4.7).
  private mutating func call(
    _ index: CFFIndex,
    of table: Span<UInt8>,
    nested: Int
  ) throws(Obstacle) {
    let bias = index.count < 1240 ? 107 : index.count < 33_900 ? 1131 : 32_768
    guard let value = popOperand(), nested < FlatCharstring.mostNested,
      let range = index.range(of: value + bias, in: table)
    else { throw Obstacle() }
    try run(range, of: table, nested: nested + 1)
  }

  /// Drops the stems before a hint operator; only the width that may stand before them stays (TN #5177 §4.3).
  private mutating func hint() {
    stemCount += operandCount / 2
    let kept = mayHoldWidth && !operandCount.isMultiple(of: 2) ? 1 : 0
    if operandCount > kept { bytes.removeLast(bytes.count - starts[kept]) }
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
    guard operandCount < 4 else { throw Obstacle() }
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
    operandCount = 0
    mayHoldWidth = false
  }
}
