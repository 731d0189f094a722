import CCairo
import Fonts
import Geometry
import Pages
import Styling

/// Owns a white sheet of pixels that cairo paints on, with grey edges and without hinting.
@safe final class PixelCanvas: PageCanvas {
  private let surface: OpaquePointer
  private let cairo: OpaquePointer

  /// Creates a sheet of `size` with `resolution` pixels to the inch.
  init(_ size: Size, resolution: Int) throws(PreviewFailure) {
    let scale = Double(resolution) / 25.4
    let pixels = PixelSize(of: size, resolution: resolution)
    guard
      let surface = unsafe cairo_image_surface_create(
        CAIRO_FORMAT_RGB24,
        Int32(clamping: pixels.width),
        Int32(clamping: pixels.height)
      ),
      let cairo = unsafe cairo_create(surface)
    else { throw .canvas(width: pixels.width, height: pixels.height) }
    unsafe (self.surface, self.cairo) = (surface, cairo)
    guard unsafe cairo_status(cairo) == CAIRO_STATUS_SUCCESS else {
      throw .canvas(width: pixels.width, height: pixels.height)
    }
    unsafe cairo_set_source_rgb(cairo, 1, 1, 1)
    unsafe cairo_paint(cairo)
    unsafe cairo_scale(cairo, scale, scale)
  }

  deinit {
    unsafe cairo_destroy(cairo)
    unsafe cairo_surface_destroy(surface)
  }

  func fill(_ area: Rectangle, _ ink: Ink) {
    dip(into: ink)
    unsafe cairo_rectangle(
      cairo,
      area.left.millimetres,
      area.top.millimetres,
      area.size.width.millimetres,
      area.size.height.millimetres
    )
    unsafe cairo_fill(cairo)
  }

  func fill(_ path: Path, _ ink: Ink) {
    dip(into: ink)
    path.steps.forEach(draw)
    unsafe cairo_fill(cairo)
  }

  func stroke(_ rule: Rule) {
    dip(into: rule.ink)
    unsafe cairo_set_line_width(cairo, rule.thickness.millimetres)
    unsafe cairo_move_to(cairo, rule.start.x.millimetres, rule.start.y.millimetres)
    unsafe cairo_line_to(cairo, rule.end.x.millimetres, rule.end.y.millimetres)
    unsafe cairo_stroke(cairo)
  }

  func show(_ run: GlyphRun, _ outlines: [GlyphOutline]) {
    dip(into: run.ink)
    let scale = run.size.millimetres / 1000
    for (glyph, outline) in zip(run.glyphs, outlines) {
      unsafe cairo_save(cairo)
      unsafe cairo_translate(
        cairo,
        (run.origin.x + glyph.x).millimetres,
        (run.origin.y - glyph.rise).millimetres
      )
      // Glyphs are drawn upwards, in thousandths of an em.
      unsafe cairo_scale(cairo, scale, -scale)
      outline.steps.forEach(draw)
      unsafe cairo_restore(cairo)
      unsafe cairo_fill(cairo)
    }
  }

  func beginTurn(by degrees: Int, around centre: Point) {
    unsafe cairo_save(cairo)
    unsafe cairo_translate(cairo, centre.x.millimetres, centre.y.millimetres)
    unsafe cairo_rotate(cairo, -Double(degrees) * .pi / 180)
  }

  func endTurn() {
    unsafe cairo_restore(cairo)
  }

  /// Returns what was painted as a PNG file.
  func file() throws(PreviewFailure) -> [UInt8] {
    var bytes: [UInt8] = []
    let status = unsafe withUnsafeMutablePointer(to: &bytes) { bytes in
      unsafe cairo_surface_write_to_png_stream(surface, append, bytes)
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      throw .encoding(unsafe String(cString: cairo_status_to_string(status)))
    }
    return bytes
  }

  private func dip(into ink: Ink) {
    unsafe cairo_set_source_rgb(
      cairo,
      Double(ink.red) / 255,
      Double(ink.green) / 255,
      Double(ink.blue) / 255
    )
  }

  private func draw(_ step: Path.Step) {
    switch step {
    case .move(let place):
      unsafe cairo_move_to(cairo, place.x.millimetres, place.y.millimetres)
    case .line(let place):
      unsafe cairo_line_to(cairo, place.x.millimetres, place.y.millimetres)
    case .curve(let first, let second, let place):
      unsafe cairo_curve_to(
        cairo,
        first.x.millimetres,
        first.y.millimetres,
        second.x.millimetres,
        second.y.millimetres,
        place.x.millimetres,
        place.y.millimetres
      )
    case .close: unsafe cairo_close_path(cairo)
    }
  }

  private func draw(_ step: GlyphOutline.Step) {
    switch step {
    case .move(let place): unsafe cairo_move_to(cairo, place.x, place.y)
    case .line(let place): unsafe cairo_line_to(cairo, place.x, place.y)
    case .curve(let first, let second, let place):
      unsafe cairo_curve_to(cairo, first.x, first.y, second.x, second.y, place.x, place.y)
    case .close: unsafe cairo_close_path(cairo)
    }
  }
}

/// Adds the next bytes of a file to the array at `bytes`.
private func append(
  _ bytes: UnsafeMutableRawPointer?,
  _ data: UnsafePointer<UInt8>?,
  _ length: UInt32
) -> cairo_status_t {
  guard let bytes = unsafe bytes else { return CAIRO_STATUS_WRITE_ERROR }
  unsafe bytes.assumingMemoryBound(to: [UInt8].self).pointee
    .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
  return CAIRO_STATUS_SUCCESS
}
