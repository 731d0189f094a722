import Diagnostics
public import DocumentTree
public import Fonts
import Geometry
public import Pages
public import Styling

/// Lays documents out, one after another, with the fonts of one task.
///
/// What it has set before, the standing words of a form above all, it does not set again.
public final class Typesetter {
  private let fonts: FontLibrary
  private var composer: TextComposer?

  /// Creates a typesetter that shapes text with `fonts`.
  public init(fonts: FontLibrary) {
    self.fonts = fonts
  }

  /// Lays `document` out and hands over its pages one by one, as soon as each is full.
  ///
  /// Rows of long tables are pulled one at a time and no page is held back, so that memory stays flat. A document with
  /// a table of contents is laid out twice, the first time to learn where its headings stand.
  ///
  /// - Throws: whatever `emit` throws, and `LayoutFailure` when characters have no glyph (all of them, once the whole
  ///   document has been seen; no page is handed over after the first), rows cannot be had or the margins leave no room.
  public func layOut(
    _ document: Document<Never>,
    style: PageStyle,
    emit: @escaping (Page) throws(LayoutFailure) -> Void
  ) throws(LayoutFailure) -> LayoutOutcome {
    try checkRoom(style)
    let composer = try composer(for: style.composition)
    composer.missing = MissingCharacters()
    composer.tiny = TinyTexts()
    let watermark = try WatermarkSetting.watermark(of: style, composer)
    let emit = withholding(passing(emit, over: watermark), composer)
    let headings = document.headings
    var pages: [Int] = []
    if document.hasContents {
      var rehearsal = BlockFlow(style, composer, headings, pages: [], emit: discard)
      try rehearsal.layOut(document)
      pages = rehearsal.outline.map(\.page)
    }
    var flow = BlockFlow(style, composer, headings, pages: pages, emit: emit)
    try flow.layOut(document)
    let furniture = try Furniture(
      of: document,
      style: style,
      composer: composer,
      outline: flow.outline,
      pageCount: flow.pageCount
    )
    if !composer.missing.isEmpty { _ = try furniture.items(onPage: flow.pageCount) }
    return LayoutOutcome(
      pageCount: flow.pageCount,
      outline: flow.outline,
      diagnostics: flow.diagnostics + composer.tiny.complaints,
      furniture: furniture
    )
  }

  /// Hands no page over once a character was met that cannot be shown.
  private func withholding(
    _ emit: @escaping (Page) throws(LayoutFailure) -> Void,
    _ composer: TextComposer
  ) -> (Page) throws(LayoutFailure) -> Void {
    { page throws(LayoutFailure) in
      if composer.missing.isEmpty { try emit(page) }
    }
  }

  /// Puts a watermark under every page on its way.
  private func passing(
    _ emit: @escaping (Page) throws(LayoutFailure) -> Void,
    over watermark: Watermark?
  ) -> (Page) throws(LayoutFailure) -> Void {
    guard let watermark else { return emit }
    let standing = StandingItems([.watermark(watermark)])
    return { page throws(LayoutFailure) in
      var page = page
      page.under.insert(standing, at: 0)
      try emit(page)
    }
  }

  /// The composer of the last document, unless this one is composed by other rules.
  private func composer(for composition: LineComposition) throws(LayoutFailure) -> TextComposer {
    if let composer, composer.composition == composition { return composer }
    let fresh = try TextComposer(fonts: fonts, composition: composition)
    composer = fresh
    return fresh
  }
}

/// Takes the pages of a rehearsal.
private func discard(_: Page) throws(LayoutFailure) {}

/// Refuses margins that leave less than a line.
private func checkRoom(_ style: PageStyle) throws(LayoutFailure) {
  let area = style.textArea.size
  let pitch = TextRole.allCases.map { style[$0].linePitch }.max() ?? .zero
  guard area.width >= .mm(10), area.height >= max(.mm(10), pitch) else {
    throw .noRoom(
      Diagnostic(
        "layout.noRoom",
        .error,
        "页边距之内放不下文字",
        found: "版心宽 \(area.width) mm、高 \(area.height) mm",
        expected: "至少宽 10 mm，高度至少容得下一行",
        advice: "请减小 margins 或改用更大的纸张"
      )
    )
  }
}
