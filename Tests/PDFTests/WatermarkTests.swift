import Diagnostics
import Geometry
import Pages
import Styling
import Testing

@testable import PDF

@Test func aWatermarkIsTurnedAroundTheMiddleAndLeavesTheStateAlone() throws {
  let run = GlyphRun(
    font: FontID(index: 0),
    size: .pt(40),
    origin: Point(x: .zero - .pt(20), y: .pt(10)),
    width: .pt(40),
    glyphs: [PlacedGlyph(id: 7, x: .zero, textOffset: 0)],
    text: "样",
    ink: Ink(grey: 222),
    mark: .decoration,
    source: .unknown
  )
  let watermark = Watermark(
    runs: [run],
    centre: Point(x: .pt(100), y: .pt(300)),
    turn: .gentle
  )
  var uses = FontUses()
  let fonts = PDFFonts(advance: { _, _ in 1000 }, embed: { _, _ in throw CancellationError() })
  let bytes = try ContentStream.bytes(
    of: [.watermark(watermark)],
    pageHeight: .pt(800),
    fonts: fonts,
    uses: &uses
  )
  #expect(
    withTextInDigits(bytes) == """
      q
      /Artifact <</Type /Pagination /Subtype /Watermark>> BDC
      q
      0.866 0.5 -0.5 0.866 100 500 cm
      0.871 g
      BT
      /F0 40 Tf
      -20 -10 Td
      <0007> Tj
      ET
      Q
      EMC
      Q

      """
  )
  #expect(uses[FontID(index: 0)].shown == [7])
}
