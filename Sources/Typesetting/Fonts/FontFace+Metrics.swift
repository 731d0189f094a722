extension FontFace {
  /// The em box: OS/2 sTypoAscender and sTypoDescender, else the line metrics of hhea.
  var metrics: FontMetrics {
    let os2 = table(fontTag("OS/2"))
    let hhea = table(fontTag("hhea"))
    let typographic = (os2.int16(at: 68), os2.int16(at: 70))
    let horizontal = (hhea.int16(at: 4), hhea.int16(at: 6))
    for case (let ascender?, let descender?) in [typographic, horizontal] where ascender > descender
    {
      return FontMetrics(ascent: millionths(ascender), descent: -millionths(descender))
    }
    return .ideographic
  }

  private func millionths(_ units: Int) -> Int { units * Int(Self.em) / max(unitsPerEm, 1) }

  /// Returns font units as thousandths of an em.
  func thousandths(_ units: Int) -> Double { Double(units) * 1000 / Double(max(unitsPerEm, 1)) }

  /// The height of capitals in thousandths of an em: OS/2 sCapHeight, else most of the ascent.
  var capHeight: Double {
    let height = table(fontTag("OS/2")).int16(at: 88) ?? 0
    return height > 0 ? thousandths(height) : Double(metrics.ascent) / 1250
  }

  /// Whether the strokes end in serifs, by PANOSE or else the IBM family class (OpenType 1.9, OS/2).
  var isSerif: Bool {
    let os2 = table(fontTag("OS/2"))
    let panose = os2.bytes.dropFirst(32).prefix(2)
    if panose.first == 2, let style = panose.last, style > 1 { return style < 11 }
    let familyClass = (os2.uint16(at: 30) ?? 0) >> 8
    return (1...7).contains(familyClass)
  }
}
