import Diagnostics
import DocumentTree
import Records

extension FormChecker {
  /// Returns `blocks` with every reference looked up; what cannot be printed is left out after a complaint.
  mutating func blocks(_ blocks: [Block<FieldReference>]) -> [Block<FieldUse>] {
    var result: [Block<FieldUse>] = []
    for block in blocks {
      if let checked = self.block(block) { result.append(checked) }
    }
    return result
  }

  private mutating func block(_ block: Block<FieldReference>) -> Block<FieldUse>? {
    switch block {
    case .heading(let heading):
      .heading(
        Heading(
          level: heading.level,
          id: heading.id,
          content: inlines(heading.content),
          origin: heading.origin
        )
      )
    case .paragraph(let paragraph):
      .paragraph(
        Paragraph(
          role: paragraph.role,
          content: inlines(paragraph.content),
          origin: paragraph.origin
        )
      )
    case .list(let list): .list(self.list(list))
    case .quote(let inner): .quote(blocks(inner))
    case .callout(let callout):
      .callout(
        Callout(kind: callout.kind, title: callout.title, blocks: blocks(callout.blocks))
      )
    case .code(let code): .code(code)
    case .table(let table): self.table(table).map(Block.table)
    case .fields(let fields):
      .fields(FieldLines(lines: lines(fields.lines), origin: fields.origin))
    case .signatures(let signatures):
      .signatures(SignatureBlock(lines: lines(signatures.lines), origin: signatures.origin))
    case .footnotes(let notes): .footnotes(footnotes(notes))
    case .contents: .contents
    case .figure(let figure): .figure(figure)
    case .divider: .divider
    case .pageBreak: .pageBreak
    case .section(let section): self.section(section)
    }
  }

  private mutating func list(_ list: List<FieldReference>) -> List<FieldUse> {
    var items: [ListItem<FieldUse>] = []
    for item in list.items {
      items.append(ListItem(isTicked: item.isTicked, blocks: blocks(item.blocks)))
    }
    return List(start: list.start, isTight: list.isTight, items: items)
  }

  private mutating func footnotes(_ notes: [Footnote<FieldReference>]) -> [Footnote<FieldUse>] {
    var result: [Footnote<FieldUse>] = []
    for note in notes {
      result.append(Footnote(number: note.number, label: note.label, blocks: blocks(note.blocks)))
    }
    return result
  }

  private mutating func lines(_ lines: [[[Inline<FieldReference>]]]) -> [[[Inline<FieldUse>]]] {
    var result: [[[Inline<FieldUse>]]] = []
    for line in lines {
      var cells: [[Inline<FieldUse>]] = []
      for cell in line { cells.append(inlines(cell)) }
      result.append(cells)
    }
    return result
  }

  private mutating func section(_ section: Section<FieldReference>) -> Block<FieldUse>? {
    let subject = use(section.subject)
    var list: Field?
    if case .field(let field)? = subject?.source, field.isList { list = field }
    if let list, case .equals = section.test {
      complain("form.sectionKind", section.subject, "列表“\(list.path)”不能与一个值比较")
    }
    // Under a wrong tag the inside is checked all the same, so that one mistake neither hides nor makes another.
    let mayRepeat = section.test == .present && (list != nil || subject == nil)
    let outside = (listDepth, itemFields)
    if mayRepeat { (listDepth, itemFields) = (listDepth + 1, list?.members ?? []) }
    let inner = blocks(section.blocks)
    (listDepth, itemFields) = outside
    return subject.map { .section(Section(subject: $0, test: section.test, blocks: inner)) }
  }

  /// Returns `inlines` with every reference looked up.
  mutating func inlines(_ inlines: [Inline<FieldReference>]) -> [Inline<FieldUse>] {
    var result: [Inline<FieldUse>] = []
    for inline in inlines {
      if let checked = self.inline(inline) { result.append(checked) }
    }
    return result
  }

  private mutating func inline(_ inline: Inline<FieldReference>) -> Inline<FieldUse>? {
    switch inline {
    case .text(let text, let origin): .text(text, origin)
    case .strong(let content): .strong(inlines(content))
    case .emphasis(let content): .emphasis(inlines(content))
    case .strikethrough(let content): .strikethrough(inlines(content))
    case .raised(let content): .raised(inlines(content))
    case .code(let text, let origin): .code(text, origin)
    case .link(let link):
      .link(
        Link(
          destination: link.destination,
          content: inlines(link.content),
          origin: link.origin
        )
      )
    case .image(let image): .image(image)
    case .lineBreak: .lineBreak
    case .fillIn(let fillIn):
      .fillIn(FillIn(content: inlines(fillIn.content), width: fillIn.width))
    case .stampPlace(let stamp): .stampPlace(stamp)
    case .footnoteMark(let mark): .footnoteMark(mark)
    case .pageNumber: .pageNumber
    case .pageCount: .pageCount
    case .hole(let reference): use(reference).map(Inline.hole)
    }
  }
}
