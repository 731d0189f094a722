import CHarfBuzz
import Pages

/// A subset of a face as HarfBuzz makes it.
struct FontSubset {
  /// The font program as a PDF holds it.
  let program: EmbeddedFont.Program
  /// The advance that the subset itself gives each glyph asked for, in thousandths of an em.
  let advances: [GlyphID: Double]

  /// Subsets `source` to the distinct `glyphs` and what they are composed of; returns nothing when HarfBuzz cannot.
  ///
  /// A glyph is given by what it is called outside and its number within the file. Hints are dropped: at a printer's
  /// resolution they change nothing, and they are a sixth of the bytes.
  ///
  /// TrueType and name-keyed CFF keep their glyph numbers, CID-keyed CFF its CIDs, so that page content written
  /// before stays true. Layout tables are dropped first: their closure would add glyphs.
  init?(_ glyphs: [(id: GlyphID, number: UInt32)], of source: UsableFace) {
    guard let input = unsafe hb_subset_input_create_or_fail() else { return nil }
    defer { unsafe hb_subset_input_destroy(input) }
    let wanted = unsafe hb_subset_input_glyph_set(input)
    for glyph in glyphs { unsafe hb_set_add(wanted, glyph.number) }
    let dropped = unsafe hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for tag in droppedTables { unsafe hb_set_add(dropped, tag) }
    var flags =
      HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue | HB_SUBSET_FLAGS_NO_HINTING.rawValue
      | HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue
    if source.outlines != .keyedCFF { flags |= HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue }
    unsafe hb_subset_input_set_flags(input, flags)

    let plan = unsafe source.face.borrowFace { face in
      unsafe hb_subset_plan_create_or_fail(face, input)
    }
    guard let plan = unsafe plan else { return nil }
    defer { unsafe hb_subset_plan_destroy(plan) }
    guard let made = unsafe hb_subset_plan_execute_or_fail(plan) else { return nil }
    let subset = unsafe FontFace(owning: made)
    program =
      source.outlines == .trueType
      ? .trueType(subset.wholeFile()) : .cff(subset.table(fontTag("CFF ")).bytes)
    let numbers = unsafe hb_subset_plan_old_to_new_glyph_mapping(plan)
    let pairs = glyphs.map { glyph in
      let number = unsafe hb_map_get(numbers, glyph.number)
      return (glyph.id, Double(subset.advance(of: number)) / 1000)
    }
    advances = Dictionary(uniqueKeysWithValues: pairs)
  }
}

/// Layout, vertical and variation tables: a PDF reader uses none of them.
private let droppedTables: [UInt32] = [
  fontTag("BASE"), fontTag("GDEF"), fontTag("GPOS"), fontTag("GSUB"), fontTag("JSTF"),
  fontTag("MATH"), fontTag("kern"), fontTag("DSIG"), fontTag("VORG"), fontTag("vhea"),
  fontTag("vmtx"), fontTag("morx"), fontTag("mort"), fontTag("kerx"), fontTag("feat"),
  fontTag("trak"), fontTag("avar"), fontTag("cvar"), fontTag("fvar"), fontTag("gvar"),
  fontTag("HVAR"), fontTag("MVAR"), fontTag("VVAR"), fontTag("STAT"), fontTag("EBDT"),
  fontTag("EBLC"), fontTag("EBSC"), fontTag("CBDT"), fontTag("CBLC"), fontTag("sbix"),
  fontTag("COLR"), fontTag("CPAL"), fontTag("SVG "), fontTag("hdmx"), fontTag("LTSH"),
  fontTag("VDMX"), fontTag("PCLT"), fontTag("gasp"), fontTag("meta"),
]
