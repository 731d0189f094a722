import Geometry
import Pages

extension ContentStream {
  /// Shows turned words in coordinates of their own (ISO 32000-1 §8.3.4).
  mutating func show(
    _ watermark: Watermark,
    fonts: PDFFonts,
    uses: inout FontUses
  ) throws(PDFFailure) {
    // The words have a graphics state to themselves: what they set does not reach the page.
    var words = ContentStream(pageHeight: .zero)
    let (sine, cosine) = watermark.turn.sineAndCosine
    words.content.append(operands: Number(thousandths: cosine), Number(thousandths: sine))
    words.content.append(operands: Number(thousandths: -sine), Number(thousandths: cosine))
    words.content.append(operands: Number(watermark.centre.x), y(watermark.centre.y))
    words.content.append("cm\n")
    for run in watermark.runs { try words.show(run, fonts: fonts, uses: &uses) }
    words.content.append("Q\n")
    content.append(words.content.bytes)
  }
}

extension Watermark.Turn {
  /// The sine and the cosine of the angle in thousandths.
  fileprivate var sineAndCosine: (Int, Int) {
    switch self {
    case .steep: (707, 707)
    case .gentle: (500, 866)
    }
  }
}
