import Fonts
import Pages

/// The objects of one embedded font: a Type 0 font whose character codes are the glyph numbers of the original file.
struct FontObjects {
  private let font: EmbeddedFont
  private let use: FontUse
  private let glyphs: [GlyphID]
  private let widths: [(id: GlyphID, width: Number)]
  private let name: String

  /// Prepares the objects of `font`, which holds the `glyphs` that `use` has shown, in rising order.
  init(_ font: EmbeddedFont, id: FontID, use: FontUse, glyphs: [GlyphID]) throws(PDFFailure) {
    self.font = font
    self.use = use
    self.glyphs = glyphs
    var widths: [(id: GlyphID, width: Number)] = []
    var hash = ContentHash()
    for glyph in glyphs {
      guard let advance = font.advances[glyph] else { throw .incompleteSubset(id, glyph) }
      widths.append((glyph, Number(advance)))
      hash.combine([UInt8(glyph >> 8), UInt8(glyph & 0xFF)])
    }
    self.widths = widths
    name = "\(hash.letters)+\(font.postScriptName)"
  }

  /// Writes the objects and returns the Type 0 font (ISO 32000-1 §9.7.6).
  func write(to file: ObjectFile) throws(PDFFailure) -> Reference {
    let texts = ToUnicodeMap.bytes(glyphs: glyphs, text: use.text(of:))
    let unicode = try file.add(stream: texts)
    let descriptor = try file.add(descriptor(in: file))
    let map = try writeGlyphNumbers(to: file)
    let descendant = try file.add(descendant(descriptor: descriptor, glyphNumbers: map))
    return try file.add([
      "Type": .name("Font"),
      "Subtype": .name("Type0"),
      "BaseFont": .name(isCFF ? "\(name)-Identity-H" : name),
      "Encoding": .name("Identity-H"),
      "DescendantFonts": [.reference(descendant)],
      "ToUnicode": .reference(unicode),
    ])
  }

  private var isCFF: Bool {
    switch font.program {
    case .cff: true
    case .trueType: false
    }
  }

  /// Returns the map from CIDs to the glyphs of a TrueType program; a CFF program knows the CIDs itself.
  private func writeGlyphNumbers(to file: ObjectFile) throws(PDFFailure) -> Value? {
    guard case .trueType(_, let numbers) = font.program else { return nil }
    let map = GlyphNumberMap(cids: numbers)
    guard !map.isIdentity else { return .name("Identity") }
    return .reference(try file.add(stream: map.bytes, effort: .sparse))
  }

  /// The CIDFont (ISO 32000-1 §9.7.4.1).
  private func descendant(descriptor: Reference, glyphNumbers: Value?) -> Value {
    var entries: Entries = [
      "Type": .name("Font"),
      "Subtype": .name(isCFF ? "CIDFontType0" : "CIDFontType2"),
      "BaseFont": .name(name),
      "CIDSystemInfo": [
        "Registry": .text("Adobe"), "Ordering": .text("Identity"), "Supplement": 0,
      ],
      "FontDescriptor": .reference(descriptor),
      "DW": .integer(GlyphWidths.defaultWidth),
      "W": GlyphWidths(widths).array,
    ]
    entries.add("CIDToGIDMap", glyphNumbers)
    return .dictionary(entries)
  }

  /// The font descriptor (ISO 32000-1 §9.8).
  private func descriptor(in file: ObjectFile) throws(PDFFailure) -> Value {
    var entries: Entries = [
      "Type": .name("FontDescriptor"),
      "FontName": .name(name),
      "Flags": .integer(flags),
      "FontBBox": .array(font.boundingBox.map { .number(Number($0)) }),
      "ItalicAngle": .number(Number(font.italicAngle)),
      "Ascent": .number(Number(font.ascent)),
      "Descent": .number(Number(font.descent)),
      "CapHeight": .number(Number(font.capHeight)),
      // Required, yet only a hint for replacing a font that is missing: an embedded one is not.
      "StemV": 80,
    ]
    switch font.program {
    case .cff(let program):
      let kind: Entries = ["Subtype": .name("CIDFontType0C")]
      let stream = try file.add(stream: program, kind, effort: effort(for: program))
      entries.add("FontFile3", .reference(stream))
    case .trueType(let program, _):
      let length: Entries = ["Length1": .integer(program.count)]
      let stream = try file.add(stream: program, length, effort: effort(for: program))
      entries.add("FontFile2", .reference(stream))
    }
    return .dictionary(entries)
  }

  /// The programs of a batch of files, each small, together take longer than one large program.
  private static let smallProgram = 1 << 18

  private func effort(for program: [UInt8]) -> Deflater.Effort {
    program.count <= FontObjects.smallProgram ? .least : .little
  }

  /// The flags of ISO 32000-1 table 123; symbolic, since the codes are glyph numbers.
  private var flags: Int {
    var flags = 1 << 2
    if font.isFixedPitch { flags |= 1 }
    if font.isSerif { flags |= 1 << 1 }
    if font.italicAngle != 0 { flags |= 1 << 6 }
    return flags
  }
}
