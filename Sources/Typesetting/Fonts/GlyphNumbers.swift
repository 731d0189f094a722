import Pages

/// How the glyph numbers that leave the library relate to those within the font file.
///
/// They are equal, but for a CID-keyed CFF whose charset skips CIDs: there the CIDs leave the library, since they
/// are what a PDF reader looks for in the font program (ISO 32000-1 §9.7.4.2).
struct GlyphNumbers {
  private let cids: [GlyphID]
  private let glyphs: [GlyphID: UInt32]

  /// Numbers that are the same inside and outside.
  static let identity = GlyphNumbers(cids: [], glyphs: [:])

  /// Creates the numbers of a font whose glyphs have `cids`; returns nothing when two glyphs share one.
  init?(cids: [GlyphID]) {
    if cids.enumerated().allSatisfy({ $0.offset == Int($0.element) }) {
      self = .identity
      return
    }
    var glyphs: [GlyphID: UInt32] = [:]
    for (glyph, cid) in cids.enumerated() {
      guard glyphs.updateValue(UInt32(glyph), forKey: cid) == nil else { return nil }
    }
    self.init(cids: cids, glyphs: glyphs)
  }

  private init(cids: [GlyphID], glyphs: [GlyphID: UInt32]) {
    self.cids = cids
    self.glyphs = glyphs
  }

  /// How many glyphs have a CID; nothing when every number is its own.
  var count: Int? { cids.isEmpty ? nil : cids.count }

  /// Returns the number outside of a glyph that the face really has.
  func cid(of glyph: UInt32) -> GlyphID {
    cids.isEmpty ? GlyphID(truncatingIfNeeded: glyph) : cids[Int(glyph)]
  }

  /// Returns the number within the file, or nothing when no glyph has that CID.
  func glyph(of cid: GlyphID) -> UInt32? {
    cids.isEmpty ? UInt32(cid) : glyphs[cid]
  }
}
