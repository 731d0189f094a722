import CHarfBuzz

/// Subsets the CFF table of `source` to `glyphs` and what they are composed of; returns nothing when HarfBuzz cannot.
///
/// Hints are dropped: at a printer's resolution they change nothing, and they are a sixth of the bytes. A name-keyed
/// table keeps its glyph numbers and a CID-keyed one its CIDs. Layout tables are dropped first: their closure would
/// add glyphs.
func subsetCFF(of source: UsableFace, to glyphs: [UInt32]) -> [UInt8]? {
  guard let input = unsafe hb_subset_input_create_or_fail() else { return nil }
  defer { unsafe hb_subset_input_destroy(input) }
  let wanted = unsafe hb_subset_input_glyph_set(input)
  for glyph in glyphs { unsafe hb_set_add(wanted, glyph) }
  let dropped = unsafe hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
  for tag in droppedTables { unsafe hb_set_add(dropped, tag) }
  var flags =
    HB_SUBSET_FLAGS_NOTDEF_OUTLINE.rawValue | HB_SUBSET_FLAGS_NO_HINTING.rawValue
    | HB_SUBSET_FLAGS_DESUBROUTINIZE.rawValue
  if source.outlines != .keyedCFF { flags |= HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue }
  unsafe hb_subset_input_set_flags(input, flags)
  let made = unsafe source.face.borrowFace { face in unsafe hb_subset_or_fail(face, input) }
  guard let made = unsafe made else { return nil }
  return unsafe FontFace(owning: made).table(fontTag("CFF ")).bytes
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
