public import DocumentTree

/// Writes bound documents as whole web pages, piece by piece, so that a long roster is never held whole.
public struct HTMLWriter: Sendable {
  /// How many bytes of rows are gathered before they are handed on.
  private static let batch = 32_768

  /// Creates a writer.
  public init() {}

  /// Hands the page of `document` to `receive` in pieces, in order.
  ///
  /// The pieces together are one UTF-8 page that ends with a newline. The memory needed does not grow with the
  /// number of pulled rows.
  public func write<SinkFailure: Error>(
    _ document: Document<Never>,
    stylesheet: StylesheetReference,
    to receive: (String) throws(SinkFailure) -> Void
  ) throws(HTMLFailure<SinkFailure>) {
    let (title, language) = (document.title, document.language)
    try begin(title: title, language: language, stylesheet: stylesheet, to: receive)
    try pass("<main class=\"sheet\">\n", to: receive)
    try writeContent(of: document, hasAnchors: true, to: receive)
    try pass("</main>\n", to: receive)
    try end(to: receive)
  }

  /// Begins a page that holds several documents, such as a batch of certificates.
  public func begin<SinkFailure: Error>(
    title: String,
    language: String = "zh-CN",
    stylesheet: StylesheetReference,
    to receive: (String) throws(SinkFailure) -> Void
  ) throws(HTMLFailure<SinkFailure>) {
    try pass(
      """
      <!DOCTYPE html>
      <html lang="\(escapedHTML(language))">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(escapedHTML(title))</title>
      \(stylesheet.markup)\
      </head>
      <body class="document">

      """,
      to: receive
    )
  }

  /// Adds `document` as the next sheet of the page; in print it begins a new piece of paper.
  public func add<SinkFailure: Error>(
    _ document: Document<Never>,
    to receive: (String) throws(SinkFailure) -> Void
  ) throws(HTMLFailure<SinkFailure>) {
    try pass("<article class=\"sheet\">\n", to: receive)
    // Copies of one form have the same headings; an id may stand only once in a page.
    try writeContent(of: document, hasAnchors: false, to: receive)
    try pass("</article>\n", to: receive)
  }

  /// Ends a page that was begun.
  public func end<SinkFailure: Error>(
    to receive: (String) throws(SinkFailure) -> Void
  ) throws(HTMLFailure<SinkFailure>) {
    try pass("</body>\n</html>\n", to: receive)
  }

  private func writeContent<SinkFailure: Error>(
    of document: Document<Never>,
    hasAnchors: Bool,
    to receive: (String) throws(SinkFailure) -> Void
  ) throws(HTMLFailure<SinkFailure>) {
    var renderer = BlockRenderer(
      title: document.title,
      outline: Outline(of: document.body),
      hasAnchors: hasAnchors
    )
    try write(masthead: document.masthead, with: &renderer, to: receive)
    for block in document.body {
      try write(block, with: &renderer, to: receive)
    }
    if let mark = document.mark { try pass(markup(of: mark), to: receive) }
  }

  private func write<SinkFailure: Error>(
    masthead: [Block<Never>],
    with renderer: inout BlockRenderer,
    to receive: (String) throws(SinkFailure) -> Void
  ) throws(HTMLFailure<SinkFailure>) {
    guard !masthead.isEmpty else { return }
    try pass("<header class=\"masthead\">\n", to: receive)
    for block in masthead {
      try write(block, with: &renderer, to: receive)
    }
    try pass("</header>\n", to: receive)
  }

  private func write<SinkFailure: Error>(
    _ block: Block<Never>,
    with renderer: inout BlockRenderer,
    to receive: (String) throws(SinkFailure) -> Void
  ) throws(HTMLFailure<SinkFailure>) {
    if case .table(let table) = block, case .pulled(let source) = table.body {
      try write(table, rows: source, with: &renderer, to: receive)
    } else {
      do throws(RowSource.Failure) {
        try renderer.append(block)
      } catch {
        throw .rowUnavailable(error)
      }
    }
    try pass(renderer.takeText(), to: receive)
  }

  private func write<SinkFailure: Error>(
    _ table: Table<Never>,
    rows: RowSource,
    with renderer: inout BlockRenderer,
    to receive: (String) throws(SinkFailure) -> Void
  ) throws(HTMLFailure<SinkFailure>) {
    var grid = renderer.openTable(table)
    let pull: RowSource.Pull
    do throws(RowSource.Failure) { pull = try rows.start() } catch { throw .rowUnavailable(error) }
    while true {
      let row: TableRow<Never>?
      do throws(RowSource.Failure) { row = try pull() } catch { throw .rowUnavailable(error) }
      guard let row else { break }
      renderer.add(row, in: &grid)
      guard renderer.text.utf8.count >= HTMLWriter.batch else { continue }
      try pass(renderer.takeText(), to: receive)
    }
    renderer.close(table, in: &grid)
  }

  private func pass<SinkFailure: Error>(
    _ text: String,
    to receive: (String) throws(SinkFailure) -> Void
  ) throws(HTMLFailure<SinkFailure>) {
    do throws(SinkFailure) {
      try receive(text)
    } catch {
      throw .receiverFailed(error)
    }
  }
}
