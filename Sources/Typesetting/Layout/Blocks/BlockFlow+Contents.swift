import Diagnostics
import DocumentTree
import Geometry
import LineBreaking
import Pages
import Styling

extension BlockFlow {
  /// Lists the headings with their pages; a document's only title is left out.
  mutating func layOutContents(in place: FlowPlace) throws(LayoutFailure) {
    try flushMarker(in: place)
    let titles = headings.filter { $0.level == 1 }.count
    let levels = (titles > 1 ? 1 : 2)...3
    let depth = trail.depth
    for (index, heading) in headings.enumerated() where levels.contains(heading.level) {
      let page = index < pages.count ? pages[index] : nil
      let level = heading.level - levels.lowerBound
      beginEntry(at: level, above: depth)
      try layOut(heading, page: page, depth: level, in: place)
    }
    trail.close(to: depth)
    oweSpace(style[.contents].spaceAfter)
  }

  /// Ends the entries that are as deep as `level` or deeper, and begins one there: a list of entries stands inside
  /// the one above it (ISO 32000-1 §14.8.4.2).
  private mutating func beginEntry(at level: Int, above depth: Int) {
    let entryDepth = 2 * level + 1
    if trail.depth - depth > entryDepth { trail.close(to: depth + entryDepth) }
    while trail.depth - depth < entryDepth {
      trail.open((trail.depth - depth).isMultiple(of: 2) ? .contents : .contentsItem)
    }
    trail.open(.contentsItem)
  }

  private mutating func layOut(
    _ heading: HeadingEntry,
    page: Int?,
    depth: Int,
    in place: FlowPlace
  ) throws(LayoutFailure) {
    var style = self.style[.contents]
    style.alignment = .left
    let inner = place.indented(by: style.size * (2 * depth), least: place.width / 3)
    // The room for the number never depends on the number, so that both passes break alike.
    let widths = LineWidths(rest: inner.width - style.size * 3)
    let entryText = entry(heading, style)
    let composed = try composer.paragraph(entryText, size: style.size, widths: widths)
    let lines = composed.lines(widths)
    let node = newNode()
    let mark = Mark.node(node)
    trail.open(.reference, node: node, parts: entryText.parts)
    let y = style.baseline(size: composed.size)
    for (index, line) in lines.enumerated() {
      let drawn = composed.draw(line, measure: widths.rest, alignment: .left, mark: mark)
      var items = drawn.items
      if index == lines.count - 1, let page {
        items += try ending(page, after: drawn.width, width: inner.width, style, mark)
      }
      try add(
        FlowLine(
          height: style.linePitch,
          items: items.map { $0.moved(x: inner.left, y: y) },
          keepsWithPrevious: index > 0,
          frames: place.frames
        )
      )
    }
    trail.close()
  }

  private func entry(_ heading: HeadingEntry, _ style: TextStyle) -> StyledText {
    var span = SpanStyle(style)
    var text = StyledText()
    if !heading.id.isEmpty {
      span.link = "#" + heading.id
      span.part = 0
      text.parts = [.link(words: heading.title)]
    }
    text.append(heading.title, span, origin: .unknown)
    return text.onOneLine
  }

  /// The dots and the page number that end an entry.
  private func ending(
    _ page: Int,
    after left: Length,
    width: Length,
    _ style: TextStyle,
    _ mark: Mark
  ) throws(LayoutFailure) -> [PageItem] {
    let number = try plain(String(page), style)
    let numberLeft = width - number.onlyLine.natural
    let dot = try plain(" .", style).onlyLine.natural
    // The dots of all entries end at one place, whatever their numbers.
    let dotsRight = min(numberLeft - style.size / 2, width - style.size * 2)
    let free = dotsRight - left
    let count = dot > .zero ? Int(free / dot) : 0
    var items: [PageItem] = []
    if count > 1 {
      let dots = try plain(String(repeating: " .", count: count), style)
      items += draw(dots, at: dotsRight - dots.onlyLine.natural, .decoration)
    }
    return items + draw(number, at: numberLeft, mark)
  }

  private func plain(_ string: String, _ style: TextStyle) throws(LayoutFailure) -> ComposedText {
    var text = StyledText()
    text.append(string, SpanStyle(style), origin: .unknown)
    return try composer.line(text, size: style.size)
  }

  private func draw(_ composed: ComposedText, at x: Length, _ mark: Mark) -> [PageItem] {
    let line = composed.onlyLine
    return composed.draw(line, measure: line.natural, alignment: .left, mark: mark).items
      .map { $0.moved(x: x, y: .zero) }
  }
}
