public import DocumentTree
public import Fonts
import Forms
import Geometry
import Layout
import Pages
import Preview
import Styling

/// The first page of a document as the same build prints it, for a guide or a list of forms to show.
public struct FirstPage {
  private let page: Page
  private let fonts: FontLibrary

  fileprivate init(_ page: Page, _ fonts: FontLibrary) { (self.page, self.fonts) = (page, fonts) }

  /// The page as a drawing, in em of 10.5 pt.
  public var drawing: Drawing { PagePicture(of: page, fonts).drawing }

  /// Returns the page as a PNG file whose longer edge has about `pixels`, and its size in pixels.
  public func png(
    longerEdge pixels: Int
  ) throws(IssuingFailure) -> (bytes: [UInt8], width: Int, height: Int) {
    let edge = max(page.size.width, page.size.height).millimetres
    let resolution = Int((Double(pixels) * 25.4 / edge).rounded())
    do throws(PreviewFailure) {
      let bytes = try PageArtist(fonts: fonts).png(of: page, resolution: resolution)
      let size = PixelSize(of: page.size, resolution: resolution)
      return (bytes, size.width, size.height)
    } catch {
      throw IssuingFailure(LayoutFailure.sink(error))
    }
  }
}

/// Returns the first page of the first document of `run`; nothing when there is none.
public func firstPage(
  of run: FormRun,
  fonts: FontLibrary
) throws(IssuingFailure) -> FirstPage? {
  var first: Document<Never>?
  try run.forEachDocument { document, _ throws(IssuingFailure) in
    if first == nil { first = document }
  }
  guard let first else { return nil }
  let shelf = PageShelf()
  do throws(LayoutFailure) {
    let outcome = try Typesetter(fonts: fonts).layOut(first, style: run.form.style) {
      page throws(LayoutFailure) in
      if shelf.first == nil { shelf.first = page }
    }
    guard var page = shelf.first else { return nil }
    page.items += try outcome.furniture.items(onPage: 1)
    return FirstPage(page, fonts)
  } catch {
    throw IssuingFailure(error)
  }
}

/// Keeps the first of the pages that leave the layout.
private final class PageShelf {
  var first: Page?
}

/// Turns a page into a drawing.
private struct PagePicture {
  private static let em = Length.pt(10.5)

  private let page: Page
  private let faces: [FontID: (face: Drawing.Face, isBold: Bool)]

  init(of page: Page, _ fonts: FontLibrary) {
    self.page = page
    faces = PagePicture.faces(of: fonts)
  }

  /// The sheet with all that leaves ink on it, in painting order.
  var drawing: Drawing {
    let (width, height) = (measure(page.size.width), measure(page.size.height))
    let sheet = Drawing.Shape.box(Drawing.Box(x: 0, y: 0, width: width, height: height))
    return Drawing(width: width, height: height, shapes: [sheet] + page.allItems.flatMap(shapes))
  }

  private func shapes(of item: PageItem) -> [Drawing.Shape] {
    switch item {
    case .drawing(let drawing): drawing.items.flatMap(shapes)
    case .cells(let row): row.runs.compactMap(text)
    default: shape(of: item).map { [$0] } ?? []
    }
  }

  private func shape(of item: PageItem) -> Drawing.Shape? {
    switch item {
    case .glyphs(let run): text(of: run)
    case .rule(let rule):
      .line(
        Drawing.Line([point(rule.start), point(rule.end)], thickness: measure(rule.thickness))
      )
    case .fill(let area, _):
      .box(
        Drawing.Box(
          x: measure(area.left),
          y: measure(area.top),
          width: measure(area.size.width),
          height: measure(area.size.height),
          tone: .tint
        )
      )
    case .cells, .shape, .stampPlace, .link, .watermark, .drawing: nil
    }
  }

  private func text(of run: GlyphRun) -> Drawing.Shape? {
    var words = run.text
    words.unicodeScalars.removeAll { $0.properties.isLineEnd }
    guard !words.allSatisfy(\.isWhitespace) else { return nil }
    let known = faces[run.font]
    let size = measure(run.size)
    return .text(
      Drawing.Text(
        words,
        x: measure(run.origin.x),
        y: measure(run.origin.y) - 0.38 * size,
        isBold: known?.isBold ?? false,
        face: known?.face ?? .song,
        size: size,
        width: measure(run.width)
      )
    )
  }

  private func measure(_ length: Length) -> Double { length / PagePicture.em }

  private func point(_ point: Point) -> Drawing.Point {
    Drawing.Point(x: measure(point.x), y: measure(point.y))
  }

  /// The faces that stand for the logical families, found by what a common character is set in.
  private static func faces(
    of fonts: FontLibrary
  ) -> [FontID: (face: Drawing.Face, isBold: Bool)] {
    let families: [(Drawing.Face, FontFamily)] = [
      (.song, .song), (.hei, .hei), (.kai, .kai), (.fang, .fang),
    ]
    var faces: [FontID: (face: Drawing.Face, isBold: Bool)] = [:]
    for (face, family) in families {
      for weight in [FontWeight.regular, .bold] {
        guard let font = font(of: family, weight: weight, among: fonts) else { continue }
        if faces[font] == nil { faces[font] = (face, weight == .bold) }
      }
    }
    return faces
  }

  private static func font(
    of family: FontFamily,
    weight: FontWeight,
    among fonts: FontLibrary
  ) -> FontID? {
    do throws(MissingGlyphs) {
      return try fonts.shape("国", family: family, weight: weight).first?.font
    } catch {
      // A family that lacks so common a character sets nothing on the page either.
      return nil
    }
  }
}

extension Unicode.Scalar.Properties {
  /// Whether the character only ends a line or a paragraph.
  fileprivate var isLineEnd: Bool {
    switch generalCategory {
    case .control, .lineSeparator, .paragraphSeparator: true
    default: false
    }
  }
}
