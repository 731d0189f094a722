import Diagnostics
import DocumentTree
import Pages
import Styling

/// The text of a paragraph as one string, with the styles, fill-ins and places that lie on it.
///
/// Line composition looks at the whole string, so that bold type, a filled field or a link changes nothing about
/// the spacing at its edges. All offsets count UTF-8 bytes.
struct StyledText {
  /// The text; a blank to be written on is one digit, which keeps 年 and 元 beside it.
  var text = ""
  /// The styles, consecutive from 0 to the end of the text.
  var spans: [TextSpan] = []
  /// The fill-ins in order.
  var fillIns: [FillInSpan] = []
  /// The places of seals, by the offset before which they stand.
  var stamps: [(offset: Int, place: StampPlace)] = []

  /// The links and the marks of notes in the text, in order.
  var parts: [InlineElement] = []

  /// Whether all digits are equally wide, so that amounts in a column line up.
  var hasTabularFigures = false
  /// Whether marks take the forms that they have in text from top to bottom.
  var isVertical = false

  /// The stand-in for a blank.
  static let blank = "0"

  /// Whether there is no text at all.
  var isEmpty: Bool { spans.isEmpty }

  /// How many bytes the text has.
  var count: Int { spans.last?.range.upperBound ?? 0 }

  /// Whether the author ended a line inside the text.
  var hasLineEnds: Bool { text.unicodeScalars.contains { $0.isLineEnd } }

  /// The text with its line ends turned into spaces, for a place that has one line only.
  var onOneLine: StyledText {
    guard hasLineEnds else { return self }
    var result = StyledText()
    result.hasTabularFigures = hasTabularFigures
    result.parts = parts
    // A line end may take more bytes than a space; offsets are moved to what is left of them.
    var places = [0]
    for span in spans {
      var piece = ""
      for scalar in text.bytes(span.range).unicodeScalars {
        piece.unicodeScalars.append(scalar.isLineEnd ? " " : scalar)
        let width = scalar.isLineEnd ? 1 : UTF8.width(scalar)
        let start = places[places.count - 1]
        places += Array(repeating: start, count: UTF8.width(scalar) - 1) + [start + width]
      }
      result.append(piece, span.style, origin: span.origin)
    }
    result.fillIns = fillIns.map { fillIn in
      var moved = fillIn
      moved.range = places[fillIn.range.lowerBound]..<places[fillIn.range.upperBound]
      return moved
    }
    result.stamps = stamps.map { (places[$0.offset], $0.place) }
    return result
  }

  /// Returns the text, which has no links, with `other` after it.
  func followed(by other: StyledText) -> StyledText {
    var result = self
    let start = count
    for span in other.spans {
      result.append(String(other.text.bytes(span.range)), span.style, origin: span.origin)
    }
    result.parts += other.parts
    result.fillIns += other.fillIns.map { fillIn in
      var moved = fillIn
      moved.range = fillIn.range.lowerBound + start..<fillIn.range.upperBound + start
      return moved
    }
    result.stamps += other.stamps.map { ($0.offset + start, $0.place) }
    return result
  }

  /// A part of the text by itself, without fill-ins and seals.
  func piece(_ range: Range<Int>) -> StyledText {
    var piece = StyledText()
    piece.hasTabularFigures = hasTabularFigures
    for span in spans where span.range.overlaps(range) {
      let part = span.range.clamped(to: range)
      piece.append(String(text.bytes(part)), span.style, origin: span.origin)
    }
    return piece
  }

  /// Appends text in one style.
  mutating func append(_ piece: String, _ style: SpanStyle, origin: Origin) {
    let marks = appendMarks(of: piece, style)
    let piece = marks == 0 ? piece : String(piece.unicodeScalars.dropFirst(marks))
    guard !piece.isEmpty else { return }
    let start = count
    text += piece
    spans.append(
      TextSpan(range: start..<start + piece.utf8.count, style: style, origin: origin)
    )
  }
}

extension StyledText {
  /// Appends the marks at the start of `piece` to the character before it, which they belong to in whatever style
  /// (UAX #29, GB9); returns how many they are.
  private mutating func appendMarks(of piece: String, _ style: SpanStyle) -> Int {
    guard let first = piece.unicodeScalars.first, first.value >= 0x300,
      !(0x3400...0x9FFF).contains(first.value), let last = spans.last, last.style != style
    else { return 0 }
    let marks = piece.unicodeScalars.prefix {
      $0.properties.isGraphemeExtend || $0.properties.generalCategory == .spacingMark
    }
    text.unicodeScalars += marks
    let end = last.range.upperBound + marks.reduce(0) { $0 + UTF8.width($1) }
    spans[spans.count - 1].range = last.range.lowerBound..<end
    return marks.count
  }
}

/// A stretch of text in one style.
struct TextSpan: Hashable {
  var range: Range<Int>
  var style: SpanStyle
  var origin: Origin
}

/// The look of a stretch of text beside its paragraph's size.
struct SpanStyle: Hashable {
  var family: FontFamily
  var weight: FontWeight
  var ink: Ink
  /// The size as a part of the paragraph's.
  var sizeFactor = 1.0
  /// The height above the baseline in em of the paragraph.
  var riseFactor = 0.0
  var isStruck = false
  var link: String?
  /// The place among the text's links and marks of notes.
  var part: Int?

  /// Whether text in both styles is shaped together.
  func shapesLike(_ other: SpanStyle) -> Bool {
    family == other.family && weight == other.weight && sizeFactor == other.sizeFactor
      && riseFactor == other.riseFactor
  }
}

/// A value on a rule, or a blank.
struct FillInSpan: Hashable {
  var range: Range<Int>
  /// The least width of the rule in em.
  var em: Double
  var isBlank: Bool
}
