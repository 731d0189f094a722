import Diagnostics
import DocumentTree
import Fonts
import Geometry
import LineBreaking
import Styling
import UnicodeText

/// Composes text with the fonts and line-break data of one task.
final class TextComposer {
  let fonts: FontLibrary
  private let finder: LineBreakFinder

  init(fonts: FontLibrary) throws(LayoutFailure) {
    self.fonts = fonts
    do {
      finder = try LineBreakFinder()
    } catch {
      throw .from(error)
    }
  }

  /// Composes a text that may be broken into lines of `widths`.
  ///
  /// A text with a character wider than the line is made smaller, so that nothing ever stands over.
  func paragraph(
    _ text: StyledText,
    size: Length,
    widths: LineWidths
  ) throws(LayoutFailure) -> ComposedText {
    let least = min(widths.first, widths.rest)
    var size = size
    var clusters = try clusters(of: text, size: size, limit: least)
    if let widest = clusters.clusters.map(\.width).max(), widest > least {
      size = size * max(0.01, least / widest * 0.999)
      clusters = try self.clusters(of: text, size: size, limit: least)
    }
    return composed(text, size, clusters, breaks: try breaks(in: text))
  }

  /// Composes a text that stands on one line, however wide; it must not hold a line end.
  func line(_ text: StyledText, size: Length) throws(LayoutFailure) -> ComposedText {
    let limit = Length.mm(10_000)
    return composed(text, size, try clusters(of: text, size: size, limit: limit), breaks: nil)
  }

  private func composed(
    _ text: StyledText,
    _ size: Length,
    _ clusters: GlyphClusters,
    breaks: [LineBreak]?
  ) -> ComposedText {
    ComposedText(
      text: text,
      size: size,
      shaped: clusters,
      items: lineItems(of: text.text, clusters: clusters.clusters, breaks: breaks)
    )
  }

  private func clusters(
    of text: StyledText,
    size: Length,
    limit: Length
  ) throws(LayoutFailure) -> GlyphClusters {
    var clusters = try TextShaping.clusters(of: text, size: size, fonts: fonts)
    for fillIn in text.fillIns { clusters.widen(fillIn, size: size, limit: limit) }
    for span in text.spans where span.style.riseFactor > 0 { clusters.keepWhole(span.range) }
    return clusters
  }

  private func breaks(in text: StyledText) throws(LayoutFailure) -> [LineBreak] {
    do {
      return try finder.breaks(in: text.text)
    } catch {
      throw .from(error)
    }
  }
}

extension TextCluster {
  /// The whole width with the room inside.
  var width: Length { lead + advance + trail }
}
