import Pages

/// Makes the font programs of one face, whose outlines it reads once and keeps.
final class FontPrograms {
  private enum Outlines {
    case compact(CFFOutlines)
    case trueType(TrueTypeOutlines)
    /// They cannot be read here; HarfBuzz may still know what to do.
    case foreign
  }

  private let face: UsableFace
  private let outlines: Outlines
  /// What is the same of the face in every document.
  private let description: EmbeddedFont
  /// The font made last: documents of a form often show the same words in a face, such as their title.
  private var last: (ids: [GlyphID], font: EmbeddedFont)?

  /// Prepares the programs of `face`.
  init(_ face: UsableFace, _ record: FaceRecord) {
    self.face = face
    description = EmbeddedFont(describing: face, record)
    outlines =
      switch face.outlines {
      case .trueType: TrueTypeOutlines(face.face).map(Outlines.trueType) ?? .foreign
      case .namedCFF, .keyedCFF:
        CFFOutlines(face.face, name: record.postScriptName).map(Outlines.compact) ?? .foreign
      }
  }

  /// Returns the face with `glyphs` alone, given by what they are called outside, in rising order from 0, and by
  /// their numbers within the file; returns nothing when the outlines are damaged.
  func font(of glyphs: [(id: GlyphID, number: UInt32)]) -> EmbeddedFont? {
    let ids = glyphs.map(\.id)
    if let last, last.ids == ids { return last.font }
    guard let program = program(of: glyphs) else { return nil }
    var font = description
    font.program = program
    font.advances = Dictionary(
      uniqueKeysWithValues: glyphs.map { ($0.id, Double(face.face.advance(of: $0.number)) / 1000) }
    )
    last = (ids, font)
    return font
  }

  private func program(of glyphs: [(id: GlyphID, number: UInt32)]) -> EmbeddedFont.Program? {
    switch outlines {
    case .trueType(let outlines):
      guard let made = outlines.program(of: glyphs.map { Int($0.number) }) else { return nil }
      return .trueType(made.bytes, glyphs: made.glyphs.map { GlyphID($0) })
    case .compact(let outlines):
      // Glyphs composed of two others, or drawn by arithmetic, are rare enough to leave to HarfBuzz.
      return (outlines.program(of: glyphs) ?? foreignTable(glyphs)).map(EmbeddedFont.Program.cff)
    case .foreign:
      return face.outlines == .trueType ? nil : foreignTable(glyphs).map(EmbeddedFont.Program.cff)
    }
  }

  private func foreignTable(_ glyphs: [(id: GlyphID, number: UInt32)]) -> [UInt8]? {
    subsetCFF(of: face, to: glyphs.map(\.number))
  }
}

extension EmbeddedFont {
  /// Takes what `source` says of itself (ISO 32000-1 §9.8, font descriptors), without any glyph.
  fileprivate init(describing source: UsableFace, _ record: FaceRecord) {
    let face = source.face
    let head = face.table(fontTag("head"))
    let post = face.table(fontTag("post"))
    self.init(
      postScriptName: record.postScriptName,
      program: .cff([]),
      advances: [:],
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
