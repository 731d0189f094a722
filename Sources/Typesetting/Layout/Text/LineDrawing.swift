import Diagnostics
import DocumentTree
import Fonts
import Geometry
import LineBreaking
import Pages
import Styling

/// Turns one line of a composed text into page items.
struct LineDrawing {
  private let composed: ComposedText
  private let line: Line
  private let order: VisualOrder?
  private let edges: [Length]
  private let end: Length
  private let mark: Mark

  init(
    _ composed: ComposedText,
    _ line: Line,
    _ order: VisualOrder?,
    edges: [Length],
    end: Length,
    _ mark: Mark
  ) {
    self.composed = composed
    self.line = line
    self.order = order
    self.edges = edges
    self.end = end
    self.mark = mark
  }

  /// The glyph runs, then the rules of fill-ins and strikes, then links and places of seals.
  func items() -> [PageItem] {
    var items = runs()
    for fillIn in composed.text.fillIns {
      for extent in extents(of: fillIn.range) { items.append(.rule(rule(under: extent))) }
    }
    items += strikesAndLinks()
    items += stamps()
    return items
  }

  // MARK: Glyphs

  private func runs() -> [PageItem] {
    var items: [PageItem] = []
    var span = 0
    var start = line.items.lowerBound
    while start < line.items.upperBound {
      guard let font = composed.shaped.fonts[start] else {
        start += 1
        continue
      }
      let style = spanIndex(of: start, from: span)
      span = style
      let language = language(of: start)
      var stop = start + 1
      while stop < line.items.upperBound, composed.shaped.fonts[stop] == font,
        order?.level(start) == order?.level(stop), self.language(of: stop) == language
      {
        let next = spanIndex(of: stop, from: span)
        guard isAlike(style, next) else { break }
        span = next
        stop += 1
      }
      items.append(.glyphs(run(start..<stop, font, composed.text.spans[style])))
      start = stop
    }
    return items
  }

  /// The span of a cluster that does not stand before the one numbered `first`.
  private func spanIndex(of cluster: Int, from first: Int) -> Int {
    let offset = composed.shaped.clusters[cluster].offset
    var span = first
    while span + 1 < composed.text.spans.count,
      composed.text.spans[span].range.upperBound <= offset
    { span += 1 }
    return span
  }

  private func language(of cluster: Int) -> Language {
    composed.foreign.isEmpty
      ? .chinese : composed.language(at: composed.shaped.clusters[cluster].offset)
  }

  private func isAlike(_ left: Int, _ right: Int) -> Bool {
    guard left != right else { return true }
    let (one, two) = (composed.text.spans[left], composed.text.spans[right])
    return one.style.shapesLike(two.style) && one.style.ink == two.style.ink
      && one.origin == two.origin && one.style.part == two.style.part
  }

  private func run(_ clusters: Range<Int>, _ font: FontID, _ span: TextSpan) -> GlyphRun {
    let size =
      span.style.sizeFactor == 1 ? composed.size : composed.size * span.style.sizeFactor
    let base = composed.shaped.clusters[clusters.lowerBound].offset
    let isReversed = order?.isRightToLeft(clusters.lowerBound) == true
    let left = origin(of: isReversed ? clusters.upperBound - 1 : clusters.lowerBound)
    var glyphs: [PlacedGlyph] = []
    glyphs.reserveCapacity(clusters.count)
    var right = left
    // Glyphs stand from left to right, whichever way the text runs.
    for place in clusters {
      let index = isReversed ? clusters.lowerBound + clusters.upperBound - 1 - place : place
      var x = origin(of: index)
      for glyph in composed.shaped.glyphs(of: index) {
        glyphs.append(
          PlacedGlyph(
            id: glyph.id,
            x: x + size.scaled(millionths: glyph.xOffset) - left,
            rise: size.scaled(millionths: glyph.yOffset),
            textOffset: composed.shaped.clusters[index].offset - base
          )
        )
        x += size.scaled(millionths: glyph.advance)
      }
      if index - line.items.lowerBound < line.inkCount { right = max(right, x) }
    }
    return GlyphRun(
      font: font,
      size: size,
      origin: Point(x: left, y: -(composed.size * span.style.riseFactor)),
      width: right - left,
      glyphs: glyphs,
      text: String(composed.text.text.bytes(base..<textEnd(clusters.upperBound))),
      ink: span.style.ink,
      language: language(of: clusters.lowerBound),
      mark: mark(of: span.style),
      source: span.origin
    )
  }

  /// The structure node of the text, or the element inside it that a span belongs to.
  private func mark(of style: SpanStyle) -> Mark {
    guard let part = style.part, case .node(let node) = mark else { return mark }
    return .part(part, of: node)
  }

  private func origin(of cluster: Int) -> Length {
    let (edge, item) = (edges[cluster - line.items.lowerBound], composed.items[cluster])
    guard order?.isRightToLeft(cluster) == true else { return edge + item.shift }
    // What stood before the ink of the cluster stands after it.
    return edge + item.box - item.shift - composed.shaped.clusters[cluster].advance
  }

  private func textEnd(_ cluster: Int) -> Int {
    cluster < composed.shaped.clusters.count
      ? composed.shaped.clusters[cluster].offset : composed.text.count
  }

  // MARK: Rules, links, seals

  /// The left and right edges of what stands on this line of a range of bytes, once for each part side by side.
  private func extents(of bytes: Range<Int>) -> [(left: Length, right: Length)] {
    let whole = composed.shaped.clusterRange(bytes)
    let inked = line.items.lowerBound..<line.items.lowerBound + line.inkCount
    let range = whole.clamped(to: inked)
    guard let first = range.first, let last = range.last else { return [] }
    if let order { return order.extents(of: range, edges: edges, composed.items) }
    let edge = edges[last - line.items.lowerBound]
    return [(edges[first - line.items.lowerBound], edge + composed.items[last].box)]
  }

  /// A rule a fifth of an em below the baseline, clear of every stroke.
  private func rule(under extent: (left: Length, right: Length)) -> Rule {
    let y = composed.size / 5
    return Rule(
      from: Point(x: extent.left, y: y),
      to: Point(x: extent.right, y: y),
      thickness: .pt(0.5)
    )
  }

  private func strikesAndLinks() -> [PageItem] {
    var items: [PageItem] = []
    for span in composed.text.spans where span.style.isStruck || span.style.link != nil {
      for extent in extents(of: span.range) {
        if span.style.isStruck { items.append(.rule(strike(extent, span.style.ink))) }
        if let link = span.style.link {
          let area = box(from: extent.left, to: extent.right)
          let mark = mark(of: span.style)
          items.append(
            .link(LinkArea(area: area, destination: link, mark: mark, source: span.origin))
          )
        }
      }
    }
    return items
  }

  private func strike(_ extent: (left: Length, right: Length), _ ink: Ink) -> Rule {
    let y = -(composed.size * 0.36)
    return Rule(
      from: Point(x: extent.left, y: y),
      to: Point(x: extent.right, y: y),
      thickness: .pt(0.5),
      ink: ink
    )
  }

  private func box(from left: Length, to right: Length) -> Rectangle {
    Rectangle(
      x: left,
      y: -(composed.size * 0.9),
      width: right - left,
      height: composed.size * 1.05
    )
  }

  private func stamps() -> [PageItem] {
    composed.text.stamps.compactMap { stamp in
      guard let x = place(of: stamp.offset) else { return nil }
      let side = Length.mm(stamp.place.millimetres)
      let area = Rectangle(
        x: x - side / 2,
        y: -(composed.size * 0.38) - side / 2,
        width: side,
        height: side
      )
      return .stampPlace(StampArea(name: stamp.place.name, area: area))
    }
  }

  /// Where on this line a byte stands; a place after the last character belongs to the last line.
  private func place(of offset: Int) -> Length? {
    let cluster = composed.shaped.firstCluster(from: offset)
    if line.items.contains(cluster) { return edges[cluster - line.items.lowerBound] }
    let isAtEnd = cluster == composed.items.count && line.items.upperBound == cluster
    return isAtEnd ? end : nil
  }
}
