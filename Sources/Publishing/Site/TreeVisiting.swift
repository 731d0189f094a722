import DocumentTree

extension Block where Hole == Never {
  /// Hands every piece of text to `visit`, those around others first; rows that are pulled are left out.
  func visitInlines(_ visit: (Inline<Never>) -> Void) {
    switch self {
    case .heading(let heading): heading.content.visit(visit)
    case .paragraph(let paragraph): paragraph.content.visit(visit)
    case .list(let list):
      for block in list.items.lazy.flatMap(\.blocks) { block.visitInlines(visit) }
    case .quote(let blocks): for block in blocks { block.visitInlines(visit) }
    case .callout(let callout): for block in callout.blocks { block.visitInlines(visit) }
    case .table(let table): table.visitInlines(visit)
    case .fields(let fields): for content in fields.lines.joined() { content.visit(visit) }
    case .signatures(let block): for content in block.lines.joined() { content.visit(visit) }
    case .footnotes(let footnotes):
      for block in footnotes.lazy.flatMap(\.blocks) { block.visitInlines(visit) }
    case .code, .contents, .figure, .divider, .pageBreak: break
    case .section(let section): switch section.subject {}
    }
  }
}

extension Table where Hole == Never {
  fileprivate func visitInlines(_ visit: (Inline<Never>) -> Void) {
    caption.visit(visit)
    var rows = head
    if case .rows(let body) = body { rows += body }
    for cell in (rows + foot).lazy.flatMap(\.cells) { cell.content.visit(visit) }
  }
}

extension Array where Element == Inline<Never> {
  fileprivate func visit(_ visit: (Inline<Never>) -> Void) {
    for inline in self {
      visit(inline)
      switch inline {
      case .strong(let content), .emphasis(let content), .strikethrough(let content),
        .raised(let content):
        content.visit(visit)
      case .link(let link): link.content.visit(visit)
      case .fillIn(let fillIn): fillIn.content.visit(visit)
      default: break
      }
    }
  }
}
