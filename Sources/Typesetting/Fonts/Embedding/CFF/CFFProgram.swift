import Pages

/// A small CID-keyed font in the making: a bare CFF table for `FontFile3 /CIDFontType0C` (Adobe TN #5176).
///
/// A name-keyed face becomes CID-keyed too, its glyph numbers being the CIDs, so that holes cost nothing.
struct CFFProgram {
  private let source: CFFSource
  private let name: String
  private let cids: [GlyphID]
  private let outlines: [CFFOutlines.Outline]
  private let store: [UInt8]
  /// The parts that the glyphs belong to, in the order of the source.
  private let parts: [Int]

  /// Prepares the program of `outlines`, which lie in `store` and bear the rising `cids`.
  init(
    name: String,
    source: CFFSource,
    cids: [GlyphID],
    _ outlines: [CFFOutlines.Outline],
    in store: [UInt8]
  ) {
    (self.name, self.source, self.cids) = (name, source, cids)
    (self.outlines, self.store) = (outlines, store)
    parts = Set(outlines.map(\.part)).sorted()
  }

  /// The table.
  var bytes: [UInt8] {
    var head = FontBytes()
    head.append([1, 0, 4, 4])
    head.append(index: [Array(name.utf8)])
    var middle = FontBytes()
    middle.append(index: strings)
    middle.append(index: [[UInt8]]())
    // The dictionary's size does not depend on the offsets in it, so those of nothing tell it.
    let top = head.count + indexed(topDict(Places())).count
    var places = Places()
    var body = FontBytes()
    body.reserve(outlines.reduce(1000) { $0 + $1.range.count + 8 })
    func here() -> Int { top + middle.count + body.count }
    places.charset = here()
    body.append(charset)
    places.select = here()
    body.append(fontSelect)
    places.charstrings = here()
    body.append(index: outlines.map { store[$0.range] })
    var privates: [(size: Int, offset: Int)] = []
    for part in parts {
      let dict = privateDict(of: part)
      privates.append((dict.count, here()))
      body.append(dict)
    }
    places.fonts = here()
    body.append(index: zip(parts.indices, privates).map { fontDict(of: $0, privateDict: $1) })
    head.append(indexed(topDict(places)))
    head.append(middle.bytes)
    head.append(body.bytes)
    return head.bytes
  }

  /// Where the parts stand that the top dictionary names.
  private struct Places {
    var charset = 0
    var select = 0
    var charstrings = 0
    var fonts = 0
  }

  private func indexed(_ object: [UInt8]) -> [UInt8] {
    var bytes = FontBytes()
    bytes.append(index: [object])
    return bytes.bytes
  }

  /// The number of the first string that the font lists itself (TN #5176 appendix A).
  private static let firstString = 391

  /// Registry and ordering, as the CIDFont in the PDF names them too, and the parts' names.
  private var strings: [[UInt8]] {
    ["Adobe", "Identity"].map { Array($0.utf8) } + parts.compactMap { source.parts[$0].name }
  }

  /// The top dictionary (TN #5176 table 10); the registry stands first.
  private func topDict(_ places: Places) -> [UInt8] {
    var dict = FontBytes()
    dict.append(.registry, integers: CFFProgram.firstString, CFFProgram.firstString + 1, 0)
    dict.append(.fontMatrix, source.top.encoded(.fontMatrix))
    dict.append(.fontBBox, source.top.encoded(.fontBBox))
    dict.append(.glyphCount, integers: Int(cids.last ?? 0) + 1)
    dict.append(.charset, integers: places.charset)
    dict.append(.fontSelect, integers: places.select)
    dict.append(.charStrings, integers: places.charstrings)
    dict.append(.fontArray, integers: places.fonts)
    return dict.bytes
  }

  /// The CIDs of all glyphs but the first (TN #5176 §13), as a list or as ranges, whichever is shorter.
  private var charset: [UInt8] {
    var ranges: [ClosedRange<GlyphID>] = []
    for cid in cids.dropFirst() {
      if let last = ranges.last, last.upperBound + 1 == cid {
        ranges[ranges.count - 1] = last.lowerBound...cid
      } else {
        ranges.append(cid...cid)
      }
    }
    var bytes = FontBytes()
    if ranges.count * 4 < (cids.count - 1) * 2 {
      bytes.append(2, size: 1)
      for range in ranges {
        bytes.append(Int(range.lowerBound), size: 2)
        bytes.append(range.count - 1, size: 2)
      }
    } else {
      bytes.append(0, size: 1)
      for cid in cids.dropFirst() { bytes.append(Int(cid), size: 2) }
    }
    return bytes.bytes
  }

  /// Which part each glyph belongs to, as ranges (TN #5176 §19, format 3).
  private var fontSelect: [UInt8] {
    var ranges = FontBytes()
    var last: Int?
    for (glyph, outline) in outlines.enumerated() where outline.part != last {
      ranges.append(glyph, size: 2)
      ranges.append(parts.firstIndex(of: outline.part) ?? 0, size: 1)
      last = outline.part
    }
    var bytes = FontBytes()
    bytes.append(3, size: 1)
    bytes.append(ranges.count / 3, size: 2)
    bytes.append(ranges.bytes)
    bytes.append(outlines.count, size: 2)
    return bytes.bytes
  }

  /// The widths that charstrings leave out; hints and subroutines are gone.
  private func privateDict(of part: Int) -> [UInt8] {
    let facts = source.parts[part].privateDict
    var dict = FontBytes()
    dict.append(.defaultWidth, facts.encoded(.defaultWidth))
    dict.append(.nominalWidth, facts.encoded(.nominalWidth))
    return dict.bytes
  }

  private func fontDict(of place: Int, privateDict: (size: Int, offset: Int)) -> [UInt8] {
    let part = source.parts[parts[place]]
    var dict = FontBytes()
    if part.name != nil {
      let named = parts[..<place].count { source.parts[$0].name != nil }
      dict.append(.fontName, integers: CFFProgram.firstString + 2 + named)
    }
    dict.append(.fontMatrix, part.font.encoded(.fontMatrix))
    dict.append(.privateDict, integers: privateDict.size, privateDict.offset)
    return dict.bytes
  }
}
