import Pages

/// An opened face that a PDF can carry.
struct UsableFace {
  /// The face.
  let face: FontFace
  /// How its outlines are held.
  let outlines: FontOutlines
  /// What its glyphs are called outside.
  let numbers: GlyphNumbers
  /// Its em box.
  let metrics: FontMetrics
  /// How many glyphs it holds; a damaged font may promise more than it has outlines for.
  let glyphCount: UInt32

  /// Opens the face at `index` of `file`.
  ///
  /// - Throws: the reason why a PDF cannot carry the face.
  init(_ file: FontFile, index: Int) throws(FontObstacle) {
    face = FontFace(file: file, index: index)
    guard face.glyphCount > 0, face.hasTable(fontTag("cmap")) else { throw .damaged }
    guard face.glyphCount <= 65_535 else { throw .tooManyGlyphs }
    metrics = face.metrics
    (outlines, numbers) = try kindOfOutlines(face, in: file, index: index)
    glyphCount = UInt32(min(face.glyphCount, numbers.count ?? face.glyphCount))
  }

  /// Returns the advance of the glyph called `id`, in thousandths of an em; 0 when there is none.
  func advance(of id: GlyphID) -> Double {
    guard let glyph = numbers.glyph(of: id), glyph < glyphCount else { return 0 }
    return Double(face.advance(of: glyph)) / 1000
  }
}

/// How a face holds its outlines.
enum FontOutlines {
  /// TrueType outlines.
  case trueType
  /// A CFF table without CIDFont operators: glyph numbers serve as CIDs (ISO 32000-1 §9.7.4.2).
  case namedCFF
  /// A CFF table whose charset lists CIDs.
  case keyedCFF
}

/// Why a face cannot stand in a PDF.
enum FontObstacle: Error {
  case unreadable, damaged, tooManyGlyphs, noOutlines

  /// The reason in Chinese.
  var reason: String {
    switch self {
    case .unreadable: "文件不能读取"
    case .damaged: "文件已损坏，或没有字符映射表"
    case .tooManyGlyphs: "字形超过 65535 个，不能用两字节编码嵌入"
    case .noOutlines: "没有 TrueType 或 CFF 轮廓"
    }
  }
}

/// Returns how `face`, which stands at `index` of `file`, holds its outlines, and what its glyphs are called.
private func kindOfOutlines(
  _ face: FontFace,
  in file: FontFile,
  index: Int
) throws(FontObstacle) -> (FontOutlines, GlyphNumbers) {
  if face.hasTable(fontTag("glyf")) { return (.trueType, .identity) }
  guard face.hasTable(fontTag("CFF ")) else { throw .noOutlines }
  // FreeType is asked about one glyph after another; for a large font that takes longer than a certificate.
  let isPlain = MappedTable(fontTag("CFF "), of: face).withBytes { table in
    CFFSource(table)?.numbersItsGlyphs(in: table) ?? false
  }
  if isPlain { return (.keyedCFF, .identity) }
  guard let compact = CompactFont(file, index: index) else { throw .damaged }
  guard let cids = compact.cids else { return (.namedCFF, .identity) }
  guard let numbers = GlyphNumbers(cids: cids) else { throw .damaged }
  return (.keyedCFF, numbers)
}
