import Fonts
import Geometry
import LineBreaking
import Pages
import Styling

extension TextComposer {
  /// Draws a line of a paragraph, shaped by itself where its ends cut through what was shaped as one.
  ///
  /// HarfBuzz says where a cut changes glyphs on either side: between letters that are kerned or joined, as in a word
  /// of Arabic that had to be torn. Everywhere else the paragraph's glyphs are used as they are.
  func draw(
    _ line: Line,
    of composed: ComposedText,
    measure: Length,
    alignment: Alignment,
    mark: Mark
  ) throws(LayoutFailure) -> TextLine {
    guard composed.cutsThroughGlyphs(line) else {
      return composed.draw(line, measure: measure, alignment: alignment, mark: mark)
    }
    let text = composed.text(of: line)
    let alone = try drawAlone(text, of: composed, scale: 1, line, measure, alignment, mark)
    guard alone.width > measure else { return alone }
    // Letters that lost their neighbour may be wider: a little smaller they fit, and a line never stands over. Where
    // there is no room at all nothing fits, yet text keeps a size that can be written.
    let scale = max(0.5, measure / alone.width * 0.999)
    return try drawAlone(text, of: composed, scale: scale, line, measure, alignment, mark)
  }

  private func drawAlone(
    _ text: StyledText,
    of whole: ComposedText,
    scale: Double,
    _ line: Line,
    _ measure: Length,
    _ alignment: Alignment,
    _ mark: Mark
  ) throws(LayoutFailure) -> TextLine {
    let composed = try self.line(text, size: whole.size * scale, spacing: whole.spacing)
    var only = composed.onlyLine
    only.isLast = line.isLast
    return composed.draw(only, measure: measure, alignment: alignment, mark: mark)
  }
}

extension ComposedText {
  /// Whether either end of a line lies where a line cannot begin without shaping anew.
  ///
  /// A line with a fill-in keeps its glyphs: its rule was measured with them. One with a hanging mark was cut there.
  fileprivate func cutsThroughGlyphs(_ line: Line) -> Bool {
    guard !line.hangs,
      shaped.isUnsafeToBreak(before: line.items.lowerBound)
        || shaped.isUnsafeToBreak(before: line.items.upperBound)
    else { return false }
    let bytes = range(of: line)
    return !text.fillIns.contains { $0.range.overlaps(bytes) }
      && !text.stamps.contains { bytes.contains($0.offset) }
  }

  /// The text of a line.
  fileprivate func text(of line: Line) -> StyledText { text.piece(range(of: line)) }

  private func range(of line: Line) -> Range<Int> {
    let (start, end) = (line.items.lowerBound, line.items.upperBound)
    let clusters = shaped.clusters
    return clusters[start].offset..<(end < clusters.count ? clusters[end].offset : text.count)
  }
}

extension GlyphClusters {
  /// Whether a line that begins with the cluster at `index` would have to be shaped anew on both sides.
  fileprivate func isUnsafeToBreak(before index: Int) -> Bool {
    guard index > 0, index < clusters.count else { return false }
    return glyphs(of: index).contains(where: \.isUnsafeToBreak)
  }
}
