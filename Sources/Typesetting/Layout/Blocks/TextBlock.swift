import Diagnostics
import DocumentTree
import Geometry
import LineBreaking
import Pages
import Styling

/// A stretch of text to be set in lines.
struct TextBlock {
  var text: StyledText
  /// What it is in the logical structure.
  var role = StructureRole.paragraph
  var style: TextStyle
  /// The first-line indent.
  var indent = Length.zero
  var heading: HeadingPlace?
  /// Whether no page ends inside.
  var isUnbreakable = false
  var node: Int

  var mark: Mark { .node(node) }
}

extension TextStyle {
  /// How far below the top of a line its baseline lies: the em box stands in the middle of the pitch.
  ///
  /// Chinese em boxes reach 0.88 em above the baseline, whatever the font's own line gap.
  func baseline(size: Length) -> Length { (linePitch - size) / 2 + size * 0.88 }
}

extension BlockFlow {
  /// Sets a block of text line by line.
  mutating func set(_ block: TextBlock, in place: FlowPlace) throws(LayoutFailure) {
    var block = block
    let markerItems = try self.markerItems(&block)
    let lines = try lines(of: block, in: place)
    let isTagged = !block.text.isEmpty
    if isTagged { trail.open(block.role, node: block.node, parts: block.text.parts) }
    if !place.isTight { oweSpace(block.style.spaceBefore) }
    for (index, items) in lines.enumerated() {
      var strip = FlowLine(
        height: block.style.linePitch,
        items: items,
        keepsWithPrevious: block.keeps(index, of: lines.count),
        frames: place.frames
      )
      if index == 0 {
        strip.heading = block.heading
        if !markerItems.isEmpty { strip.items = markerItems + strip.items }
      }
      try add(strip)
    }
    if isTagged { trail.close() }
    if !place.isTight { oweSpace(block.style.spaceAfter) }
  }

  /// The lines of a block, each relative to the left margin and its own top.
  private func lines(
    of block: TextBlock,
    in place: FlowPlace
  ) throws(LayoutFailure) -> ParagraphCache.Lines {
    let indent = max(.zero, min(block.indent, place.width / 2))
    guard let key = ParagraphCache.Key(block, indent: indent, in: place) else {
      return try drawnLines(of: block, indent: indent, in: place)
    }
    if let known = composer.paragraphs.lines(key, of: block) { return known }
    let lines = try drawnLines(of: block, indent: indent, in: place)
    // What lacks a character is told wherever it stands.
    if composer.hasNoComplaint { composer.paragraphs.keep(lines, as: key, of: block) }
    return lines
  }

  private func drawnLines(
    of block: TextBlock,
    indent: Length,
    in place: FlowPlace
  ) throws(LayoutFailure) -> ParagraphCache.Lines {
    let widths = LineWidths(first: place.width - indent, rest: place.width)
    let composed = try composer.paragraph(
      block.text,
      size: block.style.size,
      spacing: block.style.spacing,
      isFlush: block.style.alignment == .justified,
      widths: widths
    )
    let y = block.style.baseline(size: composed.size)
    var lines = composed.lines(widths)
    if lines.isEmpty { lines = [composed.onlyLine] }
    var drawnLines: ParagraphCache.Lines = []
    for (index, line) in lines.enumerated() {
      let drawn = try composer.draw(
        line,
        of: composed,
        measure: widths[index],
        alignment: block.style.alignment,
        mark: block.mark
      )
      let x = place.left + (index == 0 ? indent : .zero)
      drawnLines.append(drawn.items.map { $0.moved(x: x, y: y) })
    }
    return drawnLines
  }

  /// Draws the waiting marker in the style of the text it belongs to.
  ///
  /// Where lists are nested so deep that nothing is indented any more, the marker joins the text.
  private mutating func markerItems(_ block: inout TextBlock) throws(LayoutFailure) -> [PageItem] {
    guard let marker = takeMarker() else { return [] }
    var text = StyledText()
    var span = SpanStyle(block.style)
    // The bullet of 黑体 is a real dot; that of 宋体 is a speck.
    if marker.text == "•" { span.family = .hei }
    text.append(marker.text, span, origin: .unknown)
    let composed = try composer.line(text, size: block.style.size)
    let line = composed.onlyLine
    guard line.natural <= marker.width else {
      text.append(" ", SpanStyle(block.style), origin: .unknown)
      block.text = text.followed(by: block.text)
      return []
    }
    let drawn = composed.draw(line, measure: line.natural, alignment: .left, mark: marker.mark)
    let y = block.style.baseline(size: composed.size)
    return drawn.items.map { $0.moved(x: marker.left, y: y) }
  }
}

extension TextBlock {
  /// Whether the line stays with the one above: no lone line of a paragraph stands at a page's edge.
  fileprivate func keeps(_ index: Int, of count: Int) -> Bool {
    guard index > 0 else { return false }
    return isUnbreakable || index == 1 || index == count - 1
  }
}
