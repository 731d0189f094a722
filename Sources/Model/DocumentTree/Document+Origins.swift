public import Diagnostics

extension Document where Hole == Never {
  /// Visits all blocks in reading order, with a stack of its own: blocks nested to any depth cannot exhaust the
  /// machine's.
  public func forEachBlock(_ visit: (Block<Never>) -> Void) {
    var waiting: [Block<Never>] = (masthead + body).reversed()
    while let block = waiting.popLast() {
      visit(block)
      waiting += block.children.reversed()
    }
  }

  /// Calls `visit` with the origin of every text, but for those of rows that are pulled.
  public func forEachOrigin(_ visit: (Origin) -> Void) {
    forEachBlock { block in block.lines.forEach { $0.forEachOrigin(visit) } }
    guard let footer else { return }
    for part in [footer.start, footer.centre, footer.end] { part.forEachOrigin(visit) }
  }
}

extension [Inline<Never>] {
  fileprivate func forEachOrigin(_ body: (Origin) -> Void) {
    var waiting = self
    while let inline = waiting.popLast() {
      switch inline {
      case .text(_, let origin), .code(_, let origin): body(origin)
      case .strong(let content), .emphasis(let content), .strikethrough(let content),
        .raised(let content):
        waiting += content
      case .link(let link): waiting += link.content
      case .fillIn(let fillIn): waiting += fillIn.content
      case .image, .lineBreak, .stampPlace, .footnoteMark, .pageNumber, .pageCount: continue
      }
    }
  }
}

extension Block where Hole == Never {
  /// The lines of text that the block itself has, those of pulled rows left out.
  fileprivate var lines: [[Inline<Never>]] {
    switch self {
    case .heading(let heading): [heading.content]
    case .paragraph(let paragraph): [paragraph.content]
    case .fields(let fields): fields.lines.flatMap { $0 }
    case .signatures(let signatures): signatures.lines.flatMap { $0 }
    case .table(let table): [table.caption] + table.rowsAtHand.flatMap { $0.cells.map(\.content) }
    default: []
    }
  }

  /// The blocks inside.
  fileprivate var children: [Block<Never>] {
    switch self {
    case .list(let list): list.items.flatMap(\.blocks)
    case .quote(let blocks): blocks
    case .callout(let callout): callout.blocks
    case .footnotes(let notes): notes.flatMap(\.blocks)
    default: []
    }
  }
}

extension Table where Hole == Never {
  /// The rows that need not be pulled.
  fileprivate var rowsAtHand: [TableRow<Never>] {
    if case .rows(let rows) = body { return head + rows + foot }
    return head + foot
  }
}
