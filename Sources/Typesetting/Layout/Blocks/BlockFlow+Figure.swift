import Diagnostics
import DocumentTree
import Geometry
import Pages
import Styling

extension BlockFlow {
  /// Sets a figure with its caption below; no page ends between them.
  mutating func layOut(_ figure: Figure, in place: FlowPlace) throws(LayoutFailure) {
    try flushMarker(in: place)
    let anchor =
      figure.id.isEmpty
      ? nil
      : HeadingPlace(level: 0, title: figure.title, id: figure.id, origin: figure.origin)
    oweSpace(figureSpace)
    trail.open(.division)
    try layOutContent(of: figure, anchor: anchor, in: place)
    if !figure.title.isEmpty {
      oweSpace(figureSpace / 2)
      keepNext(1)
      try layOutCaption(figure, in: place)
    }
    trail.close()
    oweSpace(figureSpace)
  }

  private var figureSpace: Length { style[.body].linePitch / 2 }

  private mutating func layOutContent(
    of figure: Figure,
    anchor: HeadingPlace?,
    in place: FlowPlace
  ) throws(LayoutFailure) {
    switch figure.content {
    case .drawing(let drawing): try layOut(drawing, of: figure, anchor: anchor, in: place)
    case .sample(let sample): try layOut(sample, of: figure, anchor: anchor, in: place)
    }
  }

  private mutating func layOutCaption(_ figure: Figure, in place: FlowPlace) throws(LayoutFailure) {
    var caption = style[.caption]
    caption.alignment = .centre
    var text = StyledText()
    text.append(figure.title, SpanStyle(caption), origin: figure.origin)
    try set(
      TextBlock(
        text: text.onOneLine,
        role: .caption,
        style: caption,
        isUnbreakable: true,
        node: newNode()
      ),
      in: place
    )
  }

  /// Shows a document that stands beside this one: its first page, or else its name.
  private mutating func layOut(
    _ sample: SampleDocument,
    of figure: Figure,
    anchor: HeadingPlace?,
    in place: FlowPlace
  ) throws(LayoutFailure) {
    if let picture = sample.picture {
      return try layOut(picture, of: figure, anchor: anchor, in: place, part: 0.42)
    }
    var words = style[.body]
    words.alignment = .centre
    var text = StyledText()
    let name = sample.title.isEmpty ? "样张" : "《\(sample.title)》样张"
    let note = sample.note.isEmpty ? "" : "（\(sample.note)）"
    text.append("\(name)\(note)", SpanStyle(words), origin: .unknown)
    try set(
      TextBlock(text: text, style: words, heading: anchor, isUnbreakable: true, node: newNode()),
      in: place
    )
  }

  // MARK: Drawings

  /// Draws as one strip in the middle of the place, made smaller where it would take more than `part` of a page.
  private mutating func layOut(
    _ drawing: Drawing,
    of figure: Figure,
    anchor: HeadingPlace?,
    in place: FlowPlace,
    part: Double = 1
  ) throws(LayoutFailure) {
    guard drawing.width > 0, drawing.height > 0 else { return }
    // Caption and spaces need room on the same page.
    let room = (builder.capacity(in: place.frames) - style[.caption].linePitch * 3) * part
    let em = min(
      style[.tableBody].size,
      place.width * (1 / drawing.width),
      max(room, .mm(20)) * (1 / drawing.height)
    )
    // The small picture of a page shows what it looks like; it is not there to be read.
    if part == 1 { composer.tiny.note("图中的文字", at: em, origin: figure.origin) }
    let node = newNode()
    trail.open(.figure(alternative: figure.alternative, source: figure.origin), node: node)
    let picture = DrawingSetting(drawing, em: em, composer: composer)
    let left = place.left + (place.width - em * drawing.width) / 2
    let height = em * drawing.height
    let placed = PlacedDrawing(
      items: try picture.items().map { $0.moved(x: left, y: .zero) },
      area: Rectangle(x: left, y: .zero, width: em * drawing.width, height: height),
      mark: .node(node)
    )
    try add(
      FlowLine(
        height: height,
        items: [.drawing(placed)],
        frames: place.frames,
        heading: anchor
      )
    )
    trail.close()
  }
}
