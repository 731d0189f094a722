import Diagnostics
import DocumentTree
import Records

/// Turns the checked text of a form into a document without holes.
struct Binder {
  let form: Form
  var subject: FieldSubject
  /// The rows of a roster.
  var filings: FilingSource?

  private let plain = LineBinder()
  private let paragraphs: LineBinder
  private let cells: LineBinder

  init(form: Form, subject: FieldSubject, filings: FilingSource? = nil) {
    self.form = form
    self.subject = subject
    self.filings = filings
    paragraphs = LineBinder(isRuled: form.fillIn == .ruled)
    cells = LineBinder(absence: .text(form.emptyText))
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
      start: plain.line(line.start, subject),
      centre: plain.line(line.centre, subject),
      end: plain.line(line.end, subject)
    )
  }

  // MARK: Blocks

  private func blocks(_ blocks: [Block<FieldUse>], _ subject: FieldSubject) -> [Block<Never>] {
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
      [.fields(FieldLines(lines: lines(fields.lines, plain, subject), origin: fields.origin))]
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
    let value = section.subject.value(for: subject)
    let isPresent = value?.isPresent ?? false
    switch section.test {
    case .absent: return isPresent ? [] : blocks(section.blocks, subject)
    case .equals(let word):
      return value?.matches(word) ?? false ? blocks(section.blocks, subject) : []
    case .present:
      guard isPresent else { return [] }
      guard case .list(let items)? = value else { return blocks(section.blocks, subject) }
      return items.flatMap { item in
        var inner = subject
        inner.item = item
        return blocks(section.blocks, inner)
      }
    }
  }

  // MARK: Tables

  private func table(_ table: Table<FieldUse>, _ subject: FieldSubject) -> Table<Never> {
    Table(
      caption: plain.line(table.caption, subject),
      columns: table.columns,
      head: rows(table.head, plain, subject),
      body: tableBody(table.body, subject),
      closing: table.closing,
      foot: rows(table.foot, cells, subject),
      origin: table.origin
    )
  }

  private func tableBody(_ body: TableBody<FieldUse>, _ subject: FieldSubject) -> TableBody<Never> {
    switch body {
    case .rows(let rows): .rows(self.rows(rows, cells, subject))
    case .pulled(let source): .pulled(source)
    case .each(let template):
      if let filings, case .filings = template.subject.source {
        .pulled(
          RosterRows(template: template.cells, binder: cells, subject: subject).rows(of: filings)
        )
      } else {
        .rows(itemRows(template, subject))
      }
    }
  }

  private func itemRows(_ template: RowTemplate<FieldUse>, _ subject: FieldSubject)
    -> [TableRow<Never>]
  {
    guard case .list(let items)? = template.subject.value(for: subject) else { return [] }
    return items.map { item in
      var inner = subject
      inner.item = item
      return row(template.cells, cells, inner, origin: .unknown)
    }
  }

  private func rows(
    _ rows: [TableRow<FieldUse>],
    _ binder: LineBinder,
    _ subject: FieldSubject
  ) -> [TableRow<Never>] {
    rows.map { row($0.cells, binder, subject, origin: $0.origin) }
  }

  private func row(
    _ cells: [TableCell<FieldUse>],
    _ binder: LineBinder,
    _ subject: FieldSubject,
    origin: Origin
  ) -> TableRow<Never> {
    TableRow(cells: cells.map { $0.bound(by: binder, subject) }, origin: origin)
  }
}

/// The rows of a roster, bound one by one.
struct RosterRows: Sendable {
  /// The checked cells of one row; nothing is looked up by name any more.
  let template: [TableCell<FieldUse>]
  let binder: LineBinder
  /// What all rows share.
  let subject: FieldSubject

  /// Returns the rows of `filings`, the first numbered 1.
  func rows(of filings: FilingSource) -> RowSource {
    RowSource(count: filings.count) { () throws(RowSource.Failure) -> RowSource.Pull in
      let next = try filings.begin()
      var inner = subject
      var number = 0
      return { () throws(RowSource.Failure) -> TableRow<Never>? in
        guard let filing = try next() else { return nil }
        number += 1
        inner.filing = filing
        inner.seq = number
        return row(inner, of: filing)
      }
    }
  }

  private func row(_ subject: FieldSubject, of filing: Filing) -> TableRow<Never> {
    TableRow(
      cells: template.map { $0.bound(by: binder, subject) },
      origin: .field(FieldLocation(row: filing.row, field: "f.id"))
    )
  }
}

extension TableCell<FieldUse> {
  fileprivate func bound(by binder: LineBinder, _ subject: FieldSubject) -> TableCell<Never> {
    TableCell<Never>(
      content: binder.cell(content, subject),
      columnSpan: columnSpan,
      rowSpan: rowSpan,
      isHeader: isHeader
    )
  }
}
