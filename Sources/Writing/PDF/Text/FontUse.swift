import Pages

/// What the pages so far have shown of one font.
struct FontUse {
  /// One glyph, as small as can be: there are up to 65,536 in each font.
  private struct Glyph {
    /// The advance in thousandths of an em; not a number when the glyph was not shown.
    var advance: Float = .nan
    /// The glyph's text: one scalar, or `longText` and an index, or 0 for none yet.
    var text: UInt32 = 0
  }

  private static let longText: UInt32 = 0x8000_0000
  /// A CMap's strings end at 512 bytes (Adobe Technical Note #5014); longer clusters speak for themselves.
  private static let longestText = 256

  private var glyphs: [Glyph] = []
  private var longTexts: [String] = []
  private var clusterTexts: [GlyphID: String] = [:]

  /// The glyphs that were shown, in rising order.
  var shown: [GlyphID] {
    glyphs.indices.filter { !glyphs[$0].advance.isNaN }.map { GlyphID($0) }
  }

  /// Notes that `glyph` is shown; the first time, asks `measure` for its advance.
  mutating func show(_ glyph: GlyphID, measure: () -> Double) {
    let index = Int(glyph)
    if index >= glyphs.count {
      glyphs += repeatElement(Glyph(), count: index + 1 - glyphs.count)
    }
    if glyphs[index].advance.isNaN { glyphs[index].advance = Float(measure()) }
  }

  /// Returns the advance of a shown glyph in thousandths of an em.
  func advance(of glyph: GlyphID) -> Double { Double(glyphs[Int(glyph)].advance) }

  /// Takes `text` as what a shown glyph stands for alone, unless it has another text already.
  ///
  /// Returns whether the glyph has this text; if not, the page itself has to say what the glyph means.
  mutating func claim(_ text: Substring, for glyph: GlyphID) -> Bool {
    guard let slot = slot(for: text) else { return false }
    let index = Int(glyph)
    if glyphs[index].text == 0 { glyphs[index].text = slot }
    return glyphs[index].text == slot
  }

  /// Notes the text of a cluster of several glyphs, for those that never stand alone.
  mutating func note(_ text: Substring, forClusterWith glyph: GlyphID) {
    if glyphs[Int(glyph)].text == 0, clusterTexts[glyph] == nil, !text.isEmpty,
      text.utf8.count <= FontUse.longestText
    {
      clusterTexts[glyph] = String(text)
    }
  }

  /// Returns what readers should take a shown glyph for.
  func text(of glyph: GlyphID) -> String {
    let text = glyphs[Int(glyph)].text
    if text & FontUse.longText != 0 { return longTexts[Int(text & ~FontUse.longText)] }
    if text != 0, let scalar = Unicode.Scalar(text) { return String(Character(scalar)) }
    // Every code shown needs a mapping (ISO 19005-3 §6.2.11.7.2); this one stands for nothing.
    return clusterTexts[glyph] ?? "\u{200B}"
  }
}

extension FontUse {
  /// Returns the form in which a glyph holds `text`, or nothing when a CMap must not hold it.
  private mutating func slot(for text: Substring) -> UInt32? {
    guard !text.isEmpty, text.utf8.count <= FontUse.longestText else { return nil }
    let scalars = text.unicodeScalars
    if let scalar = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex {
      // ISO 19005-3 §6.2.11.7.2 forbids these three as the meaning of a glyph.
      return [0, 0xFEFF, 0xFFFE].contains(scalar.value) ? nil : scalar.value
    }
    // Compared by bytes: `==` on strings would join compatibility ideographs with their twins.
    if let known = longTexts.firstIndex(where: { $0.utf8.elementsEqual(text.utf8) }) {
      return FontUse.longText | UInt32(known)
    }
    longTexts.append(String(text))
    return FontUse.longText | UInt32(longTexts.count - 1)
  }
}
