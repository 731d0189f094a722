import Geometry
import Pages
import Styling

/// The content of one page, or of its furniture, in the making (ISO 32000-1 §7.8.2).
struct ContentStream {
  /// The operators so far.
  var content = ByteBuffer()
  /// The graphics state, as far as it was set.
  var state = GraphicsState()
  /// The height of the sheet, since the file counts upwards from the bottom.
  let pageHeight: Length

  /// Creates a stream that leaves the graphics state as it found it: others may follow on the same page.
  init(pageHeight: Length) {
    self.pageHeight = pageHeight
    content.append("q\n")
  }

  /// Appends the items in painting order, and returns the whole stream.
  static func bytes(
    of items: [PageItem],
    pageHeight: Length,
    fonts: PDFFonts,
    uses: inout FontUses
  ) throws(PDFFailure) -> [UInt8] {
    var stream = ContentStream(pageHeight: pageHeight)
    for item in items {
      switch consume item {
      case .glyphs(let run):
        stream.enter(run.mark == .decoration ? .pagination : nil)
        try stream.show(run, fonts: fonts, uses: &uses)
      case .rule(let rule):
        stream.enter(.decoration)
        stream.stroke(rule)
      case .fill(let area, let ink):
        stream.enter(.decoration)
        stream.fill(area, ink)
      case .watermark(let watermark):
        stream.enter(.watermark)
        try stream.show(watermark, fonts: fonts, uses: &uses)
      case .stampPlace, .link: break
      }
    }
    stream.enter(nil)
    stream.content.append("Q\n")
    return stream.content.bytes
  }

  /// Opens and closes marked content so that what follows is an artifact of the given kind, or none.
  ///
  /// The numbered content of tagged files will open and close here as well.
  private mutating func enter(_ artifact: Artifact?) {
    guard artifact != state.artifact else { return }
    if state.artifact != nil { content.append("EMC\n") }
    if let artifact { content.append(artifact.opening) }
    state.artifact = artifact
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
