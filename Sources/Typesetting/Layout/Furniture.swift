import DocumentTree
import Geometry
public import Pages
import Styling

/// What stands on every page outside the text area: the line at its foot and the machine mark beneath.
///
/// It is laid out when the number of pages is known, after the pages themselves have left.
public struct Furniture {
  private let footer: RunningLine<Never>?
  private let mark: MachineMark?
  let style: PageStyle
  let composer: TextComposer
  /// How many pages the document has.
  public let pageCount: Int

  init(
    of document: Document<Never>,
    style: PageStyle,
    composer: TextComposer,
    pageCount: Int
  ) {
    footer = document.footer
    mark = document.mark
    self.style = style
    self.composer = composer
    self.pageCount = pageCount
  }

  /// Returns the items of page `number`, counted from 1; the same whenever it is asked.
  ///
  /// - Throws: `LayoutFailure` when characters have no glyph, here or on the pages.
  public func items(onPage number: Int) throws(LayoutFailure) -> [PageItem] {
    let line = try footer.map { footer throws(LayoutFailure) in
      try items(of: footer, onPage: number)
    }
    let mark = try mark.map { mark throws(LayoutFailure) in try items(of: mark) }
    try composer.missing.check()
    return (line ?? []) + (mark ?? [])
  }

  private func items(
    of footer: RunningLine<Never>,
    onPage number: Int
  ) throws(LayoutFailure) -> [PageItem] {
    let numbers = InlineFlattening.PageNumbers(page: number, count: pageCount)
    var parts: [StyledText] = []
    for part in [footer.start, footer.centre, footer.end] {
      var flattening = InlineFlattening(
        numbers: numbers,
        captionFamily: style[.caption].family,
        linkTargets: []
      )
      flattening.append(part, SpanStyle(style[.footer]))
      parts.append(flattening.result.onOneLine)
    }
    let row = try SpreadCells.compose(
      parts,
      size: style[.footer].size,
      width: style.textArea.size.width,
      leastScale: 0.4,
      composer
    )
    return place(row)
  }

  private func place(_ row: SpreadCells) -> [PageItem] {
    let baseline = style.paper.height - style.footerBaseline
    return row.draw(marks: row.cells.map { _ in .decoration }).map { item in
      item.moved(x: style.textArea.left, y: baseline)
    }
  }
}
