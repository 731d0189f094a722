import Pages

/// Which glyph of a TrueType program each CID means (ISO 32000-1 table 117, CIDToGIDMap).
///
/// The CIDs are the glyph numbers of the original font, so nearly all of the map is zero: it is written as run
/// lengths (ISO 32000-1 §7.4.5) without ever being made in full.
struct GlyphNumberMap {
  private let cids: [GlyphID]

  /// The longest run or stretch of literal bytes.
  private static let longest = 128

  /// Creates the map to glyphs that have the rising `cids`.
  init(cids: [GlyphID]) {
    self.cids = cids
  }

  /// Whether every CID is its glyph's number.
  var isIdentity: Bool { cids.enumerated().allSatisfy { $0.offset == Int($0.element) } }

  /// The map in run lengths: two bytes a CID, up to the last.
  var runLengths: [UInt8] {
    var map = ByteBuffer()
    var literals: [UInt8] = []
    var next = 0
    func closeLiterals() {
      guard !literals.isEmpty else { return }
      map.append(byte: UInt8(literals.count - 1))
      map.append(literals)
      literals.removeAll(keepingCapacity: true)
    }
    for (glyph, cid) in cids.enumerated() {
      if Int(cid) > next {
        closeLiterals()
        GlyphNumberMap.append(zeros: 2 * (Int(cid) - next), to: &map)
      }
      if literals.count == GlyphNumberMap.longest { closeLiterals() }
      literals += [UInt8(glyph >> 8), UInt8(glyph & 0xFF)]
      next = Int(cid) + 1
    }
    closeLiterals()
    map.append(byte: 128)
    return map.bytes
  }

  /// Appends an even number of zeros: all runs are even too, and none is shorter than two.
  private static func append(zeros count: Int, to map: inout ByteBuffer) {
    var rest = count
    while rest > 0 {
      let run = min(rest, longest)
      map.append(byte: UInt8(257 - run))
      map.append(byte: 0)
      rest -= run
    }
  }
}
