import Pages

/// The outlines of one TrueType face: each is read when a document first needs it, and kept.
///
/// A program made of them depends on its glyphs alone, not on what was asked for before.
final class TrueTypeOutlines {
  private let glyf, loca, hmtx: MappedTable
  private let head, hhea, maxp: [UInt8]
  private let hasLongOffsets: Bool
  private let metricCount: Int
  private let glyphCount: Int
  /// The glyphs read so far, each with its advance and bearing.
  private var glyphs: [Int: (outline: TrueTypeGlyph, metric: [UInt8])] = [:]

  /// The most components within one another that a reader need follow.
  private static let mostNested = 16

  /// Opens the tables of `face`; returns nothing when they are damaged.
  init?(_ face: FontFace) {
    let (head, hhea) = (face.table(fontTag("head")), face.table(fontTag("hhea")))
    let maxp = face.table(fontTag("maxp"))
    guard head.bytes.count >= 54, hhea.bytes.count >= 36, maxp.bytes.count >= 32,
      let count = hhea.uint16(at: 34), count > 0
    else { return nil }
    (self.head, self.hhea, self.maxp) = (head.bytes, hhea.bytes, maxp.bytes)
    hasLongOffsets = head.int16(at: 50) != 0
    metricCount = count
    glyphCount = face.glyphCount
    glyf = MappedTable(fontTag("glyf"), of: face)
    loca = MappedTable(fontTag("loca"), of: face)
    hmtx = MappedTable(fontTag("hmtx"), of: face)
  }

  /// Returns a font file that holds the glyphs with these rising numbers from 0, and what they are composed of.
  ///
  /// The file numbers its glyphs anew; `glyphs` lists the numbers that they had. Returns nothing when an outline is
  /// damaged.
  func program(of wanted: [Int]) -> (bytes: [UInt8], glyphs: [Int])? {
    if let program = simpleProgram(of: wanted) { return (program.bytes, wanted) }
    guard let numbers = closure(of: wanted) else { return nil }
    // Few glyphs are composed of others, and only they need to know the new numbers.
    lazy var places = Dictionary(uniqueKeysWithValues: zip(numbers, numbers.indices))
    var program = TrueTypeProgram(head: head, hhea: hhea, maxp: maxp)
    for number in numbers {
      guard var glyph = glyph(number) else { return nil }
      if !glyph.outline.components.isEmpty { glyph.outline.renumber { places[$0] } }
      program.add(glyph.outline.bytes, metric: glyph.metric)
    }
    return (program.bytes, numbers)
  }

  /// Returns the file where no glyph is composed of others, as in nearly all documents.
  private func simpleProgram(of wanted: [Int]) -> TrueTypeProgram? {
    var program = TrueTypeProgram(head: head, hhea: hhea, maxp: maxp)
    for number in wanted {
      guard let glyph = glyph(number), glyph.outline.components.isEmpty else { return nil }
      program.add(glyph.outline.bytes, metric: glyph.metric)
    }
    return program
  }

  /// Returns `wanted` and all that they are composed of, in rising order.
  private func closure(of wanted: [Int]) -> [Int]? {
    var (found, open) = (Set(wanted), wanted)
    for _ in 0..<TrueTypeOutlines.mostNested where !open.isEmpty {
      var next: [Int] = []
      for number in open {
        guard let glyph = glyph(number) else { return nil }
        next += glyph.outline.components.map(\.glyph).filter { found.insert($0).inserted }
      }
      open = next
    }
    return open.isEmpty ? found.sorted() : nil
  }

  private func glyph(_ number: Int) -> (outline: TrueTypeGlyph, metric: [UInt8])? {
    if let known = glyphs[number] { return known }
    guard let range = range(of: number), let metric = metric(of: number),
      let outline = glyf.withBytes({ TrueTypeGlyph(range, of: $0) })
    else { return nil }
    glyphs[number] = (outline, metric)
    return (outline, metric)
  }

  /// Returns where the glyph stands in glyf (OpenType 1.9, loca).
  private func range(of number: Int) -> Range<Int>? {
    guard number < glyphCount else { return nil }
    let size = hasLongOffsets ? 4 : 2
    return loca.withBytes { table in
      guard let start = table.number(at: number * size, size: size),
        let end = table.number(at: (number + 1) * size, size: size), start <= end
      else { return nil }
      return hasLongOffsets ? start..<end : start * 2..<end * 2
    }
  }

  /// Returns the advance and the left side bearing (OpenType 1.9, hmtx); the last advance holds for all that follow.
  private func metric(of number: Int) -> [UInt8]? {
    hmtx.withBytes { table in
      guard number >= metricCount else { return table.copy(number * 4..<number * 4 + 4) }
      let bearing = metricCount * 4 + (number - metricCount) * 2
      guard let advance = table.copy(metricCount * 4 - 4..<metricCount * 4 - 2) else { return nil }
      return table.copy(bearing..<bearing + 2).map { advance + $0 }
    }
  }
}
