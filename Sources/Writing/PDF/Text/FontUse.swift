import Diagnostics
import Geometry
import Pages

/// What the pages so far have shown of one font.
///
/// Texts are UTF-8 bytes here: strings call a compatibility ideograph and its twin equal, names must not.
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
  /// ISO 19005-3 §6.2.11.7.2 forbids these as the meaning of a glyph.
  private static let forbidden: [UInt32] = [0, 0xFEFF, 0xFFFE]

  private var glyphs = GlyphTable(Glyph())
  /// The glyphs that were shown, in the order in which they came.
  private var met: [GlyphID] = []
  private var longTexts: [[UInt8]] = []
  private var clusterTexts: [GlyphID: [UInt8]] = [:]
  /// What may not be shown so.
  private(set) var violations = PDFViolations()

  /// The glyphs that were shown, in rising order.
  var shown: [GlyphID] { met.sorted() }

  /// Whether no glyph was shown.
  var isEmpty: Bool { glyphs.isEmpty }

  /// Notes that `glyph` is shown; the first time, asks `measure` for its advance.
  mutating func show(_ glyph: GlyphID, measure: () -> Double) {
    guard glyphs[glyph].advance.isNaN else { return }
    glyphs[glyph].advance = Float(measure())
    met.append(glyph)
  }

  /// Notes that something may not be shown so.
  mutating func note(_ violation: PDFViolation) { violations.add(violation) }

  /// Returns what may be written to say `text` beside its glyphs; notes a text that is too long for it.
  mutating func actualText(_ text: ArraySlice<UInt8>, at origin: Origin) -> [UInt8] {
    let text = String(decoding: text, as: UTF8.self)
    return TextString.utf16(violations.fitting(text, .text, at: origin))
  }

  /// Returns the advance of a shown glyph in thousandths of an em.
  func advance(of glyph: GlyphID) -> Double { Double(glyphs[glyph].advance) }

  /// Returns the advance of a glyph that has been shown for `scalar`, in thousandths of an em; nothing for any other.
  func advance(of glyph: GlyphID, shownFor scalar: UInt32) -> Double? {
    let known = glyphs[glyph]
    // What is forbidden to be the meaning of a glyph is never held, nor is 0.
    guard scalar != 0, known.text == scalar else { return nil }
    return Double(known.advance)
  }

  /// Notes what a run shows whose glyphs stand on the baseline for one character each.
  ///
  /// Returns whether all of it is so, and no glyph stood for another character before; if not, the run has to be
  /// taken apart, which notes the same again.
  mutating func learn(_ run: GlyphRun, measure: (GlyphID) -> Double) -> Bool {
    guard FontUse.isPlain(run) else { return false }
    for (placed, scalar) in zip(run.glyphs, run.text.unicodeScalars) {
      show(placed.id) { measure(placed.id) }
      let known = glyphs[placed.id].text
      if known == 0 { glyphs[placed.id].text = scalar.value }
      guard known == 0 || known == scalar.value else { return false }
    }
    return true
  }

  private static func isPlain(_ run: GlyphRun) -> Bool {
    var scalars = run.text.unicodeScalars.makeIterator()
    var offset = 0
    for placed in run.glyphs {
      guard let scalar = scalars.next(), placed.textOffset == offset, placed.rise == .zero,
        placed.id != 0, !forbidden.contains(scalar.value)
      else { return false }
      offset += UTF8.width(scalar)
    }
    return scalars.next() == nil
  }

  /// Takes `text` as what a shown glyph stands for alone, unless it has another text already.
  ///
  /// Returns whether the glyph has this text; if not, the page itself has to say what the glyph means.
  mutating func claim(_ text: ArraySlice<UInt8>, for glyph: GlyphID) -> Bool {
    let known = glyphs[glyph].text
    // Nearly always the glyph has been seen with this text before; what is forbidden it never holds.
    if known != 0, FontUse.loneScalar(of: text) == known { return true }
    guard FontUse.isMappable(text) else { return false }
    let slot = slot(for: text)
    if known == 0 { glyphs[glyph].text = slot }
    return known == 0 || known == slot
  }

  /// Notes the text of a cluster with a shown glyph, in case the glyph never stands alone.
  mutating func note(_ text: ArraySlice<UInt8>, forClusterWith glyph: GlyphID) {
    guard clusterTexts[glyph] == nil, FontUse.isMappable(text) else { return }
    clusterTexts[glyph] = Array(text)
  }

  /// Returns what readers should take a shown glyph for.
  func text(of glyph: GlyphID) -> String {
    let text = glyphs[glyph].text
    if text & FontUse.longText != 0 {
      return String(decoding: longTexts[Int(text & ~FontUse.longText)], as: UTF8.self)
    }
    if text != 0, let scalar = Unicode.Scalar(text) { return String(Character(scalar)) }
    // Every code shown needs a mapping (ISO 19005-3 §6.2.11.7.2); this one stands for nothing.
    return clusterTexts[glyph].map { String(decoding: $0, as: UTF8.self) } ?? "\u{200B}"
  }

  /// Returns whether a CMap may hold `text`.
  private static func isMappable(_ text: ArraySlice<UInt8>) -> Bool {
    guard !text.isEmpty, text.count <= longestText else { return false }
    return loneScalar(of: text).map { !forbidden.contains($0) } ?? true
  }

  /// Returns the form in which a glyph holds `text`.
  private mutating func slot(for text: ArraySlice<UInt8>) -> UInt32 {
    if let scalar = FontUse.loneScalar(of: text) { return scalar }
    if let known = longTexts.firstIndex(where: { $0[...] == text }) {
      return FontUse.longText | UInt32(known)
    }
    longTexts.append(Array(text))
    return FontUse.longText | UInt32(longTexts.count - 1)
  }

  /// Returns the scalar that `text`, which is valid UTF-8, consists of, or nothing when there are several.
  private static func loneScalar(of text: ArraySlice<UInt8>) -> UInt32? {
    guard let lead = text.first else { return nil }
    let width = (~lead).leadingZeroBitCount
    guard text.count == max(width, 1) else { return nil }
    var scalar = UInt32(lead) & (0x7F >> UInt32(width))
    for byte in text.dropFirst() { scalar = scalar << 6 | UInt32(byte & 0x3F) }
    return scalar
  }
}
