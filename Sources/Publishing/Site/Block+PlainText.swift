import DocumentTree

extension Block where Hole == Never {
  /// The text of the block, its lines and cells separated by spaces; rows that are pulled count as nothing.
  var plainText: String {
    lines.filter { !$0.isEmpty }.joined(separator: " ")
  }

  private var lines: [String] {
    switch self {
    case .heading(let heading): return [heading.content.plainText]
    case .paragraph(let paragraph): return [paragraph.content.plainText]
    case .list(let list): return list.items.flatMap(\.blocks).map(\.plainText)
    case .quote(let blocks): return blocks.map(\.plainText)
    case .callout(let callout): return [callout.title] + callout.blocks.map(\.plainText)
    case .code(let code): return [code.text]
    case .table(let table): return table.lines
    case .fields(let fields): return fields.lines.flatMap { $0.map(\.plainText) }
    case .signatures(let block): return block.lines.flatMap { $0.map(\.plainText) }
    case .footnotes(let footnotes): return footnotes.flatMap(\.blocks).map(\.plainText)
    case .figure(let figure): return [figure.title, figure.alternative] + figure.words
    case .contents, .divider, .pageBreak: return []
    case .section(let section): switch section.subject {}
    }
  }
}

extension Figure {
  /// The words in a drawing, such as the buttons of a screen; a sample's picture is that of a document by itself.
  fileprivate var words: [String] {
    guard case .drawing(let drawing) = content else { return [] }
    return drawing.shapes.compactMap { if case .text(let text) = $0 { text.words } else { nil } }
  }
}

extension Table where Hole == Never {
  fileprivate var lines: [String] {
    var rows = head
    if case .rows(let body) = body { rows += body }
    return [caption.plainText] + (rows + foot).flatMap { $0.cells.map { $0.content.plainText } }
  }
}
