import Diagnostics
import DocumentTree
import Pages
import Styling

/// Turns inlines into one styled text.
///
/// It walks with a stack of its own: inlines nested to any depth cannot exhaust the machine's.
struct InlineFlattening {
  /// The numbers that stand for the current page and for the number of pages.
  struct PageNumbers {
    var page: Int
    var count: Int
  }

  private enum Step {
    case inline(Inline<Never>, SpanStyle)
    case endFillIn(start: Int, em: Double, SpanStyle)
  }

  private let numbers: PageNumbers?
  private let captionFamily: FontFamily
  private let linkTargets: Set<String>
  private var steps: [Step] = []
  private(set) var result = StyledText()
  private(set) var diagnostics: [Diagnostic] = []
  /// Whether the text says on which page it stands.
  private(set) var showsPageNumber = false

  /// The blue of links, dark enough for print.
  static let linkInk = Ink(red: 0x1A, green: 0x56, blue: 0xA8)

  init(numbers: PageNumbers?, captionFamily: FontFamily, linkTargets: Set<String>) {
    self.numbers = numbers
    self.captionFamily = captionFamily
    self.linkTargets = linkTargets
  }

  /// Appends `inlines` in the style of their role.
  mutating func append(_ inlines: [Inline<Never>], _ style: SpanStyle) {
    push(inlines, style)
    while let step = steps.popLast() {
      switch step {
      case .inline(let inline, let style): append(inline, style)
      case .endFillIn(let start, let em, let style): endFillIn(start: start, em: em, style)
      }
    }
  }

  private mutating func push(_ inlines: [Inline<Never>], _ style: SpanStyle) {
    for inline in inlines.reversed() { steps.append(.inline(inline, style)) }
  }

  private mutating func append(_ inline: Inline<Never>, _ style: SpanStyle) {
    switch inline {
    case .text(let text, let origin), .code(let text, let origin):
      result.append(text, style, origin: origin)
    case .strong(let content): push(content, style.strong)
    case .emphasis(let content): push(content, style.emphasised)
    case .strikethrough(let content): push(content, style.struck)
    case .raised(let content): push(content, style.raised)
    case .link(let link): push(link.content, linked(style, by: link))
    case .image(let image): append(image, style)
    case .lineBreak: result.append("\u{2028}", style, origin: .unknown)
    case .fillIn(let fillIn):
      steps.append(.endFillIn(start: result.count, em: fillIn.width, style))
      push(fillIn.content, style)
    case .stampPlace(let place): result.stamps.append((result.count, place))
    case .footnoteMark(let mark):
      var raised = style.raised
      // Inside the words of a link the mark leads to its note, not where the link does (ISO 14289-1 §7.18.5).
      raised.link = nil
      result.append("[\(mark.number)]", part(.reference, raised), origin: .unknown)
    case .pageNumber:
      showsPageNumber = true
      append(numbers?.page, style)
    case .pageCount: append(numbers?.count, style)
    }
  }

  private mutating func endFillIn(start: Int, em: Double, _ style: SpanStyle) {
    let isBlank = result.count == start
    if isBlank { result.append(StyledText.blank, style, origin: .unknown) }
    result.fillIns.append(FillInSpan(range: start..<result.count, em: em, isBlank: isBlank))
  }

  private mutating func append(_ number: Int?, _ style: SpanStyle) {
    if let number {
      result.append(String(number), style, origin: .unknown)
    } else {
      diagnostics.append(
        Diagnostic("layout.pageNumber", .warning, "页码只能用在页脚里", advice: "请把页码移到 footer 中")
      )
    }
  }

  private mutating func append(_ image: Image, _ style: SpanStyle) {
    var caption = style
    caption.family = captionFamily
    result.append("〔图：\(image.alternative)〕", caption, origin: image.origin)
    diagnostics.append(
      Diagnostic(
        "layout.image",
        .note,
        at: image.origin,
        "纸面上暂不印图片，改印文字说明",
        found: "\(image.source)"
      )
    )
  }

  /// Only a URL or a heading of this document can be reached from paper's electronic twin.
  private mutating func linked(_ style: SpanStyle, by link: Link<Never>) -> SpanStyle {
    let destination = link.destination
    let leads =
      destination.hasPrefix("#")
      ? linkTargets.contains(String(destination.dropFirst()))
      : destination.contains("://") || destination.hasPrefix("mailto:")
    guard leads else { return style }
    let words = link.content.plainText
    var linked = part(.link(words: words.isEmpty ? destination : words), style)
    linked.link = destination
    linked.ink = Self.linkInk
    return linked
  }

  /// The style of text that belongs to an element of its own.
  private mutating func part(_ element: InlineElement, _ style: SpanStyle) -> SpanStyle {
    result.parts.append(element)
    var style = style
    style.part = result.parts.count - 1
    return style
  }
}

extension SpanStyle {
  /// Creates the style of plain text in a role.
  init(_ style: TextStyle) {
    self.init(family: style.family, weight: style.weight, ink: style.ink)
  }

  /// Chinese text is stressed by another face: 黑体 inside 宋体, 仿宋 and 楷体.
  var strong: SpanStyle {
    var style = self
    style.family = .hei
    style.weight = .bold
    return style
  }

  /// Emphasis is 楷体, which stands in for italics; inside 楷体 it is 仿宋.
  var emphasised: SpanStyle {
    var style = self
    style.family = family == .kai ? .fang : .kai
    return style
  }

  /// The style with a rule through the text.
  var struck: SpanStyle {
    var style = self
    style.isStruck = true
    return style
  }

  /// The style of raised text.
  var raised: SpanStyle {
    var style = self
    style.sizeFactor = 0.65
    style.riseFactor = 0.35
    return style
  }
}
