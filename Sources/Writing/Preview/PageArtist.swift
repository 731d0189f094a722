public import Fonts
public import Pages

/// Makes pictures of finished pages: every glyph as its outline, at the very place that the PDF has it.
///
/// The same page gives the same bytes. An artist lives in one task, as its fonts do.
public final class PageArtist {
  private let glyphs: GlyphShelf

  /// Creates an artist who takes outlines from `fonts`, in which the pages were set.
  public init(fonts: FontLibrary) {
    glyphs = GlyphShelf(fonts)
  }

  /// Returns `page` as an SVG file (SVG 1.1) of the size of its sheet, named `title` for those who cannot see it.
  public func svg(of page: Page, title: String) throws(PreviewFailure) -> [UInt8] {
    var canvas = SVGCanvas()
    try canvas.paint(page.allItems, with: glyphs)
    return canvas.file(size: page.size, title: title)
  }

  /// Returns `page` as a PNG file, on white, with `resolution` pixels to the inch.
  public func png(of page: Page, resolution: Int) throws(PreviewFailure) -> [UInt8] {
    var canvas = try PixelCanvas(page.size, resolution: resolution)
    try canvas.paint(page.allItems, with: glyphs)
    return try canvas.file()
  }
}
