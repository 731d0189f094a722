import Diagnostics
import DocumentTree
import Geometry
import Pages
import Styling

/// Sets the running head of a document, page by page, in the letters of its footer.
struct RunningHeadSetting {
  private let head: RunningHead
  /// The headings that begin chapters, in reading order.
  private let chapters: [OutlineEntry]
  private let style: PageStyle
  private let composer: TextComposer

  /// How far the rule lies beneath the baseline, in em.
  private static let ruleDepth = 0.5
  /// The least distance of the rule from the text area, in em.
  private static let leastGap = 0.5

  init(_ head: RunningHead, outline: [OutlineEntry], _ style: PageStyle, _ composer: TextComposer) {
    self.head = head
    chapters = outline.filter { $0.level == head.chapterLevel }
    (self.style, self.composer) = (style, composer)
  }

  /// Returns the head of page `number`, counted from 1.
  func items(onPage number: Int) throws(LayoutFailure) -> [PageItem] {
    let line = try SpreadCells.compose(
      [text(head.name), text(chapter(onPage: number) ?? "")],
      size: size,
      width: style.textArea.size.width,
      leastScale: 0.4,
      composer
    )
    let words = line.draw(marks: [.decoration, .decoration]).map {
      $0.moved(x: style.textArea.left, y: baseline)
    }
    return words + [.rule(rule)]
  }

  /// The chapter that begins on the page, since that is what a reader turns to there; or else the one that goes on.
  private func chapter(onPage number: Int) -> String? {
    let begun = chapters.prefix { $0.page <= number }
    return (begun.first { $0.page == number } ?? begun.last)?.title
  }

  private var size: Length { style[.footer].size }

  /// As far from the upper edge as the footer is from the lower one, unless the text begins there.
  private var baseline: Length {
    let lowest = style.textArea.top - size * (Self.ruleDepth + Self.leastGap)
    return min(style.footerBaseline + size * 0.88, lowest)
  }

  private var rule: Rule {
    let y = baseline + size * Self.ruleDepth
    return Rule(
      from: Point(x: style.textArea.left, y: y),
      to: Point(x: style.textArea.right, y: y),
      thickness: .pt(0.5),
      ink: style[.footer].ink
    )
  }

  private func text(_ words: String) -> StyledText {
    var text = StyledText()
    text.append(words, SpanStyle(style[.footer]), origin: .unknown)
    return text.onOneLine
  }
}
