import CUnicode

/// The embedding levels of a text that holds right-to-left characters (UAX #9).
///
/// Even levels run from left to right, odd ones from right to left. Levels are those before lines are broken;
/// what stands at the end of a line takes the base level (rule L1) once its end is known.
public struct BidiLevels: Sendable, Hashable {
  /// A stretch of one level, in UTF-8 offsets.
  public struct Stretch: Sendable, Hashable {
    /// The range in the text.
    public var range: Range<Int>
    /// The level, from 0.
    public var level: UInt8

    /// Whether the stretch runs from right to left.
    public var isRightToLeft: Bool { level % 2 == 1 }
  }

  /// The level of the paragraph: 1 when it runs from right to left as a whole, otherwise 0.
  public private(set) var base: UInt8
  /// The stretches in text order; they cover the text.
  public private(set) var stretches: [Stretch] = []

  /// Finds the levels of `text`, or returns nothing when no character of it runs from right to left.
  ///
  /// Without `base` the text's own direction is taken: from right to left when its first letter outside of `values`
  /// does and it holds no Han and no full-width mark. Each of the `values`, which are in order and do not overlap, is resolved by itself, as
  /// if it stood between U+2068 and U+2069. In a Chinese text so is each phrase that runs from right to left (UAX #9,
  /// HL3): marks and numbers that follow a foreign name keep their place after it.
  public init?(of text: String, values: [Range<Int>] = []) throws(UnicodeFailure) {
    guard mayRunRightToLeft(text) else { return nil }
    let base = BidiLevels.base(of: text, values)
    let isolates = base == 1 ? values : rightToLeftPhrases(in: text, apart: values)
    try self.init(of: text, isolating: isolates, base: base)
  }

  /// Finds the levels of `text` in a paragraph of level `base`, each of the `isolates` resolved by itself.
  init(of text: String, isolating isolates: [Range<Int>], base: UInt8) throws(UnicodeFailure) {
    self.base = base
    let units = IsolatedUnits(text, isolates)
    let levels = try BidiLevels.levels(of: units.units, base: base)
    for (level, offset) in zip(levels, units.offsets) where offset >= 0 {
      if stretches.last?.level != level {
        stretches.append(Stretch(range: offset..<offset, level: level))
      }
      let start = stretches[stretches.count - 1].range.lowerBound
      stretches[stretches.count - 1].range = start..<max(offset, start)
    }
    for index in stretches.indices {
      let end =
        index + 1 < stretches.count ? stretches[index + 1].range.lowerBound : text.utf8.count
      stretches[index].range = stretches[index].range.lowerBound..<end
    }
  }

  /// Returns the stretches within `range`, cut at its ends.
  public func stretches(in range: Range<Int>) -> [Stretch] {
    stretches.compactMap { stretch in
      let part = stretch.range.clamped(to: range)
      return part.isEmpty ? nil : Stretch(range: part, level: stretch.level)
    }
  }

  /// Returns the level of the character that begins at `offset`.
  public func level(at offset: Int) -> UInt8 {
    var (low, high) = (0, stretches.count)
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].range.upperBound <= offset { low = middle + 1 } else { high = middle }
    }
    return low < stretches.count ? stretches[low].level : base
  }

  /// A Chinese form stays as it is wherever a foreign value stands in it; a text without any Han follows its own
  /// first letter (rules P2 and P3).
  private static func base(of text: String, _ values: [Range<Int>]) -> UInt8 {
    var offset = 0
    var first: Int32 = 0
    for scalar in text.unicodeScalars {
      if scalar.properties.isIdeographic || scalar.isFullWidthMark { return 0 }
      let isInside = values.contains { $0.contains(offset) }
      let direction = isInside ? 0 : mc_direction(scalar.value)
      if first == 0, direction == 1 || direction == 2 { first = direction }
      offset += UTF8.width(scalar)
    }
    return first == 2 ? 1 : 0
  }

  private static func levels(of units: [UInt16], base: UInt8) throws(UnicodeFailure) -> [UInt8] {
    guard let length = Int32(exactly: units.count) else { throw .refused }
    var status: Int32 = 0
    let levels = unsafe [UInt8](unsafeUninitializedCapacity: units.count) { buffer, used in
      status = unsafe units.withUnsafeBufferPointer { text in
        unsafe mc_bidi_levels(text.baseAddress, length, Int32(base), buffer.baseAddress)
      }
      used = status == 0 ? units.count : 0
    }
    guard status == 0 else { throw .refused }
    return levels
  }
}

/// A text in UTF-16 with isolates around some of its parts.
private struct IsolatedUnits {
  /// The units.
  private(set) var units: [UInt16] = []
  /// For each unit the UTF-8 offset of its character; -1 for what was put in.
  private(set) var offsets: [Int] = []

  init(_ text: String, _ isolates: [Range<Int>]) {
    var next = isolates.filter { !$0.isEmpty }[...]
    var offset = 0
    for scalar in text.unicodeScalars {
      if next.first?.lowerBound == offset { put(firstStrongIsolate) }
      for unit in UTF16.encode(scalar) ?? UTF16.EncodedScalar() {
        units.append(unit)
        offsets.append(offset)
      }
      offset += UTF8.width(scalar)
      if next.first?.upperBound == offset {
        put(popIsolate)
        next = next.dropFirst()
      }
    }
  }

  private mutating func put(_ control: UInt16) {
    units.append(control)
    offsets.append(-1)
  }
}

/// U+2068, which lets the first strong character after it decide (UAX #9, 2.4).
private let firstStrongIsolate: UInt16 = 0x2068
/// U+2069, which ends an isolate.
private let popIsolate: UInt16 = 0x2069

extension Unicode.Scalar {
  /// Whether the character takes the level of its paragraph at the end of a line (UAX #9, rule L1).
  public var isBidiSpace: Bool { mc_direction(value) == 3 }
}

/// Returns whether `text` may hold a character or a control that runs from right to left.
///
/// Every text of every cell passes through this: Han, Latin and their marks are told by their lead bytes alone.
/// The blocks of right-to-left scripts are those of UAX #9, table of default classes.
public func mayRunRightToLeft(_ text: String) -> Bool {
  guard text.utf8.contains(where: mayLeadRightToLeft) else { return false }
  return text.unicodeScalars.contains { scalar in
    switch scalar.value {
    case 0x590...0x8FF, 0x200F, 0x202B, 0x202E, 0x2067, 0xFB1D...0xFDFF, 0xFE70...0xFEFF: true
    case 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}

/// Returns whether `byte` may lead such a character in UTF-8.
private func mayLeadRightToLeft(_ byte: UInt8) -> Bool {
  switch byte {
  case 0xD6...0xE0, 0xE2, 0xEF, 0xF0: true
  default: false
  }
}
