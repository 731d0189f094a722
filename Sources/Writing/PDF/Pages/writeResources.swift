import Fonts
import Pages

/// Writes the fonts of which something was shown, and the resources that all content shares (ISO 32000-1 §7.8.3).
///
/// Where there is an `overlay`, they are written once more together with what paints it.
func writeResources(
  of uses: FontUses,
  fonts: PDFFonts,
  as resources: Reference,
  overlay: (Overlay, as: Reference)? = nil,
  to file: ObjectFile
) throws(PDFFailure) {
  var names: Entries = [:]
  for font in uses.fonts {
    let use = uses[font]
    let glyphs = use.shown
    let subset: EmbeddedFont
    do { subset = try fonts.embed(font, glyphs) } catch { throw .font(font, error) }
    let objects = try FontObjects(subset, id: font, use: use, glyphs: glyphs)
    names.add(FontUses.resourceName(of: font), .reference(try objects.write(to: file)))
  }
  try file.add(["Font": .dictionary(names)], as: resources)
  if let (overlay, reference) = overlay {
    var entries = overlay.resources
    entries.add("Font", .dictionary(names))
    try file.add(.dictionary(entries), as: reference)
  }
}
