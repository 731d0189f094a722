import CFreeType
import Pages

/// Owns a CFF face opened by FreeType, which alone tells the CIDs.
@safe struct CompactFont: ~Copyable {
  private let library: FT_Library
  private let face: FT_Face
  private let file: FontFile

  /// Opens the CFF face at `index` of `file`; returns nothing when FreeType cannot read it.
  init?(_ file: FontFile, index: Int) {
    var library: FT_Library?
    guard unsafe FT_Init_FreeType(&library) == 0, let library = unsafe library else { return nil }
    var face: FT_Face?
    let error = unsafe file.withBytes { bytes in
      let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: FT_Byte.self)
      return unsafe FT_New_Memory_Face(library, start, bytes.count, index, &face)
    }
    guard error == 0, let face = unsafe face else {
      unsafe FT_Done_FreeType(library)
      return nil
    }
    unsafe self.library = library
    unsafe self.face = face
    self.file = file
  }

  deinit {
    unsafe FT_Done_Face(face)
    unsafe FT_Done_FreeType(library)
  }

  /// The CID of each glyph; nothing when the font has no CIDFont operators.
  var cids: [GlyphID]? {
    var isKeyed: FT_Bool = 0
    let error = unsafe FT_Get_CID_Is_Internally_CID_Keyed(face, &isKeyed)
    guard error == 0, isKeyed != 0 else { return nil }
    return (0..<FT_UInt(clamping: unsafe face.pointee.num_glyphs)).map { glyph in
      var cid: FT_UInt = 0
      let error = unsafe FT_Get_CID_From_Glyph_Index(face, glyph, &cid)
      return error == 0 ? GlyphID(truncatingIfNeeded: cid) : 0
    }
  }
}
