import CHarfBuzz

/// Owns the functions by which HarfBuzz tells the outlines of glyphs, of whatever format.
@safe final class OutlinePen {
  private let functions: OpaquePointer

  /// Creates the pen.
  init() {
    unsafe functions = hb_draw_funcs_create()
    unsafe hb_draw_funcs_set_move_to_func(
      functions,
      { _, outline, _, x, y, _ in unsafe draw(.move(to: place(x, y)), onto: outline) },
      nil,
      nil
    )
    unsafe hb_draw_funcs_set_line_to_func(
      functions,
      { _, outline, _, x, y, _ in unsafe draw(.line(to: place(x, y)), onto: outline) },
      nil,
      nil
    )
    unsafe hb_draw_funcs_set_quadratic_to_func(
      functions,
      { _, outline, state, controlX, controlY, x, y, _ in
        guard let outline = unsafe outline, let state = unsafe state else { return }
        let start = unsafe place(state.pointee.current_x, state.pointee.current_y)
        unsafe outline.assumingMemoryBound(to: GlyphOutline.self).pointee
          .addCurve(from: start, by: place(controlX, controlY), to: place(x, y))
      },
      nil,
      nil
    )
    unsafe hb_draw_funcs_set_cubic_to_func(
      functions,
      { _, outline, _, x1, y1, x2, y2, x, y, _ in
        unsafe draw(.curve(place(x1, y1), place(x2, y2), to: place(x, y)), onto: outline)
      },
      nil,
      nil
    )
    unsafe hb_draw_funcs_set_close_path_func(
      functions,
      { _, outline, _, _ in unsafe draw(.close, onto: outline) },
      nil,
      nil
    )
    unsafe hb_draw_funcs_make_immutable(functions)
  }

  deinit {
    unsafe hb_draw_funcs_destroy(functions)
  }

  /// Returns the outline of the glyph that `face` knows by `number`.
  func outline(of number: UInt32, in face: FontFace) -> GlyphOutline {
    var outline = GlyphOutline()
    unsafe withUnsafeMutablePointer(to: &outline) { outline in
      unsafe face.borrowFont { font in
        unsafe hb_font_get_glyph_shape(font, number, functions, outline)
      }
    }
    return outline
  }
}

/// Adds a step to the outline that HarfBuzz was given.
private func draw(_ step: GlyphOutline.Step, onto outline: UnsafeMutableRawPointer?) {
  unsafe outline?.assumingMemoryBound(to: GlyphOutline.self).pointee.steps.append(step)
}

/// Returns a place in thousandths of an em; HarfBuzz counts in the scale of the font.
private func place(_ x: Float, _ y: Float) -> GlyphOutline.Place {
  GlyphOutline.Place(Double(x), Double(y)) * 1000 / Double(FontFace.em)
}
