public import DocumentTree
public import Styling

/// Returns the whole stylesheet of `document`'s page: `theme`'s rules, then the paper of `style` on screen and in print.
///
/// Documents of one form differ only in the widths of fill-ins and columns, whose classes are named by their
/// measure; the sheets of several documents may therefore be used together. `theme` holds the tokens and the look
/// of the screen around the sheet; without it the page is plain but complete.
public func documentCSS(
  for document: Document<Never>,
  style: PageStyle,
  theme: String = ""
) -> String {
  [
    theme,
    familyRules,
    structureRules,
    roleRules(for: style),
    tableRules(for: style),
    styleClasses(of: document).map(\.rule).joined(),
    sheetRules(for: style),
    pageRules(for: style, footer: document.footer),
  ].filter { !$0.isEmpty }.joined(separator: "\n")
}

/// Returns the measured classes that `document` uses, each once, in order; pulled rows are not asked.
private func styleClasses(of document: Document<Never>) -> [StyleClass] {
  var gathered = StyleClassCollector()
  gathered.gather(from: document.masthead)
  gathered.gather(from: document.body)
  return gathered.classes.sorted()
}
