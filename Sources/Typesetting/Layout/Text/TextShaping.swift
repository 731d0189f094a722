import Diagnostics
import Fonts
import Geometry
import LineBreaking
import UnicodeText

/// Shapes a styled text at one size, piece by piece, and gathers every character that no font can show.
struct TextShaping {
  private let fonts: FontLibrary
  private let text: StyledText
  private let size: Length
  private(set) var result = GlyphClusters()
  /// The marks of the text that stand in Latin.
  private let latinMarks: [Range<Int>]
  private var missing: [(character: MissingGlyphs.Character, origin: Origin)] = []
  private var fontsTried: [String] = []
  private var remedies: [FontCandidate] = []

  init(_ text: StyledText, size: Length, fonts: FontLibrary) {
    self.text = text
    self.size = size
    self.fonts = fonts
    latinMarks = LineBreaking.latinMarks(in: text.text)
  }

  /// Returns the clusters of the whole text, and tells `complain` of the characters that have no glyph: they take the
  /// room of a Chinese character.
  static func clusters(
    of text: StyledText,
    size: Length,
    fonts: FontLibrary,
    complain: (Diagnostic) -> Void
  ) throws(LayoutFailure) -> GlyphClusters {
    var shaping = TextShaping(text, size: size, fonts: fonts)
    do {
      shaping.result.levels = try text.levels()
    } catch {
      throw .from(error)
    }
    shaping.shapeAll()
    if let complaint = shaping.complaint { complain(complaint) }
    // Characters without ink at the very start belong to the first cluster.
    if !shaping.result.clusters.isEmpty { shaping.result.clusters[0].offset = 0 }
    return shaping.result
  }

  private mutating func shapeAll() {
    var index = 0
    while index < text.spans.count {
      var end = index + 1
      while end < text.spans.count, text.spans[end].style.shapesLike(text.spans[index].style) {
        end += 1
      }
      let range = text.spans[index].range.lowerBound..<text.spans[end - 1].range.upperBound
      shape(range, text.spans[index].style)
      index = end
    }
  }

  /// Shapes one stretch of a single face, cutting out line ends and blanks.
  private mutating func shape(_ range: Range<Int>, _ style: SpanStyle) {
    var start = range.lowerBound
    for cut in cuts(in: range) {
      shapePiece(start..<cut.lowerBound, style)
      let isBlank = text.fillIns.contains { $0.isBlank && $0.range == cut }
      result.appendEmpty(
        TextCluster(offset: cut.lowerBound, advance: .zero, em: size, isObject: isBlank)
      )
      start = cut.upperBound
    }
    shapePiece(start..<range.upperBound, style)
  }

  /// The places without glyphs, in order.
  private func cuts(in range: Range<Int>) -> [Range<Int>] {
    var cuts = text.fillIns.filter { $0.isBlank && range.contains($0.range.lowerBound) }.map(
      \.range
    )
    var offset = range.lowerBound
    for scalar in slice(range).unicodeScalars {
      let width = UTF8.width(scalar)
      if scalar.isLineEnd { cuts.append(offset..<offset + width) }
      offset += width
    }
    return cuts.sorted { $0.lowerBound < $1.lowerBound }
  }

  private func slice(_ range: Range<Int>) -> Substring { text.text.bytes(range) }

  /// Shapes what lies between cuts, each stretch in its own direction.
  private mutating func shapePiece(_ range: Range<Int>, _ style: SpanStyle) {
    guard let levels = result.levels else { return shapeMarksApart(range, style, .leftToRight) }
    for stretch in levels.stretches(in: range) {
      shapeMarksApart(stretch.range, style, stretch.isRightToLeft ? .rightToLeft : .leftToRight)
    }
  }

  /// Shapes a stretch of one direction, its Latin marks apart from the rest.
  private mutating func shapeMarksApart(
    _ range: Range<Int>,
    _ style: SpanStyle,
    _ direction: TextDirection
  ) {
    if text.isVertical { return shape(range, style, direction, .vertical) }
    var start = range.lowerBound
    for mark in latinMarks where range.contains(mark.lowerBound) {
      shape(start..<mark.lowerBound, style, direction, .chinese)
      shape(mark, style, direction, .latin)
      start = mark.upperBound
    }
    shape(start..<range.upperBound, style, direction, .chinese)
  }

  private mutating func shape(
    _ range: Range<Int>,
    _ style: SpanStyle,
    _ direction: TextDirection,
    _ marks: MarkForm
  ) {
    guard !range.isEmpty else { return }
    do {
      let runs = try fonts.shape(
        String(slice(range)),
        family: style.family,
        weight: style.weight,
        direction: direction,
        marks: marks
      )
      let em = style.sizeFactor == 1 ? size : size * style.sizeFactor
      let isLatin = marks == .latin
      for run in runs { result.append(run, base: range.lowerBound, em: em, isLatinMark: isLatin) }
    } catch {
      note(error, base: range.lowerBound)
      leaveRoom(for: range)
    }
  }

  /// Leaves the room of a Chinese character for each one of a stretch that cannot be shown whole.
  private mutating func leaveRoom(for range: Range<Int>) {
    var offset = range.lowerBound
    for character in slice(range) {
      result.appendEmpty(TextCluster(offset: offset, advance: size, em: size))
      offset += character.utf8.count
    }
  }

  private mutating func note(_ error: MissingGlyphs, base: Int) {
    for character in error.missing {
      let offset = base + character.textOffset
      let span = text.spans.first { $0.range.contains(offset) }
      missing.append((character, span?.origin ?? .unknown))
    }
    for font in error.fontsTried where !fontsTried.contains(font) { fontsTried.append(font) }
    for font in error.remedies where !remedies.contains(font) { remedies.append(font) }
  }

  /// What a person has to be told of the text.
  private var complaint: Diagnostic? {
    guard let first = missing.first else { return nil }
    // It is the same for every text, so it is told without a place and therefore once.
    guard !fontsTried.isEmpty else {
      return Diagnostic(
        "layout.noFont",
        .error,
        "没有可用的字体，文字都印不出来",
        advice: "请安装 fonts/fonts.yaml 里列出的字体，或者把字体文件放进 fonts/local；缺哪些用 mingce doctor 查看"
      )
    }
    let characters = missing.map {
      "\($0.character.text)（\($0.character.codePoints)）" as Message
    }
    return Diagnostic(
      "layout.missingGlyph",
      at: first.origin,
      "已安装的字体里没有这些字",
      found: characters.joined(separator: "、"),
      advice: "\(remedies.advice)，再用 mingce doctor 检查；已试字体：\(list: fontsTried)"
    )
  }
}

extension Unicode.Scalar {
  /// Whether the character ends a line and is not printed (UAX #14, classes BK, CR, LF and NL).
  var isLineEnd: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }
}

extension String {
  /// The part at a range of UTF-8 offsets that fall between characters.
  func bytes(_ range: Range<Int>) -> Substring {
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return self[start..<utf8.index(start, offsetBy: range.count)]
  }
}
