/// The facts of a font as operators, each behind its operands (Adobe TN #5176 §4).
struct CFFDict {
  /// The operators that embedding needs; those of two bytes begin with 12 (TN #5176 tables 9, 10, 23).
  enum Operator: Int {
    case fontBBox = 5
    case charset = 15
    case charStrings = 17
    case privateDict = 18
    case subroutines = 19
    case defaultWidth = 20
    case nominalWidth = 21
    case charstringType = 0x0C06
    case fontMatrix = 0x0C07
    case registry = 0x0C1E
    case glyphCount = 0x0C22
    case fontArray = 0x0C24
    case fontSelect = 0x0C25
    case fontName = 0x0C26
  }

  private var operands: [Int: Range<Int>] = [:]
  private let bytes: [UInt8]

  /// A dictionary without entries.
  static let empty = CFFDict(bytes: [])

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Reads the dictionary at `range` of `table`; returns nothing when it is damaged.
  init?(_ range: Range<Int>, of table: Span<UInt8>) {
    guard let bytes = table.copy(range) else { return nil }
    self.bytes = bytes
    var (start, at) = (0, 0)
    while at < bytes.count {
      guard bytes[at] <= 21 else {
        guard let end = CFFDict.endOfOperand(at: at, in: bytes) else { return nil }
        at = end
        continue
      }
      var code = Int(bytes[at])
      let end = at
      if code == 12 {
        at += 1
        guard at < bytes.count else { return nil }
        code = code << 8 | Int(bytes[at])
      }
      at += 1
      operands[code] = start..<end
      start = at
    }
  }

  /// Returns whether the dictionary holds `key`.
  func holds(_ key: Operator) -> Bool { operands[key.rawValue] != nil }

  /// Returns the operands of `key` as they are encoded.
  func encoded(_ key: Operator) -> ArraySlice<UInt8>? {
    operands[key.rawValue].map { bytes[$0] }
  }

  /// Returns the operands of `key` as integers, or nothing when it is absent or one of them is none.
  func integers(_ key: Operator) -> [Int]? {
    guard let operand = encoded(key) else { return nil }
    var (numbers, at) = ([Int](), operand.startIndex)
    while at < operand.endIndex {
      guard let end = CFFDict.endOfOperand(at: at, in: bytes), end <= operand.endIndex,
        let number = CFFDict.integer(Array(bytes[at..<end]))
      else { return nil }
      numbers.append(number)
      at = end
    }
    return numbers
  }

  /// Returns where the operand at `start` ends (TN #5176 table 3), or nothing when it is damaged.
  private static func endOfOperand(at start: Int, in bytes: [UInt8]) -> Int? {
    let end: Int
    switch bytes[start] {
    case 28: end = start + 3
    case 29: end = start + 5
    case 30:
      // A real number: digits of four bits, the last of them 15.
      guard let last = bytes[(start + 1)...].firstIndex(where: { $0 & 0xF == 0xF }) else {
        return nil
      }
      end = last + 1
    case 32...246: end = start + 1
    case 247...254: end = start + 2
    default: return nil
    }
    return end <= bytes.count ? end : nil
  }

  private static func integer(_ operand: [UInt8]) -> Int? {
    let lead = Int(operand[0])
    switch lead {
    case 28, 29:
      let rest = operand.dropFirst()
      let number = rest.reduce(0) { $0 << 8 | Int($1) }
      return lead == 28
        ? Int(Int16(truncatingIfNeeded: number)) : Int(Int32(truncatingIfNeeded: number))
    case 32...246: return lead - 139
    case 247...250: return (lead - 247) * 256 + Int(operand[1]) + 108
    case 251...254: return -(lead - 251) * 256 - Int(operand[1]) - 108
    default: return nil
    }
  }
}

extension FontBytes {
  /// Appends an operator behind `operands`, which are encoded already; absent ones add nothing.
  mutating func append(_ key: CFFDict.Operator, _ operands: (some Sequence<UInt8>)?) {
    guard let operands else { return }
    append(operands)
    append(key.rawValue, size: key.rawValue > 0xFF ? 2 : 1)
  }

  /// Appends an operator behind integers, each in five bytes, so that the size does not depend on them.
  mutating func append(_ key: CFFDict.Operator, integers: Int...) {
    for integer in integers {
      append(29, size: 1)
      append(integer, size: 4)
    }
    append(key.rawValue, size: key.rawValue > 0xFF ? 2 : 1)
  }
}
