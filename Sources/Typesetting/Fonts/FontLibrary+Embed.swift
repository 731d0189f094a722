public import Pages

extension FontLibrary {
  /// Subsets `font` to `glyphs`, in any order, and `.notdef`; the same glyphs always give the same bytes.
  public func embed(_ glyphs: [GlyphID], of font: FontID) throws(FontFailure) -> EmbeddedFont {
    let face = try opened(font)
    let record = record(font)
    let wanted = try Set(glyphs + [0]).sorted().map { id throws(FontFailure) in
      guard let glyph = face.numbers.glyph(of: id), glyph < face.glyphCount else {
        throw .glyphOutOfRange(id, file: record.file)
      }
      return (id, glyph)
    }
    guard let subset = FontSubset(wanted, of: face) else {
      throw .subsetFailed(file: record.file, face: record.index)
    }
    return EmbeddedFont(subset, of: face, record)
  }

  private func opened(_ font: FontID) throws(FontFailure) -> UsableFace {
    guard choices.faces.indices.contains(font.index) else { throw .unknownFont(font) }
    switch state(of: font) {
    case .open(let face): return face
    case .unopened: throw .unknownFont(font)
    case .unusable(let obstacle):
      let record = record(font)
      throw .unusableFile(record.file, face: record.index, reason: obstacle.reason)
    }
  }
}

extension EmbeddedFont {
  /// Describes `subset` with what its original `face` says of itself (ISO 32000-1 §9.8, font descriptors).
  init(_ subset: FontSubset, of source: UsableFace, _ record: FaceRecord) {
    let face = source.face
    let head = face.table(fontTag("head"))
    let post = face.table(fontTag("post"))
    self.init(
      postScriptName: record.postScriptName,
      program: subset.program,
      advances: subset.advances,
      boundingBox: [36, 38, 40, 42].map { face.thousandths(head.int16(at: $0) ?? 0) },
      ascent: Double(source.metrics.ascent) / 1000,
      descent: Double(-source.metrics.descent) / 1000,
      capHeight: face.capHeight,
      italicAngle: post.fixed(at: 4) ?? 0,
      isFixedPitch: (post.uint32(at: 12) ?? 0) != 0,
      isSerif: face.isSerif
    )
  }
}
