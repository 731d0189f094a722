/// A glyph of a TrueType face without its instructions (OpenType 1.9, glyf).
struct TrueTypeGlyph {
  /// Its description; empty when it draws nothing.
  private(set) var bytes: [UInt8]
  /// The glyphs that it is composed of, and where in `bytes` their numbers stand.
  private(set) var components: [(offset: Int, glyph: Int)] = []

  /// The flags of components (OpenType 1.9, glyf, "Composite glyph description").
  private enum Flag {
    static let hasWords = 0x0001
    static let hasScale = 0x0008
    static let hasMore = 0x0020
    static let hasTwoScales = 0x0040
    static let hasMatrix = 0x0080
    static let hasInstructions = 0x0100
  }

  /// Where the contours or components begin: behind their number and the bounding box.
  private static let headSize = 10

  /// Reads the glyph at `range` of the glyf `table`; returns nothing when it is damaged.
  init?(_ range: Range<Int>, of table: Span<UInt8>) {
    guard let bytes = table.copy(range) else { return nil }
    self.bytes = bytes
    guard !bytes.isEmpty else { return }
    guard bytes.count >= TrueTypeGlyph.headSize else { return nil }
    let contours = Int16(bitPattern: UInt16(bytes[0]) << 8 | UInt16(bytes[1]))
    guard contours < 0 ? takeComponents() : dropInstructions(behind: Int(contours)) else {
      return nil
    }
  }

  /// Makes each component call its glyph what `number` says.
  mutating func renumber(_ number: (Int) -> Int?) {
    for component in components {
      guard let new = number(component.glyph) else { continue }
      put(new, at: component.offset)
    }
  }

  /// Drops the instructions of a simple glyph, which stand behind the ends of its contours.
  private mutating func dropInstructions(behind contours: Int) -> Bool {
    let offset = TrueTypeGlyph.headSize + contours * 2
    // A glyph without contours may end with its bounding box.
    guard contours > 0 || bytes.count > offset else { return true }
    guard let length = number(at: offset), offset + 2 + length <= bytes.count else { return false }
    put(0, at: offset)
    bytes.removeSubrange(offset + 2..<offset + 2 + length)
    return true
  }

  /// Notes the components of a composite glyph, and drops the instructions behind them.
  private mutating func takeComponents() -> Bool {
    var offset = TrueTypeGlyph.headSize
    while true {
      guard let flags = number(at: offset), let glyph = number(at: offset + 2) else { return false }
      put(flags & ~Flag.hasInstructions, at: offset)
      components.append((offset + 2, glyph))
      offset += 4 + TrueTypeGlyph.argumentSize(flags)
      guard offset <= bytes.count else { return false }
      if flags & Flag.hasMore == 0 { break }
    }
    bytes.removeLast(bytes.count - offset)
    return true
  }

  /// Returns how many bytes of shift and scale follow a component's flags and number.
  private static func argumentSize(_ flags: Int) -> Int {
    let shift = flags & Flag.hasWords != 0 ? 4 : 2
    if flags & Flag.hasScale != 0 { return shift + 2 }
    if flags & Flag.hasTwoScales != 0 { return shift + 4 }
    return flags & Flag.hasMatrix != 0 ? shift + 8 : shift
  }

  private func number(at offset: Int) -> Int? {
    guard offset + 2 <= bytes.count else { return nil }
    return Int(bytes[offset]) << 8 | Int(bytes[offset + 1])
  }

  private mutating func put(_ number: Int, at offset: Int) {
    bytes[offset] = UInt8(truncatingIfNeeded: number >> 8)
    bytes[offset + 1] = UInt8(truncatingIfNeeded: number)
  }
}
