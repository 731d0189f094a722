import Fonts
import Foundation
import Pages
import TestSupport
import Testing

/// Expects the program to draw every glyph as the face of `library` does, under the number that pages use.
///
/// FreeType reads both: it knows nothing of how the program was made.
func expectSameOutlines(
  _ embedded: EmbeddedFont,
  as library: FontLibrary,
  of glyphs: [GlyphID],
  _ comment: String = ""
) throws {
  let found = try #require(library.findings.first)
  let file = try Data(contentsOf: URL(filePath: try #require(found.file)))
  let original = try #require(OutlineReader(Array(file), index: found.faceIndex ?? 0))
  let subset = try #require(OutlineReader(embedded.program.bytes))
  let cids = Set(glyphs + [0]).map(Int.init)
  let drawn = subset.outlines(ofCIDs: cids, of: embedded.program)
  let expected = original.outlines(ofCIDs: cids)
  #expect(drawn.count == cids.count, "\(comment)")
  for cid in cids {
    #expect(drawn[cid] == expected[cid], "glyph \(cid) \(comment)")
    let advance = Double(drawn[cid]?.advance ?? -1) * 1000 / Double(subset.unitsPerEm)
    #expect(abs(advance - (embedded.advances[GlyphID(cid)] ?? -2)) < 0.001, "glyph \(cid)")
  }
}

extension OutlineReader {
  /// Returns the outlines of a program that the reader has opened, by the numbers that pages use.
  fileprivate func outlines(
    ofCIDs cids: [Int],
    of program: EmbeddedFont.Program
  ) -> [Int: Outline] {
    guard case .trueType(_, let numbers) = program else { return outlines(ofCIDs: cids) }
    let places = cids.compactMap { cid in
      numbers.firstIndex(of: GlyphID(cid)).map { (cid: cid, place: $0) }
    }
    let drawn = outlines(ofCIDs: places.map(\.place))
    let pairs = places.compactMap { pair in drawn[pair.place].map { (pair.cid, $0) } }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}

extension EmbeddedFont.Program {
  /// The font program, whatever its kind.
  var bytes: [UInt8] {
    switch self {
    case .cff(let bytes), .trueType(let bytes, _): bytes
    }
  }

  /// Whether the outlines are a CFF table.
  var isCompact: Bool {
    if case .cff = self { true } else { false }
  }
}
