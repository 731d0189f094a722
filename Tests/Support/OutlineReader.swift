import CFreeType

/// Reads outlines and advances with FreeType, which knows nothing of how HarfBuzz made the subset.
@safe package final class OutlineReader {
  /// An outline in font units: its points, whether each lies on the curve, and where contours end.
  package struct Outline: Hashable {
    package var points: [SIMD2<Int>]
    package var tags: [UInt8]
    package var contourEnds: [Int]
    package var advance: Int
  }

  private let memory: UnsafeMutablePointer<UInt8>
  private let library: FT_Library
  private let face: FT_Face

  /// Opens the face at `index` of `bytes`, a whole font file or a bare CFF table.
  package init?(_ bytes: [UInt8], index: Int = 0) {
    var library: FT_Library?
    guard unsafe FT_Init_FreeType(&library) == 0, let library = unsafe library else { return nil }
    // FreeType reads from memory that must outlive the face.
    let memory = UnsafeMutablePointer<UInt8>.allocate(capacity: max(bytes.count, 1))
    unsafe memory.initialize(from: bytes, count: bytes.count)
    var face: FT_Face?
    let error = unsafe FT_New_Memory_Face(library, memory, bytes.count, index, &face)
    guard error == 0, let face = unsafe face else {
      unsafe FT_Done_FreeType(library)
      unsafe memory.deallocate()
      return nil
    }
    unsafe self.memory = memory
    unsafe self.library = library
    unsafe self.face = face
  }

  deinit {
    unsafe FT_Done_Face(face)
    unsafe FT_Done_FreeType(library)
    unsafe memory.deallocate()
  }

  private var glyphCount: Int { Int(unsafe face.pointee.num_glyphs) }

  /// How many font units make one em.
  package var unitsPerEm: Int { Int(unsafe face.pointee.units_per_EM) }

  /// The CIDs that the font has; glyph numbers where it has no CIDs.
  package var cids: [Int] { Set(numbersByCID.keys).sorted() }

  /// What FreeType calls the glyph of each CID.
  ///
  /// In a bare CFF table with CIDs FreeType takes the CID itself for the glyph's number.
  private var numbersByCID: [Int: Int] {
    var isKeyed: FT_Bool = 0
    let error = unsafe FT_Get_CID_Is_Internally_CID_Keyed(face, &isKeyed)
    let numbers = 0..<glyphCount
    guard error == 0, isKeyed != 0 else {
      return Dictionary(uniqueKeysWithValues: zip(numbers, numbers))
    }
    if unsafe face.pointee.face_flags & FT_Long(FT_FACE_FLAG_SFNT) == 0 {
      let kept = numbers.filter { outline(ofNumber: $0) != nil }
      return Dictionary(uniqueKeysWithValues: zip(kept, kept))
    }
    let cids = numbers.map { number in
      var cid: FT_UInt = 0
      let error = unsafe FT_Get_CID_From_Glyph_Index(face, FT_UInt(number), &cid)
      return error == 0 ? Int(cid) : -1
    }
    return Dictionary(zip(cids, numbers)) { first, _ in first }
  }

  /// Returns the outlines of the glyphs with these CIDs; a CID without a glyph is left out.
  package func outlines(ofCIDs cids: some Collection<Int>) -> [Int: Outline] {
    let numbers = numbersByCID
    let pairs = cids.compactMap { cid in
      numbers[cid].flatMap { outline(ofNumber: $0) }.map { (cid, $0) }
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// Returns the outline of the glyph, unhinted and unscaled, or nothing when FreeType cannot load it.
  private func outline(ofNumber number: Int) -> Outline? {
    let flags = FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING
    guard unsafe FT_Load_Glyph(face, FT_UInt(number), FT_Int32(flags)) == 0 else { return nil }
    let slot = unsafe face.pointee.glyph.pointee
    let outline = unsafe slot.outline
    return unsafe Outline(
      points: (0..<Int(outline.n_points)).map { place in
        let point = unsafe outline.points[place]
        return SIMD2(Int(point.x), Int(point.y))
      },
      tags: (0..<Int(outline.n_points)).map { unsafe UInt8(bitPattern: outline.tags[$0]) & 3 },
      contourEnds: (0..<Int(outline.n_contours)).map { unsafe Int(outline.contours[$0]) },
      advance: Int(slot.metrics.horiAdvance)
    )
  }
}
