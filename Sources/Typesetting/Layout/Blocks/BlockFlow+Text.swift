import DocumentTree
import Geometry
import Pages
import Styling

extension BlockFlow {
  /// Sets a heading; it stays with the two lines that follow.
  mutating func layOut(_ heading: Heading<Never>, in place: FlowPlace) throws(LayoutFailure) {
    let style = self.style[heading.role]
    let text = flatten(heading.content, style)
    let block = TextBlock(
      text: text,
      // A heading without words has no element, so those below do not count it.
      role: text.isEmpty ? .paragraph : trail.heading(level: heading.level),
      style: style,
      indent: style.size * style.firstLineIndent,
      heading: HeadingPlace(
        level: heading.level,
        title: heading.content.plainText,
        id: heading.id,
        origin: heading.origin
      ),
      isUnbreakable: true,
      node: newNode()
    )
    try set(block, in: place)
    keepNext(2)
  }

  /// Sets a paragraph.
  mutating func layOut(_ paragraph: Paragraph<Never>, in place: FlowPlace) throws(LayoutFailure) {
    var style = self.style[paragraph.role == .body ? place.role : paragraph.role.textRole]
    switch paragraph.role {
    case .body, .subtitle, .note: break
    case .line:
      style.firstLineIndent = 0
      if style.alignment == .justified { style.alignment = .left }
    case .centre:
      style.alignment = .centre
      style.firstLineIndent = 0
    case .right:
      style.alignment = .right
      style.firstLineIndent = 0
    }
    let indent = place.isIndentFree ? 0 : style.firstLineIndent
    let block = TextBlock(
      text: flatten(paragraph.content, style),
      style: style,
      indent: style.size * indent,
      node: newNode()
    )
    try set(block, in: place)
  }

  /// Draws a rule across the text.
  mutating func layOutDivider(in place: FlowPlace) throws(LayoutFailure) {
    try flushMarker(in: place)
    let height = style[.body].linePitch
    let rule = Rule(
      from: Point(x: place.left, y: height / 2),
      to: Point(x: place.left + place.width, y: height / 2),
      thickness: .mm(0.2),
      ink: Ink(grey: 150)
    )
    try add(FlowLine(height: height, items: [.rule(rule)], frames: place.frames))
  }
}

extension Heading {
  /// The role of the heading's text.
  fileprivate var role: TextRole {
    switch level {
    case ...1: .title
    case 2: .heading2
    case 3: .heading3
    default: .heading4
    }
  }
}

extension ParagraphRole {
  /// The role whose style the paragraph takes.
  fileprivate var textRole: TextRole {
    switch self {
    case .body, .line, .centre, .right: .body
    case .subtitle: .subtitle
    case .note: .note
    }
  }
}
