import CFreeType

/// How a face holds its outlines, as far as a PDF can carry them.
enum FontOutlines {
  /// TrueType outlines.
  case trueType
  /// A CFF table without CIDFont operators: glyph numbers serve as CIDs (ISO 32000-1 §9.7.4.2).
  case namedCFF
  /// A CFF table whose charset gives every glyph its own number as CID.
  case keyedCFF

  /// Finds the outlines of `face`, which stands at `index` of `file`.
  ///
  /// - Throws: the reason why a PDF cannot carry the face.
  init(of face: FontFace, in file: FontFile, index: Int) throws(FontObstacle) {
    guard face.glyphCount > 0, face.hasTable(fontTag("cmap")) else { throw .damaged }
    guard face.glyphCount <= 65_535 else { throw .tooManyGlyphs }
    if face.hasTable(fontTag("glyf")) {
      self = .trueType
    } else if face.hasTable(fontTag("CFF ")) {
      self = try CompactFont.outlines(in: file, index: index)
    } else {
      throw .noOutlines
    }
  }
}

/// Why a face cannot stand in a PDF.
enum FontObstacle: Error {
  case unreadable, damaged, tooManyGlyphs, noOutlines, otherCIDs

  /// The reason in Chinese.
  var reason: String {
    switch self {
    case .unreadable: "文件不能读取"
    case .damaged: "文件已损坏，或没有字符映射表"
    case .tooManyGlyphs: "字形超过 65535 个，不能用两字节编码嵌入"
    case .noOutlines: "没有 TrueType 或 CFF 轮廓"
    case .otherCIDs: "CFF 的 CID 与字形编号不一致"
    }
  }
}

/// Owns a CFF face opened by FreeType, which alone tells the CIDs.
@safe private struct CompactFont: ~Copyable {
  private let library: FT_Library
  private let face: FT_Face

  /// Returns how the CFF face at `index` of `file` numbers its glyphs.
  static func outlines(in file: FontFile, index: Int) throws(FontObstacle) -> FontOutlines {
    let found: Result<FontOutlines, FontObstacle> = unsafe file.withBytes { bytes in
      guard let face = unsafe CompactFont(bytes, index: index) else { return .failure(.damaged) }
      return face.isNameKeyed ? .success(.namedCFF) : face.keyed
    }
    return try found.get()
  }

  private init?(_ bytes: UnsafeRawBufferPointer, index: Int) {
    var library: FT_Library?
    guard unsafe FT_Init_FreeType(&library) == 0, let library = unsafe library else { return nil }
    var face: FT_Face?
    let start = unsafe bytes.baseAddress?.assumingMemoryBound(to: FT_Byte.self)
    let error = unsafe FT_New_Memory_Face(library, start, bytes.count, index, &face)
    guard error == 0, let face = unsafe face else {
      unsafe FT_Done_FreeType(library)
      return nil
    }
    unsafe self.library = library
    unsafe self.face = face
  }

  deinit {
    unsafe FT_Done_Face(face)
    unsafe FT_Done_FreeType(library)
  }

  /// Whether the font has no CIDs of its own.
  private var isNameKeyed: Bool {
    var isKeyed: FT_Bool = 0
    return unsafe FT_Get_CID_Is_Internally_CID_Keyed(face, &isKeyed) != 0 || isKeyed == 0
  }

  /// The numbering of a font with CIDs.
  private var keyed: Result<FontOutlines, FontObstacle> {
    let count = FT_UInt(clamping: unsafe face.pointee.num_glyphs)
    let isIdentity = (0..<count).allSatisfy { glyph in
      var cid: FT_UInt = 0
      return unsafe FT_Get_CID_From_Glyph_Index(face, glyph, &cid) == 0 && cid == glyph
    }
    return isIdentity ? .success(.keyedCFF) : .failure(.otherCIDs)
  }
}
