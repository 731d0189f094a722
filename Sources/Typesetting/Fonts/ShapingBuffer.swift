import CHarfBuzz

/// A shaped glyph as HarfBuzz gives it, before it is known whether its face can show it.
struct RawGlyph {
  /// The glyph's number, 0 when the face lacks the character.
  var id: UInt32
  /// Its advance in millionths of an em.
  var advance: Int
  /// Its shift to the right.
  var xOffset: Int
  /// Its shift upwards.
  var yOffset: Int
  /// The UTF-8 offset of its cluster.
  var cluster: Int
  /// Whether HarfBuzz forbids a break before the cluster without shaping anew.
  var isUnsafeToBreak: Bool
}

/// Owns the buffer in which text is shaped, used again for every text.
@safe final class ShapingBuffer {
  private let buffer: OpaquePointer
  private let language: OpaquePointer

  /// Creates the buffer.
  init() {
    unsafe buffer = hb_buffer_create()
    unsafe language = hb_language_from_string("zh-Hans", -1)
    let flags =
      HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES.rawValue
      | HB_BUFFER_FLAG_DO_NOT_INSERT_DOTTED_CIRCLE.rawValue
    unsafe hb_buffer_set_flags(buffer, hb_buffer_flags_t(rawValue: flags))
    unsafe hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_GRAPHEMES)
  }

  deinit {
    unsafe hb_buffer_destroy(buffer)
  }

  /// Shapes `stretch` of the UTF-8 `text` with `face`, the rest being context.
  ///
  /// The glyphs stand from left to right: the clusters of text from right to left descend. Such text is joined and
  /// its brackets mirrored here; where its words stand in a line is for layout to say.
  func shape(
    _ text: [UInt8],
    _ stretch: ScriptStretch,
    _ direction: TextDirection,
    _ marks: MarkForm,
    with face: FontFace
  ) -> [RawGlyph] {
    run(text, stretch, direction, marks, with: face)
    return glyphs()
  }

  private func run(
    _ text: [UInt8],
    _ stretch: ScriptStretch,
    _ direction: TextDirection,
    _ marks: MarkForm,
    with face: FontFace
  ) {
    unsafe hb_buffer_clear_contents(buffer)
    unsafe text.withUnsafeBytes { bytes in
      unsafe hb_buffer_add_utf8(
        buffer,
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self),
        Int32(bytes.count),
        UInt32(stretch.range.lowerBound),
        Int32(stretch.range.count)
      )
    }
    let isLeftToRight = direction == .leftToRight
    unsafe hb_buffer_set_direction(buffer, isLeftToRight ? HB_DIRECTION_LTR : HB_DIRECTION_RTL)
    unsafe hb_buffer_set_language(buffer, language)
    unsafe hb_buffer_set_script(buffer, hb_script_t(rawValue: stretch.script))
    unsafe face.borrowFont { font in
      switch marks {
      case .chinese: unsafe hb_shape(font, buffer, nil, 0)
      case .latin, .vertical:
        var feature = feature(marks == .latin ? "pwid" : "vert")
        unsafe hb_shape(font, buffer, &feature, 1)
      }
    }
    precondition(unsafe hb_buffer_allocation_successful(buffer) != 0, "shaping ran out of memory")
  }

  /// Shapes a text of simple scripts from left to right; returns nothing when the face lacks one of its characters.
  func shapeSimple(_ text: [UInt8], with face: UsableFace) -> [ShapedGlyph]? {
    run(text, ScriptStretch(simple: text.count), .leftToRight, .chinese, with: face.face)
    var count: UInt32 = 0
    guard
      let infos = unsafe hb_buffer_get_glyph_infos(buffer, &count),
      let positions = unsafe hb_buffer_get_glyph_positions(buffer, &count)
    else { return nil }
    var glyphs: [ShapedGlyph] = []
    glyphs.reserveCapacity(Int(count))
    for place in 0..<Int(count) {
      let id = unsafe infos[place].codepoint
      guard id != 0, id < face.glyphCount else { return nil }
      let flags = unsafe hb_glyph_info_get_glyph_flags(infos + place).rawValue
      unsafe glyphs.append(
        ShapedGlyph(
          id: face.numbers.cid(of: id),
          advance: Int(positions[place].x_advance),
          xOffset: Int(positions[place].x_offset),
          yOffset: Int(positions[place].y_offset),
          textOffset: Int(infos[place].cluster),
          isUnsafeToBreak: flags & HB_GLYPH_FLAG_UNSAFE_TO_BREAK.rawValue != 0
        )
      )
    }
    return glyphs
  }

  private func glyphs() -> [RawGlyph] {
    var count: UInt32 = 0
    guard
      let infos = unsafe hb_buffer_get_glyph_infos(buffer, &count),
      let positions = unsafe hb_buffer_get_glyph_positions(buffer, &count)
    else { return [] }
    return (0..<Int(count)).map { place in
      let flags = unsafe hb_glyph_info_get_glyph_flags(infos + place).rawValue
      return unsafe RawGlyph(
        id: infos[place].codepoint,
        advance: Int(positions[place].x_advance),
        xOffset: Int(positions[place].x_offset),
        yOffset: Int(positions[place].y_offset),
        cluster: Int(infos[place].cluster),
        isUnsafeToBreak: flags & HB_GLYPH_FLAG_UNSAFE_TO_BREAK.rawValue != 0
      )
    }
  }
}

/// Returns an OpenType feature switched on for the whole text: `pwid` gives marks their Latin width where a Chinese
/// face has both, `vert` their forms in vertical text.
private func feature(_ tag: StaticString) -> hb_feature_t {
  hb_feature_t(tag: fontTag(tag), value: 1, start: 0, end: UInt32.max)
}
