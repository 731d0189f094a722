import Diagnostics

extension Document {
  /// Returns the whole tree as indented text, one block a line, for goldens; pulled rows are pulled.
  ///
  /// With `showsOrigins` each text is followed by the place it came from.
  public func dump(showsOrigins: Bool = false) -> String {
    var dump = DocumentDump(showsOrigins: showsOrigins)
    dump.line("document \(quoted(title)) \(language)", 0)
    if hasCover { dump.line("cover", 1) }
    if let head { dump.line("head \(quoted(head.name)), chapters \(head.chapterLevel)", 1) }
    if !masthead.isEmpty { dump.group("masthead", masthead, 1) }
    dump.group("body", body, 1)
    if let footer {
      dump.line("footer", 1)
      for (name, part) in [
        ("start", footer.start), ("centre", footer.centre), ("end", footer.end),
      ] where !part.isEmpty {
        dump.line("\(name) \(dump.text(part))", 2)
      }
    }
    if let mark {
      let code = mark.code.map { " with a code of \($0.side)×\($0.side)" } ?? ""
      dump.line("mark \(quoted(mark.text))\(code)", 1)
    }
    return dump.output
  }
}

extension FieldReference: CustomStringConvertible {
  /// The reference as a form spells it, such as `{{c.position:8}}`.
  public var description: String {
    let name =
      switch measure {
      case .value: [String]()
      case .sum: ["合计"]
      case .count: ["行数"]
      case .values: ["列出"]
      }
    let rows = condition.map { " \($0.path)=\($0.word)" } ?? ""
    var parts = name + [path + rows] + filters
    switch appearance {
    case .formDefault: break
    case .plain: parts.append("无线")
    case .ruled(let em): parts.append(decimal(em))
    }
    return "{{\(parts.joined(separator: ":"))}}"
  }
}

/// Writes blocks as indented lines.
private struct DocumentDump {
  let showsOrigins: Bool
  var output = ""

  init(showsOrigins: Bool) {
    self.showsOrigins = showsOrigins
  }

  mutating func line(_ text: String, _ depth: Int) {
    output += String(repeating: "  ", count: depth) + text + "\n"
  }

  mutating func group<Hole>(_ name: String, _ blocks: [Block<Hole>], _ depth: Int) {
    line(name, depth)
    for block in blocks { self.block(block, depth + 1) }
  }

  private mutating func block<Hole>(_ block: Block<Hole>, _ depth: Int) {
    switch block {
    case .heading(let heading):
      let id = heading.id.isEmpty ? "" : " #\(heading.id)"
      line("heading \(heading.level)\(id) \(text(heading.content))", depth)
    case .paragraph(let paragraph):
      line("paragraph \(paragraph.role.rawValue) \(text(paragraph.content))", depth)
    case .list(let list): self.list(list, depth)
    case .quote(let blocks): group("quote", blocks, depth)
    case .callout(let callout):
      group("callout \(callout.kind.rawValue) \(quoted(callout.title))", callout.blocks, depth)
    case .code(let code): line("code \(quoted(code.language)) \(quoted(code.text))", depth)
    case .table(let table): self.table(table, depth)
    case .fields(let fields): lines("fields", fields.lines, depth)
    case .signatures(let signatures): lines("signatures", signatures.lines, depth)
    case .footnotes(let footnotes):
      for note in footnotes {
        group("footnote \(note.number) \(quoted(note.label))", note.blocks, depth)
      }
    case .contents: line("contents", depth)
    case .figure(let figure): self.figure(figure, depth)
    case .divider: line("divider", depth)
    case .pageBreak: line("page break", depth)
    case .section(let section):
      group("section \(section.test) \(section.subject)", section.blocks, depth)
    }
  }

  private mutating func figure(_ figure: Figure, _ depth: Int) {
    let id = figure.id.isEmpty ? "" : " #\(figure.id)"
    line("figure\(id) \(quoted(figure.title)) \(quoted(figure.alternative))", depth)
    switch figure.content {
    case .drawing(let drawing):
      for text in drawing.dumpLines { line(text, depth + 1) }
    case .sample(let sample): line("sample \(sample.form) of \(sample.sample)", depth + 1)
    }
  }

  private mutating func list<Hole>(_ list: List<Hole>, _ depth: Int) {
    let kind = list.start.map { "from \($0)" } ?? "bulleted"
    line("list \(kind)\(list.isTight ? " tight" : "")", depth)
    for item in list.items {
      let tick = item.isTicked.map { $0 ? "item [x]" : "item [ ]" } ?? "item"
      line(tick, depth + 1)
      for block in item.blocks { self.block(block, depth + 2) }
    }
  }

  private mutating func lines<Hole>(_ name: String, _ lines: [[[Inline<Hole>]]], _ depth: Int) {
    line(name, depth)
    for cells in lines {
      line(cells.map { text($0) }.joined(separator: " | "), depth + 1)
    }
  }

  private mutating func table<Hole>(_ table: Table<Hole>, _ depth: Int) {
    let columns = table.columns.map { column in
      let width = column.millimetres.map { " \(decimal($0)) mm" }
      let shape =
        switch column.alignment {
        case .distributed: column.spread.map { " over \(decimal($0))" } ?? ""
        case .decimal: " \(column.decimals)"
        case .start, .centre, .end: ""
        }
      return column.alignment.rawValue + shape
        + (width ?? column.share.map { " \(decimal($0))" } ?? "")
        + (column.isHeadVertical ? " vertical head" : "") + (column.isVertical ? " vertical" : "")
        + (column.isMerged ? " merged" : "") + (column.strikesEmpty ? " striking" : "")
    }
    let caption = table.caption.isEmpty ? "" : " " + text(table.caption)
    line("table [\(columns.joined(separator: ", "))]\(caption)", depth)
    rows("head", table.head, depth + 1)
    switch table.body {
    case .rows(let rows): self.rows("row", rows, depth + 1)
    case .each(let template):
      let group = template.group.map { " by \($0)" } ?? ""
      line("each \(template.subject)\(group): \(cells(template.cells))", depth + 1)
    case .pulled(let source): pulledRows(source, depth + 1)
    }
    switch table.pageFoot {
    case .template(let row)?: line("page foot: \(cells(row.cells))", depth + 1)
    case .tallied(let tally)?: line("page foot: \(cells(tally.widest.cells))", depth + 1)
    case nil: break
    }
    if let closing = table.closing { line("closing \(quoted(closing))", depth + 1) }
    if let unused = table.unusedRows { line("unused \(unused.rawValue)", depth + 1) }
    rows("foot", table.foot, depth + 1)
  }

  private mutating func rows<Hole>(_ name: String, _ rows: [TableRow<Hole>], _ depth: Int) {
    for row in rows { line("\(self.name(name, of: row)): \(cells(row.cells))", depth) }
  }

  private func name<Hole>(_ name: String, of row: TableRow<Hole>) -> String {
    let sums = row.addends.isEmpty ? "" : " \(row.addends)"
    return name + (row.joinsGroup ? " joined" : "") + sums
  }

  private mutating func pulledRows(_ source: RowSource, _ depth: Int) {
    line("pulled \(source.count)", depth)
    do {
      let pull = try source.start()
      while let row = try pull() {
        line("\(name("row", of: row)): \(cells(row.cells))", depth + 1)
      }
    } catch {
      line("failure: \(error.diagnostic)", depth + 1)
    }
  }

  private func cells<Hole>(_ cells: [TableCell<Hole>]) -> String {
    cells.map { cell in
      let spans = cell.columnSpan > 1 || cell.rowSpan > 1
      let span = spans ? "\(cell.columnSpan)×\(cell.rowSpan) " : ""
      let content = cell.content.isEmpty ? "-" : text(cell.content)
      let state = (cell.joinsAbove ? "joined " : "") + (cell.isStruck ? "struck " : "")
      return span + state + (cell.isHeader ? "header " : "") + content
    }.joined(separator: " | ")
  }

  func text<Hole>(_ content: [Inline<Hole>]) -> String {
    content.map { text($0) }.joined(separator: " ")
  }

  private func text<Hole>(_ inline: Inline<Hole>) -> String {
    switch inline {
    case .text(let text, let origin): quoted(text) + place(origin)
    case .strong(let content): "strong(\(text(content)))"
    case .emphasis(let content): "emphasis(\(text(content)))"
    case .strikethrough(let content): "strikethrough(\(text(content)))"
    case .raised(let content): "raised(\(text(content)))"
    case .code(let text, let origin): "code(\(quoted(text)))" + place(origin)
    case .link(let link): "link(\(link.destination): \(text(link.content)))" + place(link.origin)
    case .image(let image):
      "image(\(image.source): \(quoted(image.alternative)) \(quoted(image.title ?? "")))"
        + place(image.origin)
    case .lineBreak: "break"
    case .fillIn(let fillIn): "fillIn(\(decimal(fillIn.width)): \(text(fillIn.content)))"
    case .stampPlace(let stamp): "stamp(\(stamp.name) \(decimal(stamp.millimetres)))"
    case .footnoteMark(let mark): "footnote(\(mark.number))"
    case .pageNumber: "page"
    case .pageCount: "pages"
    case .hole(let hole): "\(hole)"
    }
  }

  private func place(_ origin: Origin) -> String {
    showsOrigins ? "@\(origin)" : ""
  }
}

/// Returns `text` in quotes, with the characters escaped that would break a line.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\"", "\\": result += "\\\(scalar)"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// Returns `value` without a needless `.0`.
private func decimal(_ value: Double) -> String {
  value == value.rounded() && abs(value) < 1e9 ? String(Int(value)) : String(value)
}
