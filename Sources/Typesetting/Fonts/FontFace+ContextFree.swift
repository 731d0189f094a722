import CHarfBuzz

extension FontFace {
  /// Returns the glyphs that the face's rules never touch: they look the same and stand alike whatever is beside them.
  ///
  /// HarfBuzz applies certain features to all text. A glyph that is no input of any of their lookups, as they are for
  /// Chinese, is left alone. A face with rules of another kind has no such glyphs.
  func contextFreeGlyphs(upTo count: UInt32) -> (UInt32) -> Bool {
    guard
      ![fontTag("kern"), fontTag("morx"), fontTag("kerx"), fontTag("mort")].contains(
        where: hasTable
      )
    else { return { _ in false } }
    let touched = GlyphSet()
    unsafe borrowFace { face in
      for table in [fontTag("GSUB"), fontTag("GPOS")] { unsafe touched.addInputs(of: face, table) }
    }
    return { glyph in glyph < count && !touched.contains(glyph) }
  }
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

  /// Adds the input of all lookups of `table` that are applied to any text shaped as Chinese.
  func addInputs(of face: OpaquePointer, _ table: UInt32) {
    var (script, language) = (UInt32(0), UInt32(0))
    var tag = fontTag("hani")
    // HarfBuzz falls back to the default script and language by itself, and so do these.
    _ = unsafe hb_ot_layout_table_select_script(face, table, 1, &tag, &script, nil)
    tag = fontTag("ZHS ")
    _ = unsafe hb_ot_layout_script_select_language(face, table, script, 1, &tag, &language)
    var required = UInt32(0)
    if unsafe hb_ot_layout_language_get_required_feature(
      face,
      table,
      script,
      language,
      &required,
      nil
    ) != 0 {
      unsafe addInputs(of: face, table, feature: required)
    }
    for tag in defaultFeatures {
      var feature = UInt32(0)
      if unsafe hb_ot_layout_language_find_feature(face, table, script, language, tag, &feature)
        != 0
      {
        unsafe addInputs(of: face, table, feature: feature)
      }
    }
  }

  private func addInputs(of face: OpaquePointer, _ table: UInt32, feature: UInt32) {
    let count = unsafe hb_ot_layout_feature_get_lookups(face, table, feature, 0, nil, nil)
    var lookups = [UInt32](repeating: 0, count: Int(count))
    var room = count
    _ = unsafe hb_ot_layout_feature_get_lookups(face, table, feature, 0, &room, &lookups)
    for lookup in lookups {
      unsafe hb_ot_layout_lookup_collect_glyphs(face, table, lookup, nil, set, nil, nil)
    }
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
