import CHarfBuzz

/// Which glyphs of a face the glyphs beside them may change or move.
///
/// HarfBuzz applies certain features to all text. A glyph that is no input of any of their lookups, as they are for
/// Chinese, is left alone. In a face with rules of another kind no glyph is.
struct GlyphContexts {
  private let hasOtherRules: Bool
  private let touched = GlyphSet()
  private let kerned = GlyphSet()

  /// Gathers the inputs of the lookups of `face`.
  init(of face: FontFace) {
    hasOtherRules = [fontTag("kern"), fontTag("morx"), fontTag("kerx"), fontTag("mort")]
      .contains(where: face.hasTable)
    let pairs = PairLookups(MappedTable(fontTag("GPOS"), of: face))
    unsafe face.borrowFace { face in
      for lookup in unsafe lookups(of: face, fontTag("GSUB")) {
        unsafe touched.addInputs(of: face, fontTag("GSUB"), lookup)
      }
      for lookup in unsafe lookups(of: face, fontTag("GPOS")) {
        let set = pairs.contains(lookup) ? kerned : touched
        unsafe set.addInputs(of: face, fontTag("GPOS"), lookup)
      }
    }
  }

  /// Whether what stands around a glyph may change it, or move it in other ways than `isKerned`.
  func isTouched(_ glyph: UInt32) -> Bool { hasOtherRules || touched.contains(glyph) }

  /// Whether the glyph right beside it may move a glyph that is not touched.
  func isKerned(_ glyph: UInt32) -> Bool { kerned.contains(glyph) }
}

/// The lookups of a GPOS table that see nothing but a glyph and the next (OpenType 1.9, "Lookup Type 2").
private struct PairLookups {
  private var indices: Set<UInt32> = []

  init(_ table: MappedTable) {
    table.withBytes { bytes in
      guard let list = bytes.number(at: 8, size: 2),
        let count = bytes.number(at: list, size: 2)
      else { return }
      for index in 0..<count {
        guard let offset = bytes.number(at: list + 2 + 2 * index, size: 2),
          isOfPairs(bytes, list + offset)
        else { continue }
        indices.insert(UInt32(index))
      }
    }
  }

  func contains(_ lookup: UInt32) -> Bool { indices.contains(lookup) }
}

/// Whether the lookup at `offset` adjusts pairs, passing over no glyph between them.
private func isOfPairs(_ bytes: Span<UInt8>, _ offset: Int) -> Bool {
  guard let type = bytes.number(at: offset, size: 2),
    bytes.number(at: offset + 2, size: 2) == 0
  else { return false }
  guard type == 9 else { return type == 2 }
  // An extension lookup tells its type in its first subtable; all of them have the same.
  guard let first = bytes.number(at: offset + 6, size: 2) else { return false }
  return bytes.number(at: offset + first + 2, size: 2) == 2
}

/// Returns the lookups of `table` that are applied to any text shaped as Chinese.
private func lookups(of face: OpaquePointer, _ table: UInt32) -> [UInt32] {
  var (script, language) = (UInt32(0), UInt32(0))
  var tag = fontTag("hani")
  // HarfBuzz falls back to the default script and language by itself, and so do these.
  _ = unsafe hb_ot_layout_table_select_script(face, table, 1, &tag, &script, nil)
  tag = fontTag("ZHS ")
  _ = unsafe hb_ot_layout_script_select_language(face, table, script, 1, &tag, &language)
  var features: [UInt32] = []
  var feature = UInt32(0)
  if unsafe hb_ot_layout_language_get_required_feature(
    face,
    table,
    script,
    language,
    &feature,
    nil
  ) != 0 {
    features.append(feature)
  }
  for tag in defaultFeatures
  where unsafe hb_ot_layout_language_find_feature(face, table, script, language, tag, &feature)
    != 0
  {
    features.append(feature)
  }
  return features.flatMap { feature in unsafe lookups(of: face, table, feature: feature) }
}

private func lookups(of face: OpaquePointer, _ table: UInt32, feature: UInt32) -> [UInt32] {
  let count = unsafe hb_ot_layout_feature_get_lookups(face, table, feature, 0, nil, nil)
  var lookups = [UInt32](repeating: 0, count: Int(count))
  var room = count
  _ = unsafe hb_ot_layout_feature_get_lookups(face, table, feature, 0, &room, &lookups)
  return lookups
}

/// A set of glyphs as HarfBuzz keeps it.
@safe private final class GlyphSet {
  private let set: OpaquePointer

  init() {
    unsafe set = hb_set_create()
  }

  deinit {
    unsafe hb_set_destroy(set)
  }

  func contains(_ glyph: UInt32) -> Bool { unsafe hb_set_has(set, glyph) != 0 }

  /// Adds the input of a lookup.
  func addInputs(of face: OpaquePointer, _ table: UInt32, _ lookup: UInt32) {
    unsafe hb_ot_layout_lookup_collect_glyphs(face, table, lookup, nil, set, nil, nil)
  }
}

/// The features that HarfBuzz applies to horizontal text by itself, those of a script's own shaper included.
private let defaultFeatures: [UInt32] =
  [
    "abvm", "blwm", "calt", "ccmp", "clig", "curs", "dist", "kern", "liga", "locl", "ltra", "ltrm",
    "mark",
    "mkmk", "rand", "rclt", "rlig", "rvrn", "frac", "numr", "dnom", "ljmo", "vjmo", "tjmo", "init",
    "medi", "fina",
    "isol",
  ].map { tag in tag.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } }
