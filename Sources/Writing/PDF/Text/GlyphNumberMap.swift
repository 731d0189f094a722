import Pages

/// Which glyph of a TrueType program each CID means (ISO 32000-1 table 117, CIDToGIDMap).
///
/// The CIDs are the glyph numbers of the original font, so nearly all of the map is zero, which deflates to next to
/// nothing. Run lengths (ISO 32000-1 §7.4.5) would spare making the map in full, but validators do not read them.
struct GlyphNumberMap {
  private let cids: [GlyphID]

  /// Creates the map to glyphs that have the rising `cids`.
  init(cids: [GlyphID]) {
    self.cids = cids
  }

  /// Whether every CID is its glyph's number.
  var isIdentity: Bool { cids.enumerated().allSatisfy { $0.offset == Int($0.element) } }

  /// The map: two bytes a CID, up to the last.
  var bytes: [UInt8] {
    var map = [UInt8](repeating: 0, count: 2 * (cids.last.map { Int($0) + 1 } ?? 0))
    for (glyph, cid) in cids.enumerated() {
      map[2 * Int(cid)] = UInt8(glyph >> 8)
      map[2 * Int(cid) + 1] = UInt8(glyph & 0xFF)
    }
    return map
  }
}
