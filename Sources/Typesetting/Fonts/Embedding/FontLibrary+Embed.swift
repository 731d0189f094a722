public import Pages

extension FontLibrary {
  /// Subsets `font` to `glyphs`, in any order, and `.notdef`; the same glyphs always give the same bytes.
  public func embed(_ glyphs: [GlyphID], of font: FontID) throws(FontFailure) -> EmbeddedFont {
    let face = try opened(font)
    let record = record(font)
    let wanted = try FontLibrary.rising(glyphs).map { id throws(FontFailure) in
      guard let glyph = face.numbers.glyph(of: id), glyph < face.glyphCount else {
        throw .glyphOutOfRange(id, file: record.file)
      }
      return (id, glyph)
    }
    guard let embedded = programs(of: font, face, record).font(of: wanted) else {
      throw .subsetFailed(file: record.file, face: record.index)
    }
    return embedded
  }

  /// Returns `glyphs` and `.notdef` once each, in rising order.
  private static func rising(_ glyphs: [GlyphID]) -> [GlyphID] {
    let isRising = zip(glyphs, glyphs.dropFirst()).allSatisfy { $0 < $1 }
    guard isRising, let first = glyphs.first else { return Set(glyphs + [0]).sorted() }
    return first == 0 ? glyphs : [0] + glyphs
  }

  private func programs(
    of font: FontID,
    _ face: UsableFace,
    _ record: FaceRecord
  ) -> FontPrograms {
    if let known = programs[font] { return known }
    let made = FontPrograms(face, record)
    programs[font] = made
    return made
  }

  /// Returns `font`, opened, or fails with what stands against it.
  func opened(_ font: FontID) throws(FontFailure) -> UsableFace {
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
