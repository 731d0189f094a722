import Pages

/// The CMap that tells a reader the text of each glyph (ISO 32000-1 §9.10.3).
enum ToUnicodeMap {
  /// The most lines of a block (Adobe Technical Note #5014).
  private static let blockLength = 100

  /// Returns the CMap of the glyphs in rising order.
  static func bytes(glyphs: [GlyphID], text: (GlyphID) -> String) -> [UInt8] {
    var map = ByteBuffer()
    map.append(head)
    for start in stride(from: 0, to: glyphs.count, by: blockLength) {
      let block = glyphs[start..<min(start + blockLength, glyphs.count)]
      map.append("\(block.count) beginbfchar\n")
      for glyph in block {
        map.append(byte: UInt8(ascii: "<"))
        map.append(hex: glyph)
        map.append(operation: "> <")
        for unit in text(glyph).utf16 { map.append(hex: unit) }
        map.append(operation: ">\n")
      }
      map.append("endbfchar\n")
    }
    map.append(tail)
    return map.bytes
  }

  private static let head = """
    /CIDInit /ProcSet findresource begin
    12 dict begin
    begincmap
    /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
    /CMapName /Adobe-Identity-UCS def
    /CMapType 2 def
    1 begincodespacerange
    <0000> <FFFF>
    endcodespacerange

    """

  private static let tail = """
    endcmap
    CMapName currentdict /CMap defineresource pop
    end
    end

    """
}
