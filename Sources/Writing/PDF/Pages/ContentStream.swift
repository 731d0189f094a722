import Geometry
import Pages
import Styling

/// The content of one page, or of its furniture, in the making (ISO 32000-1 §7.8.2).
struct ContentStream {
  /// The operators so far.
  var content: ByteBuffer
  /// The graphics state, as far as it was set.
  var state = GraphicsState()
  /// The height of the sheet, since the file counts upwards from the bottom.
  let pageHeight: Length

  /// Creates a stream that leaves the graphics state as it found it: others may follow on the same page.
  ///
  /// Of `count` items most take less than half a kilobyte, and to make room once is cheaper than to grow.
  init(pageHeight: Length, itemCount count: Int = 0) {
    self.pageHeight = pageHeight
    content = ByteBuffer(room: count << 9)
    content.append("q\n")
  }

  /// Returns the items in painting order, none of them marked as content.
  static func bytes(
    of items: [PageItem],
    pageHeight: Length,
    fonts: PDFFonts,
    uses: inout FontUses
  ) throws(PDFFailure) -> [UInt8] {
    var tagging: PageTagging?
    return try bytes(
      of: items,
      pageHeight: pageHeight,
      fonts: fonts,
      uses: &uses,
      tagging: &tagging
    )
  }

  /// Returns the items in painting order.
  ///
  /// With `tagging`, text that is not decoration is marked as the content of its element.
  static func bytes(
    of items: [PageItem],
    pageHeight: Length,
    fonts: PDFFonts,
    uses: inout FontUses,
    tagging: inout PageTagging?
  ) throws(PDFFailure) -> [UInt8] {
    var stream = ContentStream(pageHeight: pageHeight, itemCount: items.count)
    for item in items {
      switch consume item {
      case .glyphs(let run):
        try stream.show(run, fonts: fonts, uses: &uses, tagging: &tagging)
      case .cells(let row):
        try stream.show(row, fonts: fonts, uses: &uses, tagging: &tagging)
      case .rule(let rule):
        try stream.enter(.artifact(.decoration), &tagging)
        stream.stroke(rule)
      case .fill(let area, let ink):
        try stream.enter(.artifact(.decoration), &tagging)
        stream.fill(area, ink)
      case .shape(let path, let ink):
        try stream.enter(.artifact(.decoration), &tagging)
        stream.fill(path, ink)
      case .watermark(let watermark):
        try stream.enter(.artifact(.watermark), &tagging)
        try stream.show(watermark, fonts: fonts, uses: &uses)
      case .drawing(let drawing):
        let isContent = drawing.mark != .decoration
        try stream.enter(
          isContent ? .content(drawing.mark, .chinese) : .artifact(.decoration),
          &tagging
        )
        if isContent { tagging?.place(stream.rectangle(drawing.area), of: drawing.mark) }
        try stream.paint(drawing, fonts: fonts, uses: &uses)
      case .stampPlace, .link: break
      }
    }
    try stream.enter(nil, &tagging)
    stream.content.append("Q\n")
    return stream.content.bytes
  }

  /// Opens and closes marked content so that what follows is marked as given, or not at all (ISO 32000-1 §14.6).
  mutating func enter(
    _ marking: Marking?,
    _ tagging: inout PageTagging?
  ) throws(PDFFailure) {
    var next = marking
    if tagging == nil, case .content? = next { next = nil }
    guard next != state.marked else { return }
    if state.marked != nil { content.append(operation: "EMC\n") }
    state.marked = next
    switch next {
    case .artifact(let artifact)?: content.append(artifact.opening)
    case .content(let mark, let language)?:
      if let marked = try tagging?.begin(mark, in: language) { append(openingOf: marked) }
    case nil: break
    }
  }

  /// Begins marked content.
  mutating func append(openingOf marked: MarkedContent) {
    content.append(atMost: MarkedContent.longestOpening) { $0.append(openingOf: marked) }
  }

  /// Paints the items of a picture, all of which belong to it.
  private mutating func paint(
    _ drawing: PlacedDrawing,
    fonts: PDFFonts,
    uses: inout FontUses
  ) throws(PDFFailure) {
    for item in drawing.items {
      switch item {
      case .glyphs(let run): try show(run, fonts: fonts, uses: &uses)
      case .cells(let row):
        for run in row.runs { try show(run, fonts: fonts, uses: &uses) }
      case .rule(let rule): stroke(rule)
      case .fill(let area, let ink): fill(area, ink)
      case .shape(let path, let ink): fill(path, ink)
      case .drawing(let inner): try paint(inner, fonts: fonts, uses: &uses)
      case .watermark, .stampPlace, .link: break
      }
    }
  }

  /// The corners of an area as the file counts them: left, bottom, right, top (ISO 32000-1 §7.9.5).
  private func rectangle(_ area: Rectangle) -> [Number] {
    [Number(area.left), y(area.bottom), Number(area.right), y(area.top)]
  }

  /// Strokes a rule with butt caps (ISO 32000-1 §8.5.3.2).
  private mutating func stroke(_ rule: Rule) {
    setStroke(rule.ink)
    setLineWidth(Number(rule.thickness))
    content.append(operands: Number(rule.start.x), y(rule.start.y))
    content.append("m ")
    content.append(operands: Number(rule.end.x), y(rule.end.y))
    content.append("l S\n")
  }

  /// Fills a rectangle (ISO 32000-1 §8.5.2.1).
  private mutating func fill(_ area: Rectangle, _ ink: Ink) {
    setFill(ink)
    content.append(operands: Number(area.left), y(area.bottom))
    content.append(operands: Number(area.size.width), Number(area.size.height))
    content.append("re f\n")
  }

  /// Returns the distance from the bottom of the sheet.
  func y(_ distance: Length) -> Number { Number(pageHeight - distance) }
}

/// What marked content is.
enum Marking: Hashable {
  /// Something that is not content.
  case artifact(Artifact)
  /// The content of an element, in a language.
  case content(Mark, Language)
}

/// The kinds of artifacts that pages have (ISO 32000-1 §14.8.2.2.2).
enum Artifact: Sendable {
  /// Rules and grounds.
  case decoration
  /// Text furniture and repeats.
  case pagination
  /// Words that lie under the page.
  case watermark

  /// The operator that begins the artifact.
  var opening: String {
    switch self {
    case .decoration: "/Artifact BMC\n"
    case .pagination: "/Artifact <</Type /Pagination>> BDC\n"
    case .watermark: "/Artifact <</Type /Pagination /Subtype /Watermark>> BDC\n"
    }
  }
}
