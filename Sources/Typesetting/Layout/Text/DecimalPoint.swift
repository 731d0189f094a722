import Diagnostics
import Geometry
import LineBreaking

extension ComposedText {
  /// The width of `line` from its decimal point on; nothing where it has none.
  func widthFromPoint(_ line: Line) -> Length {
    let bytes = text.text.utf8
    let point = line.items.last { index in
      bytes[bytes.index(bytes.startIndex, offsetBy: shaped.clusters[index].offset)]
        == UInt8(ascii: ".")
    }
    guard let point else { return .zero }
    let edges = setLine(line, of: items, to: line.natural, filling: .natural).edges
    return line.natural - edges[point - line.items.lowerBound]
  }
}

extension TextComposer {
  /// The width of a point and `count` digits behind it, in the style of a text.
  func roomBehindPoint(_ count: Int, like composed: ComposedText) throws(LayoutFailure) -> Length {
    guard count > 0, let style = composed.text.spans.first?.style else { return .zero }
    var places = StyledText()
    places.append("." + String(repeating: "0", count: count), style, origin: .unknown)
    places.hasTabularFigures = true
    return try line(places, size: composed.size).onlyLine.natural
  }
}
