public import Pages

extension FontLibrary {
  /// Subsets `font` to `glyphs`, in any order, and `.notdef`; the same glyphs always give the same bytes.
  public func embed(_ glyphs: [GlyphID], of font: FontID) throws(FontFailure) -> EmbeddedFont {
    let (face, outlines) = try opened(font)
    let record = record(font)
    let wanted = Set(glyphs + [0]).sorted()
    if let last = wanted.last, Int(last) >= face.glyphCount {
      throw .glyphOutOfRange(last, file: record.file)
    }
    guard let subset = FontSubset(wanted, of: face, outlines) else {
      throw .subsetFailed(file: record.file, face: record.index)
    }
    return EmbeddedFont(subset, of: face, record)
  }

  private func opened(_ font: FontID) throws(FontFailure) -> (FontFace, FontOutlines) {
    guard choices.faces.indices.contains(font.index) else { throw .unknownFont(font) }
    switch state(of: font) {
    case .open(let face, let outlines): return (face, outlines)
    case .unopened: throw .unknownFont(font)
    case .unusable(let obstacle):
      let record = record(font)
      throw .unusableFile(record.file, face: record.index, reason: obstacle.reason)
    }
  }
}

extension EmbeddedFont {
  /// Describes `subset` with what its original `face` says of itself (ISO 32000-1 §9.8, font descriptors).
  init(_ subset: FontSubset, of face: FontFace, _ record: FaceRecord) {
    let head = face.table(fontTag("head"))
    let post = face.table(fontTag("post"))
    let metrics = face.metrics
    self.init(
      postScriptName: record.postScriptName,
      program: subset.program,
      advances: subset.advances,
      boundingBox: [36, 38, 40, 42].map { face.thousandths(head.int16(at: $0) ?? 0) },
      ascent: Double(metrics.ascent) / 1000,
      descent: Double(-metrics.descent) / 1000,
      capHeight: face.capHeight,
      italicAngle: post.fixed(at: 4) ?? 0,
      isFixedPitch: (post.uint32(at: 12) ?? 0) != 0,
      isSerif: face.isSerif
    )
  }
}
