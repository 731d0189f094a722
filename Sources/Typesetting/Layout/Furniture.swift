import DocumentTree
import Geometry
public import Pages
import Styling

/// What stands on every page outside the text area: the lines at its head and foot, and the machine mark beneath.
///
/// It is laid out when the number of pages is known, after the pages themselves have left.
public struct Furniture {
  private let head: RunningHeadSetting?
  /// Whether the first page has no running lines.
  private let hasCover: Bool
  /// The parts of the footer from the left; none without a footer.
  private let footer: [FooterPart]
  /// The parts that say the same on each page, and where they stand on the first.
  private var standingParts: (places: [FooterPlace], items: StandingItems)?
  /// The machine mark.
  private let mark: StandingItems?
  let style: PageStyle
  let composer: TextComposer
  /// How many pages the document has.
  public let pageCount: Int

  init(
    of document: Document<Never>,
    style: PageStyle,
    composer: TextComposer,
    outline: [OutlineEntry],
    pageCount: Int
  ) throws(LayoutFailure) {
    self.style = style
    self.composer = composer
    head = document.head.map { RunningHeadSetting($0, outline: outline, style, composer) }
    hasCover = document.hasCover
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
        StandingItems(try MachineMarkSetting(style: style, composer: composer).items(of: mark))
      }
    guard pageCount > 1, footer.contains(where: \.isStanding) else { return }
    let row = try footerRow(onPage: 1)
    standingParts = (
      standingPlaces(in: row), StandingItems(draw(row) { footer[$0].isStanding })
    )
  }

  /// Returns what page `number`, counted from 1, shows; the same whenever it is asked.
  ///
  /// - Throws: `LayoutFailure` when characters have no glyph, here or on the pages.
  public func furniture(onPage number: Int) throws(LayoutFailure) -> PageFurniture {
    var furniture = PageFurniture()
    if number > 1 || !hasCover {
      furniture = try footer(onPage: number)
      if let head { furniture.items += try head.items(onPage: number) }
    }
    try composer.missing.check()
    if let mark { furniture.standing.append(mark) }
    return furniture
  }

  /// Returns all items of page `number`, in painting order.
  public func items(onPage number: Int) throws(LayoutFailure) -> [PageItem] {
    try furniture(onPage: number).allItems
  }

  private func footer(onPage number: Int) throws(LayoutFailure) -> PageFurniture {
    guard !footer.isEmpty else { return PageFurniture() }
    let row = try footerRow(onPage: number)
    // A long number may push the other parts aside, or make all of them smaller.
    guard let standingParts, standingPlaces(in: row) == standingParts.places else {
      return PageFurniture(items: draw(row) { _ in true })
    }
    return PageFurniture(
      standing: [standingParts.items],
      items: draw(row) { !footer[$0].isStanding }
    )
  }

  private func footerRow(onPage number: Int) throws(LayoutFailure) -> SpreadCells {
    var cells: [ComposedText] = []
    for part in footer {
      cells.append(try part.cell(onPage: number, of: pageCount, style, composer))
    }
    return try SpreadCells.spread(
      cells,
      size: style[.footer].size,
      width: style.textArea.size.width,
      leastScale: 0.4,
      composer
    )
  }

  private func standingPlaces(in row: SpreadCells) -> [FooterPlace] {
    row.cells.indices.filter { footer[$0].isStanding }.map { index in
      FooterPlace(edge: row.edges[index], size: row.cells[index].size)
    }
  }

  /// Draws the parts of the footer that are `wanted`, by their places among all.
  private func draw(_ row: SpreadCells, _ wanted: (Int) -> Bool) -> [PageItem] {
    let baseline = style.paper.height - style.footerBaseline
    return row.cells.indices.filter(wanted).flatMap { index in
      row.draw(index, mark: .decoration).map { $0.moved(x: style.textArea.left, y: baseline) }
    }
  }
}

/// Where a part of the footer begins, and how large it is.
private struct FooterPlace: Equatable {
  let edge: Length
  let size: Length
}

/// A part of the footer, composed once for all pages where it says the same on each.
private enum FooterPart {
  case standing(ComposedText)
  case numbered([Inline<Never>])

  /// Whether the part says the same on each page.
  var isStanding: Bool { if case .standing = self { true } else { false } }

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
