import Diagnostics
import DocumentTree
import Geometry
import Pages
import Styling

extension BlockFlow {
  /// Queues a quotation: a rule at the left.
  mutating func pushQuote(_ blocks: [Block<Never>], in place: FlowPlace) {
    let inner = box(in: place, ground: nil, bar: Ink(grey: 180))
    trail.open(.blockQuote)
    surroundWithSpace(blocks, inner)
  }

  /// Sets a call-out: a tinted ground, a rule at the left, and its title.
  mutating func layOut(_ callout: Callout<Never>, in place: FlowPlace) throws(LayoutFailure) {
    try flushMarker(in: place)
    let colours = callout.kind.colours
    let inner = box(in: place, ground: colours.ground, bar: colours.bar)
    trail.open(.section)
    surroundWithSpace(callout.blocks, inner)
    var title = style[.body]
    title.family = .hei
    title.weight = .bold
    title.ink = colours.bar
    title.alignment = .left
    var text = StyledText()
    text.append(
      callout.title.isEmpty ? callout.kind.label : callout.title,
      SpanStyle(title),
      origin: .unknown
    )
    try set(TextBlock(text: text, style: title, isUnbreakable: true, node: newNode()), in: inner)
    keepNext(1)
  }

  /// Sets literal lines on a grey ground.
  mutating func layOut(_ code: CodeBlock, in place: FlowPlace) throws(LayoutFailure) {
    try flushMarker(in: place)
    let inner = box(in: place, ground: Ink(grey: 244), bar: nil)
    oweSpace(boxSpace)
    var style = self.style[.code]
    style.alignment = .left
    var lines = code.text
    if lines.hasSuffix("\n") { lines.removeLast() }
    var text = StyledText()
    text.append(lines, SpanStyle(style), origin: code.origin)
    trail.open(.paragraph)
    try set(TextBlock(text: text, role: .code, style: style, node: newNode()), in: inner)
    trail.close()
    oweSpace(boxSpace)
  }

  /// The least space above and below a box.
  private var boxSpace: Length { style[.body].linePitch / 2 }

  private mutating func surroundWithSpace(_ blocks: [Block<Never>], _ place: FlowPlace) {
    oweSpace(boxSpace)
    push(.space(boxSpace))
    push(.close)
    push(blocks, in: place)
  }

  /// Opens a box and returns the place inside; boxes nested too deep are not drawn any more.
  private mutating func box(in place: FlowPlace, ground: Ink?, bar: Ink?) -> FlowPlace {
    let isDeep = place.frames.count >= 4
    guard !isDeep, place.width > .mm(40) else {
      var inner = place
      inner.isIndentFree = true
      return inner
    }
    let frame = BoxFrame(
      left: place.left,
      width: place.width,
      padding: ground == nil ? .zero : .mm(1.5),
      ground: ground,
      bar: bar
    )
    var inner = place.indented(by: .mm(bar == nil ? 3 : 4), least: .mm(20))
    if ground != nil { inner.width -= .mm(3) }
    inner.frames.append(builder.addFrame(.box(frame)))
    return inner
  }
}

extension CalloutKind {
  /// The tint of the ground and the colour of the rule and the title, dark enough to read.
  fileprivate var colours: (ground: Ink, bar: Ink) {
    switch self {
    case .note: (Ink(red: 0xEE, green: 0xF4, blue: 0xFB), Ink(red: 0x1A, green: 0x56, blue: 0xA8))
    case .tip: (Ink(red: 0xED, green: 0xF7, blue: 0xF0), Ink(red: 0x1B, green: 0x6E, blue: 0x3C))
    case .important:
      (Ink(red: 0xF4, green: 0xF0, blue: 0xFA), Ink(red: 0x5F, green: 0x3D, blue: 0xA6))
    case .warning:
      (Ink(red: 0xFD, green: 0xF6, blue: 0xE7), Ink(red: 0x8A, green: 0x5A, blue: 0x00))
    case .caution:
      (Ink(red: 0xFC, green: 0xEF, blue: 0xEE), Ink(red: 0xA8, green: 0x24, blue: 0x1C))
    }
  }
}
