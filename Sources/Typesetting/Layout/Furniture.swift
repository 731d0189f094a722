import DocumentTree
import Geometry
public import Pages
import Styling

/// What stands on every page outside the text area: the line at its foot and the machine mark beneath.
///
/// It is laid out when the number of pages is known, after the pages themselves have left.
public struct Furniture {
  /// The parts of the footer from the left; none without a footer.
  private let footer: [FooterPart]
  /// The machine mark.
  private let mark: [PageItem]
  let style: PageStyle
  let composer: TextComposer
  /// How many pages the document has.
  public let pageCount: Int

  init(
    of document: Document<Never>,
    style: PageStyle,
    composer: TextComposer,
    pageCount: Int
  ) throws(LayoutFailure) {
    self.style = style
    self.composer = composer
    self.pageCount = pageCount
    var parts: [FooterPart] = []
    if let footer = document.footer {
      for part in [footer.start, footer.centre, footer.end] {
        parts.append(try FooterPart(part, style, composer, pageCount: pageCount))
      }
    }
    footer = parts
    mark =
      try document.mark.map { mark throws(LayoutFailure) in
        try MachineMarkSetting(style: style, composer: composer).items(of: mark)
      } ?? []
  }

  /// Returns the items of page `number`, counted from 1; the same whenever it is asked.
  ///
  /// - Throws: `LayoutFailure` when characters have no glyph, here or on the pages.
  public func items(onPage number: Int) throws(LayoutFailure) -> [PageItem] {
    let line = try footerItems(onPage: number)
    try composer.missing.check()
    return line + mark
  }

  private func footerItems(onPage number: Int) throws(LayoutFailure) -> [PageItem] {
    guard !footer.isEmpty else { return [] }
    var cells: [ComposedText] = []
    for part in footer {
      cells.append(try part.cell(onPage: number, of: pageCount, style, composer))
    }
    let row = try SpreadCells.spread(
      cells,
      size: style[.footer].size,
      width: style.textArea.size.width,
      leastScale: 0.4,
      composer
    )
    let baseline = style.paper.height - style.footerBaseline
    return row.draw(marks: row.cells.map { _ in .decoration }).map { item in
      item.moved(x: style.textArea.left, y: baseline)
    }
  }
}

/// A part of the footer, composed once for all pages where it says the same on each.
private enum FooterPart {
  case standing(ComposedText)
  case numbered([Inline<Never>])

  init(
    _ part: [Inline<Never>],
    _ style: PageStyle,
    _ composer: TextComposer,
    pageCount: Int
  ) throws(LayoutFailure) {
    let flattening = Self.flattening(part, style, onPage: 1, of: pageCount)
    self =
      flattening.showsPageNumber
      ? .numbered(part) : .standing(try Self.cell(flattening, style, composer))
  }

  func cell(
    onPage number: Int,
    of pageCount: Int,
    _ style: PageStyle,
    _ composer: TextComposer
  ) throws(LayoutFailure) -> ComposedText {
    switch self {
    case .standing(let cell): return cell
    case .numbered(let part):
      let flattening = Self.flattening(part, style, onPage: number, of: pageCount)
      return try Self.cell(flattening, style, composer)
    }
  }

  private static func flattening(
    _ part: [Inline<Never>],
    _ style: PageStyle,
    onPage number: Int,
    of pageCount: Int
  ) -> InlineFlattening {
    var flattening = InlineFlattening(
      numbers: InlineFlattening.PageNumbers(page: number, count: pageCount),
      captionFamily: style[.caption].family,
      linkTargets: []
    )
    flattening.append(part, SpanStyle(style[.footer]))
    return flattening
  }

  private static func cell(
    _ flattening: InlineFlattening,
    _ style: PageStyle,
    _ composer: TextComposer
  ) throws(LayoutFailure) -> ComposedText {
    try composer.line(flattening.result.onOneLine, size: style[.footer].size)
  }
}
