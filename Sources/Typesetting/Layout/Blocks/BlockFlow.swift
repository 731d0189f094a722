import Diagnostics
import DocumentTree
import Geometry
import LineBreaking
import Pages
import Styling

/// Turns blocks into strips and hands them to the page builder, in reading order.
///
/// It walks with a stack of its own: blocks nested to any depth cannot exhaust the machine's.
struct BlockFlow {
  /// What is still to be done.
  enum Step {
    case block(Block<Never>, FlowPlace)
    case marker(ListMarker)
    case space(Length)
    case endItem(isNote: Bool, FlowPlace)
    case keepAll(Bool)
    case close
  }

  /// How much of the text area stays white above the title of a cover: it stands at the optical middle, not below it.
  private static let coverSink = 0.26

  let style: PageStyle
  let composer: TextComposer
  let headings: [HeadingEntry]
  /// The page of each heading, when a rehearsal found them.
  let pages: [Int]
  var builder: PageBuilder
  var diagnostics: [Diagnostic] = []
  /// The open elements of the logical structure.
  var trail = StructureTrail()
  private var steps: [Step] = []
  private let linkTargets: Set<String>
  private var owedSpace = Length.zero
  private var linesToKeep = 0
  private var keepsAll = false
  private var marker: ListMarker?

  init(
    _ style: PageStyle,
    _ composer: TextComposer,
    _ headings: [HeadingEntry],
    pages: [Int],
    emit: @escaping (Page) throws(LayoutFailure) -> Void
  ) {
    self.style = style
    self.composer = composer
    self.headings = headings
    self.pages = pages
    linkTargets = Set(headings.map(\.id))
    builder = PageBuilder(style: style, emit: emit)
  }

  /// The headings with their places.
  var outline: [OutlineEntry] { builder.outline }
  /// How many pages were made.
  var pageCount: Int { builder.pageCount }

  /// Lays out the whole document.
  mutating func layOut(_ document: Document<Never>) throws(LayoutFailure) {
    let place = FlowPlace(left: .zero, width: style.textArea.size.width)
    if document.hasCover {
      try builder.add(FlowLine(height: style.textArea.size.height * Self.coverSink))
    }
    if !document.masthead.isEmpty {
      try layOut(document.masthead, in: place)
      linesToKeep = 0
      // A table is what usually follows, on every page.
      let space = max(owedSpace, tableSpace)
      guard try builder.repeatMasthead(spaceAfter: space) else {
        diagnostics.append(
          Diagnostic("layout.masthead", .warning, "页首内容超过半页，续页不再重复", advice: "请缩短第一张表之前的内容")
        )
        return try finish(document, in: place)
      }
    }
    try finish(document, in: place)
  }

  private mutating func finish(
    _ document: Document<Never>,
    in place: FlowPlace
  ) throws(LayoutFailure) {
    try layOut(document.body, in: place)
    try builder.finish()
  }

  private mutating func layOut(
    _ blocks: [Block<Never>],
    in place: FlowPlace
  ) throws(LayoutFailure) {
    push(blocks, in: place)
    while let step = steps.popLast() {
      switch step {
      case .block(let block, let place): try layOut(block, in: place)
      case .marker(let marker):
        try flushMarker(in: nil)
        self.marker = begin(marker)
      case .space(let space): oweSpace(space)
      case .endItem(let isNote, let place): try endItem(isNote: isNote, in: place)
      case .keepAll(let keeps): keepsAll = keeps
      case .close: trail.close()
      }
    }
  }

  private mutating func layOut(_ block: Block<Never>, in place: FlowPlace) throws(LayoutFailure) {
    switch block {
    case .heading(let heading): try layOut(heading, in: place)
    case .paragraph(let paragraph): try layOut(paragraph, in: place)
    case .list(let list): pushSteps(of: list, in: place)
    case .quote(let blocks): pushQuote(blocks, in: place)
    case .callout(let callout): try layOut(callout, in: place)
    case .code(let code): try layOut(code, in: place)
    case .table(let table): try layOut(table, in: place)
    case .fields(let fields): try layOut(fields, in: place)
    case .signatures(let block): try layOut(block, in: place)
    case .footnotes(let notes): try layOut(notes, in: place)
    case .contents: try layOutContents(in: place)
    case .figure(let figure): try layOut(figure, in: place)
    case .divider: try layOutDivider(in: place)
    case .pageBreak: try breakPage()
    case .section(let section): switch section.subject {}
    }
  }

  // MARK: Steps

  /// Puts blocks before all other work.
  ///
  /// What stands between a table and the lines to be signed stays with them and with the table's last row: a sheet
  /// with signatures but without a row could be put under any other roster.
  mutating func push(_ blocks: [Block<Never>], in place: FlowPlace) {
    var steps: [Step] = []
    for (index, block) in blocks.enumerated() {
      steps.append(.block(block, place))
      if case .table = block, blocks[(index + 1)...].leadsToSignatures {
        steps.append(.keepAll(true))
      } else if case .signatures = block {
        steps.append(.keepAll(false))
      }
    }
    self.steps += steps.reversed()
  }

  /// Puts one step before all other work.
  mutating func push(_ step: Step) { steps.append(step) }

  /// Asks for at least this much space before the next strip.
  mutating func oweSpace(_ space: Length) { owedSpace = max(owedSpace, space) }

  /// Asks that the next strips stay with the one before them.
  mutating func keepNext(_ lines: Int) { linesToKeep = lines }

  /// Returns the first of `count` new structure nodes.
  mutating func newNode(_ count: Int = 1) -> Int {
    builder.nodes.next(count)
  }

  private mutating func breakPage() throws(LayoutFailure) {
    try flushMarker(in: nil)
    linesToKeep = 0
    owedSpace = .zero
    try builder.endPage()
  }

  // MARK: Strips

  /// Adds a strip under the others, with the space that is owed to it.
  mutating func add(_ line: consuming FlowLine) throws(LayoutFailure) {
    line.spaceBefore = max(line.spaceBefore, owedSpace)
    owedSpace = .zero
    if linesToKeep > 0 || keepsAll { line.keepsWithPrevious = true }
    linesToKeep = max(0, linesToKeep - 1)
    line.structure = trail.takeSteps()
    try builder.add(line)
  }

  /// Takes the marker that waits for a line of text.
  mutating func takeMarker() -> ListMarker? {
    defer { marker = nil }
    return marker
  }

  /// Gives the waiting marker a line of its own when no text takes it.
  mutating func flushMarker(in place: FlowPlace?) throws(LayoutFailure) {
    guard marker != nil else { return }
    let width = style.textArea.size.width
    let empty = Paragraph<Never>(content: [], origin: .unknown)
    try layOut(empty, in: place ?? FlowPlace(left: .zero, width: width))
    keepNext(1)
  }

  /// Flattens inlines into the styled text of a role.
  mutating func flatten(_ inlines: [Inline<Never>], _ style: TextStyle) -> StyledText {
    let (text, found) = flattening(inlines, style)
    diagnostics += found
    return text
  }

  /// Flattens inlines that are flattened again later, so that nothing is reported twice.
  func flattenQuietly(_ inlines: [Inline<Never>], _ style: TextStyle) -> StyledText {
    flattening(inlines, style).text
  }

  private func flattening(
    _ inlines: [Inline<Never>],
    _ style: TextStyle
  ) -> (text: StyledText, diagnostics: [Diagnostic]) {
    var flattening = InlineFlattening(
      numbers: nil,
      captionFamily: self.style[.caption].family,
      linkTargets: linkTargets
    )
    flattening.append(inlines, SpanStyle(style))
    return (flattening.result, flattening.diagnostics)
  }
}

extension ArraySlice where Element == Block<Never> {
  /// Whether nothing but small print and label lines stand before the lines to be signed.
  fileprivate var leadsToSignatures: Bool {
    for block in self {
      switch block {
      case .signatures: return true
      case .fields: continue
      case .paragraph(let paragraph) where paragraph.role != .body: continue
      default: return false
      }
    }
    return false
  }
}
