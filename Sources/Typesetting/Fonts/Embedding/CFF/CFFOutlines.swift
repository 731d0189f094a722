import Pages

/// The outlines of one CFF face: each is flattened when a document first needs it, and kept.
///
/// A program made of them depends on its glyphs alone, not on what was asked for before.
final class CFFOutlines {
  /// A glyph's charstring without subroutines and hints.
  struct Outline {
    /// Which of the source's parts it belongs to.
    var part: Int
    /// Where it stands in the store.
    var range: Range<Int>
  }

  private let table: MappedTable
  private let source: CFFSource
  private let name: String
  private var outlines: [UInt32: Outline] = [:]
  private var store: [UInt8] = []

  /// Reads the dictionaries of `face`, called `name`; returns nothing when they are damaged.
  init?(_ face: FontFace, name: String) {
    table = MappedTable(fontTag("CFF "), of: face)
    guard let source = table.withBytes({ CFFSource($0) }) else { return nil }
    self.source = source
    self.name = name
  }

  /// Returns a bare CFF table that holds `glyphs`, which stand in the order of their CIDs from 0.
  ///
  /// Returns nothing when a charstring is damaged, or of a kind that only HarfBuzz takes apart.
  func program(of glyphs: [(id: GlyphID, number: UInt32)]) -> [UInt8]? {
    var chosen: [Outline] = []
    chosen.reserveCapacity(glyphs.count)
    for glyph in glyphs {
      guard let outline = outline(of: glyph.number) else { return nil }
      chosen.append(outline)
    }
    return CFFProgram(name: name, source: source, cids: glyphs.map(\.id), chosen, in: store).bytes
  }

  private func outline(of glyph: UInt32) -> Outline? {
    if let known = outlines[glyph] { return known }
    let outline = table.withBytes { flattened(Int(glyph), of: $0) }
    outlines[glyph] = outline
    return outline
  }

  private func flattened(_ glyph: Int, of table: Span<UInt8>) -> Outline? {
    guard let part = source.part(of: glyph, in: table),
      let range = source.charstrings.range(of: glyph, in: table)
    else { return nil }
    let subroutines = FlatCharstring.Subroutines(
      global: source.subroutines,
      local: source.parts[part].subroutines
    )
    do throws(FlatCharstring.Obstacle) {
      let flat = try FlatCharstring(range, of: table, subroutines)
      store += flat.bytes
      return Outline(part: part, range: store.count - flat.bytes.count..<store.count)
    } catch {
      return nil
    }
  }
}
