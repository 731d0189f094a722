public import DocumentTree
public import Styling

/// Returns the whole stylesheet of `document`'s page: `theme`'s rules, then the paper of `style` on screen and in print.
///
/// `theme` holds the tokens and the look of the screen around the sheet; without it the page is plain but complete.
public func documentCSS(
  for document: Document<Never>,
  style: PageStyle,
  theme: String = ""
) -> String {
  var stylesheet = DocumentStylesheet()
  stylesheet.gather(from: document)
  return stylesheet.css(style: style, theme: theme)
}

/// The stylesheet of a page with several documents of one form.
///
/// They differ only in the widths of fill-ins and columns, whose classes are named by their measure.
public struct DocumentStylesheet: Sendable {
  private var measures = StyleClassCollector()
  private var footer: RunningLine<Never>?

  /// Creates a stylesheet of no document.
  public init() {}

  /// Takes notice of the measures that `document` uses; pulled rows are not asked.
  public mutating func gather(from document: Document<Never>) {
    measures.gather(from: document.masthead)
    measures.gather(from: document.body)
    footer = footer ?? document.footer
  }

  /// Returns the whole stylesheet, as `documentCSS` does for one document.
  public func css(style: PageStyle, theme: String = "") -> String {
    [
      familyRules,
      theme,
      structureRules,
      roleRules(for: style),
      tableRules(for: style),
      measures.classes.sorted().map(\.rule).joined(),
      sheetRules(for: style),
      watermarkRules(for: style),
      pageRules(for: style, footer: footer),
    ].filter { !$0.isEmpty }.joined(separator: "\n")
  }
}
