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
  let composition: LineComposition
  /// The paragraphs set before.
  var paragraphs = ParagraphCache()
  /// What the document in the making cannot show.
  var missing = MissingCharacters()
  /// The texts of the document that are too small to be read.
  var tiny = TinyTexts()
  /// Whether nothing was wrong with the texts of the document so far, so that they may be used for others.
  var hasNoComplaint: Bool { missing.isEmpty && tiny.complaints.isEmpty }
  private let finder: LineBreakFinder

  init(fonts: FontLibrary, composition: LineComposition) throws(LayoutFailure) {
    self.fonts = fonts
    self.composition = composition
    do {
      finder = try LineBreakFinder()
    } catch {
      throw .from(error)
    }
  }

  /// Composes a text that may be broken into lines of `widths`.
  ///
  /// A text with a character wider than the line is made smaller, so that nothing ever stands over. `spacing` is what
  /// stands between characters, in em; marks hang only where the lines are to be flush (`isFlush`).
  func paragraph(
    _ text: StyledText,
    size: Length,
    spacing: Double = 0,
    isFlush: Bool = false,
    widths: LineWidths
  ) throws(LayoutFailure) -> ComposedText {
    let least = min(widths.first, widths.rest)
    var size = size
    var clusters = try clusters(of: text, size: size, limit: least)
    if let widest = clusters.clusters.map(\.width).max(), widest > least {
      size = size * max(0.01, least / widest * 0.999)
      tiny.note(at: size, origin: text.spans.first?.origin ?? .unknown)
      clusters = try self.clusters(of: text, size: size, limit: least)
    }
    var composition = composition
    if !isFlush { composition.hangsMarks = false }
    let breaks = try breaks(in: text)
    return composed(text, size, clusters, breaks: breaks, composition, spacing: spacing)
  }

  /// Composes a text that stands on one line, however wide; it must not hold a line end.
  func line(
    _ text: StyledText,
    size: Length,
    spacing: Double = 0
  ) throws(LayoutFailure) -> ComposedText {
    let clusters = try clusters(of: text, size: size, limit: .mm(10_000))
    return composed(text, size, clusters, breaks: nil, composition, spacing: spacing)
  }

  /// Whether no line may break inside a text.
  func isWhole(_ text: StyledText) throws(LayoutFailure) -> Bool {
    try breaks(in: text).allSatisfy { $0.offset == 0 || $0.offset == text.count }
  }

  private func composed(
    _ text: StyledText,
    _ size: Length,
    _ clusters: GlyphClusters,
    breaks: [LineBreak]?,
    _ composition: LineComposition,
    spacing: Double
  ) -> ComposedText {
    ComposedText(
      text: text,
      size: size,
      spacing: spacing,
      shaped: clusters,
      items: lineItems(
        of: text.text,
        clusters: clusters.clusters,
        breaks: breaks,
        composition: text.isVertical ? composition.upright : composition,
        spacing: size * spacing
      ),
      foreign: foreignPhrases(in: text.text)
    )
  }

  private func clusters(
    of text: StyledText,
    size: Length,
    limit: Length
  ) throws(LayoutFailure) -> GlyphClusters {
    var clusters = try TextShaping.clusters(of: text, size: size, fonts: fonts) { complaint in
      missing.add(complaint)
    }
    if text.hasTabularFigures { clusters.alignFigures(of: text, size: size, fonts) }
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

extension LineComposition {
  /// The composition of single characters that stand one under another: each fills its square.
  fileprivate var upright: LineComposition {
    var composition = self
    composition.markWidth = .full
    composition.trimsLineStart = false
    return composition
  }
}
