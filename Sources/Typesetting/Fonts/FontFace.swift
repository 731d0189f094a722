import CHarfBuzz
import Pages

/// Owns one face of a font file, with what HarfBuzz needs to shape with it.
@safe final class FontFace {
  private let face: OpaquePointer
  private let font: OpaquePointer

  /// One em in the units of `advance(of:)` and of shaped positions.
  static let em: Int32 = 1_000_000

  /// Opens the face at `index` of `file`; HarfBuzz keeps the mapping alive.
  convenience init(file: FontFile, index: Int) {
    unsafe self.init(owning: file.borrow { blob in unsafe hb_face_create(blob, UInt32(index)) })
  }

  /// Takes over the reference to `face`.
  init(owning face: OpaquePointer) {
    unsafe self.face = face
    unsafe hb_face_make_immutable(face)
    unsafe font = hb_font_create(face)
    unsafe hb_font_set_scale(font, Self.em, Self.em)
    unsafe hb_font_make_immutable(font)
  }

  deinit {
    unsafe hb_font_destroy(font)
    unsafe hb_face_destroy(face)
  }

  /// How many glyphs the face says it holds.
  var glyphCount: Int { Int(unsafe hb_face_get_glyph_count(face)) }

  /// How many font units make one em.
  var unitsPerEm: Int { Int(unsafe hb_face_get_upem(face)) }

  /// Returns a copy of the table `tag`, empty when there is none.
  func table(_ tag: UInt32) -> FontTable {
    let blob = unsafe hb_face_reference_table(face, tag)
    defer { unsafe hb_blob_destroy(blob) }
    return FontTable(bytes: unsafe copiedBytes(of: blob))
  }

  /// Returns whether the face has the table `tag`.
  func hasTable(_ tag: UInt32) -> Bool {
    let blob = unsafe hb_face_reference_table(face, tag)
    defer { unsafe hb_blob_destroy(blob) }
    return unsafe hb_blob_get_length(blob) > 0
  }

  /// Returns the horizontal advance of `glyph` in millionths of an em.
  func advance(of glyph: UInt32) -> Int {
    Int(unsafe hb_font_get_glyph_h_advance(font, glyph))
  }

  /// Returns whether the face's character map holds `scalar`.
  func hasGlyph(for scalar: Unicode.Scalar) -> Bool {
    nominalGlyph(for: scalar) != nil
  }

  /// Returns the glyph that the face's character map holds for `scalar`.
  func nominalGlyph(for scalar: Unicode.Scalar) -> UInt32? {
    var glyph: hb_codepoint_t = 0
    let isThere = unsafe hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0
    return isThere && glyph != 0 ? glyph : nil
  }

  /// Returns whether the face knows the form that `sequence` asks for.
  func hasGlyph(for sequence: VariationSequence) -> Bool {
    var glyph: hb_codepoint_t = 0
    return unsafe hb_font_get_variation_glyph(
      font,
      sequence.base.value,
      sequence.selector.value,
      &glyph
    ) != 0 && glyph != 0
  }

  /// Lends the face to `body`, which must not keep it.
  func borrowFace<Result>(_ body: (OpaquePointer) -> Result) -> Result {
    unsafe body(face)
  }

  /// Lends the scaled font to `body`, which must not keep it.
  func borrowFont<Result>(_ body: (OpaquePointer) -> Result) -> Result {
    unsafe body(font)
  }
}

/// Returns a copy of the bytes of `blob`.
private func copiedBytes(of blob: OpaquePointer?) -> [UInt8] {
  var length: UInt32 = 0
  guard let start = unsafe hb_blob_get_data(blob, &length) else { return [] }
  return unsafe Array(UnsafeRawBufferPointer(start: start, count: Int(length)))
}
