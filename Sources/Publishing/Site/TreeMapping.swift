import DocumentTree

extension Block where Hole == Never {
  /// Returns the block with every piece of text replaced by what `change` makes of it, inner pieces first.
  ///
  /// Rows that are pulled stay as they are.
  func mappingInlines(_ change: (Inline<Never>) -> [Inline<Never>]) -> Block {
    switch self {
    case .heading(var heading):
      heading.content = heading.content.mapping(change)
      return .heading(heading)
    case .paragraph(var paragraph):
      paragraph.content = paragraph.content.mapping(change)
      return .paragraph(paragraph)
    case .table(let table): return .table(table.mappingInlines(change))
    case .fields(var fields):
      fields.lines = fields.lines.map { $0.map { $0.mapping(change) } }
      return .fields(fields)
    case .signatures(var block):
      block.lines = block.lines.map { $0.map { $0.mapping(change) } }
      return .signatures(block)
    case .list, .quote, .callout, .footnotes: return mappingBlocks { $0.mappingInlines(change) }
    case .code, .contents, .figure, .divider, .pageBreak: return self
    case .section(let section): switch section.subject {}
    }
  }
}

extension Block where Hole == Never {
  /// Returns the block with every figure replaced by what `change` makes of it, in reading order.
  func mappingFigures(_ change: (Figure) -> Figure) -> Block {
    if case .figure(let figure) = self { return .figure(change(figure)) }
    return mappingBlocks { $0.mappingFigures(change) }
  }

  /// Returns the block with each of the blocks that it holds replaced by what `change` makes of it.
  private func mappingBlocks(_ change: (Block) -> Block) -> Block {
    switch self {
    case .quote(let blocks): return .quote(blocks.map(change))
    case .callout(var callout):
      callout.blocks = callout.blocks.map(change)
      return .callout(callout)
    case .list(var list):
      for index in list.items.indices {
        list.items[index].blocks = list.items[index].blocks.map(change)
      }
      return .list(list)
    case .footnotes(let footnotes):
      return .footnotes(
        footnotes.map {
          Footnote(number: $0.number, label: $0.label, blocks: $0.blocks.map(change))
        }
      )
    default: return self
    }
  }
}

extension Table where Hole == Never {
  fileprivate func mappingInlines(_ change: (Inline<Never>) -> [Inline<Never>]) -> Table {
    var table = self
    table.caption = caption.mapping(change)
    table.head = head.map { $0.mappingInlines(change) }
    table.foot = foot.map { $0.mappingInlines(change) }
    if case .rows(let rows) = body { table.body = .rows(rows.map { $0.mappingInlines(change) }) }
    return table
  }
}

extension TableRow where Hole == Never {
  fileprivate func mappingInlines(_ change: (Inline<Never>) -> [Inline<Never>]) -> TableRow {
    var row = self
    for index in row.cells.indices {
      row.cells[index].content = row.cells[index].content.mapping(change)
    }
    return row
  }
}

extension Array where Element == Inline<Never> {
  /// Returns the line with every piece replaced by what `change` makes of it, inner pieces first.
  func mapping(_ change: (Inline<Never>) -> [Inline<Never>]) -> [Inline<Never>] {
    flatMap { change($0.mappingContent(change)) }
  }
}

extension Inline where Hole == Never {
  fileprivate func mappingContent(_ change: (Inline<Never>) -> [Inline<Never>]) -> Inline {
    switch self {
    case .strong(let content): return .strong(content.mapping(change))
    case .emphasis(let content): return .emphasis(content.mapping(change))
    case .strikethrough(let content): return .strikethrough(content.mapping(change))
    case .raised(let content): return .raised(content.mapping(change))
    case .link(var link):
      link.content = link.content.mapping(change)
      return .link(link)
    case .fillIn(var fillIn):
      fillIn.content = fillIn.content.mapping(change)
      return .fillIn(fillIn)
    default: return self
    }
  }
}
