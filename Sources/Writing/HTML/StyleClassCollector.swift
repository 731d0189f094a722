import DocumentTree

/// Gathers the measured classes of a document's fill-ins and columns.
struct StyleClassCollector {
  /// What was found so far.
  private(set) var classes: Set<StyleClass> = []

  /// Looks through `blocks`.
  mutating func gather(from blocks: [Block<Never>]) {
    for block in blocks { gather(from: block) }
  }

  private mutating func gather(from block: Block<Never>) {
    switch block {
    case .heading(let heading): gather(from: heading.content)
    case .paragraph(let paragraph): gather(from: paragraph.content)
    case .list(let list): for item in list.items { gather(from: item.blocks) }
    case .quote(let blocks): gather(from: blocks)
    case .callout(let callout): gather(from: callout.blocks)
    case .table(let table): gather(from: table)
    case .fields(let fields): gather(from: fields.lines.joined().joined())
    case .signatures(let block): gather(from: block.lines.joined().joined())
    case .footnotes(let footnotes): for footnote in footnotes { gather(from: footnote.blocks) }
    case .code, .contents, .figure, .divider, .pageBreak: break
    case .section(let section): switch section.subject {}
    }
  }

  private mutating func gather(from table: Table<Never>) {
    classes.formUnion(StyleClass.columnWidths(of: table.columns).compactMap { $0 })
    var rows = table.head + table.foot
    if case .rows(let body) = table.body { rows += body }
    for row in rows {
      for cell in row.cells { gather(from: cell.content) }
    }
  }

  private mutating func gather(from content: some Sequence<Inline<Never>>) {
    for inline in content {
      switch inline {
      case .strong(let content), .emphasis(let content), .strikethrough(let content),
        .raised(let content):
        gather(from: content)
      case .link(let link): gather(from: link.content)
      case .fillIn(let fillIn):
        classes.insert(.fillIn(fillIn.width))
        gather(from: fillIn.content)
      default: break
      }
    }
  }
}
