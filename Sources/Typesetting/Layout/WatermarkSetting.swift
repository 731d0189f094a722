import Diagnostics
import Geometry
import LineBreaking
import Pages
import Styling

/// Sets the words that lie under every page of a document.
struct WatermarkSetting {
  /// Pale enough that nine-point text above stays easy to read, dark enough for a photocopier to keep it.
  private static let ink = Ink(grey: 222)

  /// Sets the watermark of `style`, or returns nothing when it has none.
  ///
  /// The words are spread along the diagonal, as large as they can be within three quarters of the sheet's width.
  static func watermark(
    of style: PageStyle,
    _ composer: TextComposer
  ) throws(LayoutFailure) -> Watermark? {
    guard let words = style.watermark, !words.isEmpty else { return nil }
    var span = SpanStyle(TextStyle(family: .hei))
    span.ink = ink
    var text = StyledText()
    text.append(words, span, origin: .unknown)
    text = text.onOneLine
    let isWide = style.paper.width > style.paper.height
    let room = min(style.paper.width, style.paper.height) * 0.75
    let trial = try composer.line(text, size: .mm(10))
    let size = min(.mm(45), Length.mm(10) * (room / max(.mm(1), trial.onlyLine.natural)))
    composer.tiny.note("水印", at: size, origin: .unknown)
    let composed = try composer.line(text, size: size)
    let line = composed.onlyLine
    let drawn = composed.draw(line, measure: line.natural, alignment: .left, mark: .decoration)
    let middle = Point(x: .zero - drawn.width / 2, y: size * 0.38)
    return Watermark(
      runs: drawn.items.compactMap { item in
        guard case .glyphs(let run) = item.moved(x: middle.x, y: middle.y) else { return nil }
        return run
      },
      centre: Point(x: style.paper.width / 2, y: style.paper.height / 2),
      turn: isWide ? .gentle : .steep
    )
  }
}
