import Diagnostics
import DocumentTree
import Records

/// Turns the checked text of a form into a document without holes.
struct Binder {
  let form: Form
  var subject: FieldSubject
  /// The rows of a roster.
  var filings: FilingSource?
  /// The rows of a list of outcomes.
  var outcomes: OutcomeSource?

  let plain: LineBinder
  private let paragraphs: LineBinder
  let cells: LineBinder

  init(
    form: Form,
    subject: FieldSubject,
    filings: FilingSource? = nil,
    outcomes: OutcomeSource? = nil
  ) {
    self.form = form
    self.subject = subject
    self.filings = filings
    self.outcomes = outcomes
    let isBlank = subject.isBlank
    plain = LineBinder(isBlank: isBlank)
    paragraphs = LineBinder(isRuled: form.fillIn == .ruled || isBlank, isBlank: isBlank)
    cells = LineBinder(absence: .text(subject.isBlank ? "" : form.emptyText))
  }

  func document() -> Document<Never> {
    Document(
      title: form.title(for: subject.batch.profile),
      language: form.template.language,
      masthead: blocks(form.template.masthead, subject),
      body: blocks(form.template.body, subject),
      footer: form.template.footer.map(footer)
    )
  }

  private func footer(_ line: RunningLine<FieldUse>) -> RunningLine<Never> {
    RunningLine(
      start: footerPart(line.start),
      centre: footerPart(line.centre),
      end: footerPart(line.end)
    )
  }

  /// Returns a part of the footer; where none of its values is there, the words around them go too.
  private func footerPart(_ content: [Inline<FieldUse>]) -> [Inline<Never>] {
    let uses = content.flatMap(\.uses)
    guard uses.isEmpty || uses.contains(where: { $0.text(for: subject) != nil }) else { return [] }
    return plain.line(content, subject)
  }

  // MARK: Blocks

  func blocks(_ blocks: [Block<FieldUse>], _ subject: FieldSubject) -> [Block<Never>] {
    blocks.flatMap { block($0, subject) }
  }

  private func block(_ block: Block<FieldUse>, _ subject: FieldSubject) -> [Block<Never>] {
    switch block {
    case .heading(let heading): self.heading(heading, subject)
    case .paragraph(let paragraph): self.paragraph(paragraph, subject)
    case .list(let list): self.list(list, subject)
    case .quote(let inner): nonEmpty(blocks(inner, subject)) { .quote($0) }
    case .callout(let callout):
      nonEmpty(blocks(callout.blocks, subject)) {
        .callout(Callout(kind: callout.kind, title: callout.title, blocks: $0))
      }
    case .code(let code): [.code(code)]
    case .table(let table): [.table(self.table(table, subject))]
    case .fields(let fields):
      [
        .fields(
          FieldLines(
            lines: lines(fields.lines, subject.isBlank ? paragraphs : plain, subject),
            origin: fields.origin
          )
        )
      ]
    case .signatures(let block):
      [
        .signatures(
          SignatureBlock(lines: lines(block.lines, paragraphs, subject), origin: block.origin)
        )
      ]
    case .footnotes(let notes):
      [
        .footnotes(
          notes.map {
            Footnote(number: $0.number, label: $0.label, blocks: blocks($0.blocks, subject))
          }
        )
      ]
    case .contents: [.contents]
    case .figure(let figure): [.figure(figure)]
    case .divider: [.divider]
    case .pageBreak: [.pageBreak]
    case .section(let section): self.section(section, subject)
    }
  }

  private func nonEmpty(
    _ blocks: [Block<Never>],
    _ make: ([Block<Never>]) -> Block<Never>
  ) -> [Block<Never>] {
    blocks.isEmpty ? [] : [make(blocks)]
  }

  private func heading(_ heading: Heading<FieldUse>, _ subject: FieldSubject) -> [Block<Never>] {
    let content = plain.line(heading.content, subject)
    guard !content.isBlank else { return [] }
    return [
      .heading(
        Heading(level: heading.level, id: heading.id, content: content, origin: heading.origin)
      )
    ]
  }

  private func paragraph(_ paragraph: Paragraph<FieldUse>, _ subject: FieldSubject)
    -> [Block<Never>]
  {
    // On a centred or flushed line, such as a date under a seal, a rule would be odd; a declared one still stands.
    let isRunning = paragraph.role == .body || paragraph.role == .line
    let content = (isRunning ? paragraphs : plain).line(paragraph.content, subject)
    guard !content.isBlank else { return [] }
    return [
      .paragraph(Paragraph(role: paragraph.role, content: content, origin: paragraph.origin))
    ]
  }

  private func list(_ list: List<FieldUse>, _ subject: FieldSubject) -> [Block<Never>] {
    let items = list.items.compactMap { item -> ListItem<Never>? in
      let blocks = blocks(item.blocks, subject)
      return blocks.isEmpty ? nil : ListItem(isTicked: item.isTicked, blocks: blocks)
    }
    guard !items.isEmpty else { return [] }
    return [.list(List(start: list.start, isTight: list.isTight, items: items))]
  }

  private func lines(
    _ lines: [[[Inline<FieldUse>]]],
    _ binder: LineBinder,
    _ subject: FieldSubject
  ) -> [[[Inline<Never>]]] {
    lines.map { $0.map { binder.line($0, subject) } }
  }

  private func section(_ section: Section<FieldUse>, _ subject: FieldSubject) -> [Block<Never>] {
    if subject.isBlank { return blankSection(section, subject) }
    let value = section.subject.value(for: subject)
    let isPresent = value?.isPresent ?? false
    switch section.test {
    case .absent: return isPresent ? [] : blocks(section.blocks, subject)
    case .equals(let word):
      return value?.matches(word) ?? false ? blocks(section.blocks, subject) : []
    case .present:
      guard isPresent else { return [] }
      guard case .list(let items)? = value else { return blocks(section.blocks, subject) }
      return items.enumerated().flatMap { index, item in
        var inner = subject
        (inner.item, inner.seq) = (item, index + 1)
        return blocks(section.blocks, inner)
      }
    }
  }
}
