extension Sequence where Element == Page {
  /// Returns the logical structure of a document's pages as an indented list with the text of each element, for
  /// goldens.
  public func structureDump() -> String {
    var texts: [Mark: String] = [:]
    for page in self {
      page.items.forEachRun { run in texts[run.mark, default: ""] += run.text }
    }
    var dump = StructureDump(texts: texts)
    for page in self {
      for step in page.structure { dump.follow(step) }
    }
    return dump.lines.map { $0 + "\n" }.joined()
  }
}

/// Writes elements as indented lines.
private struct StructureDump {
  let texts: [Mark: String]
  var lines: [String] = []
  private var depth = 0

  init(texts: [Mark: String]) {
    self.texts = texts
  }

  mutating func follow(_ step: StructureStep) {
    switch step {
    case .open(let element):
      add(element)
      depth += 1
    case .leaf(let element): add(element)
    case .row(let nodes):
      let cells = nodes.map { texts[.node($0)] ?? "" }
      line("row \(cells.joined(separator: " | "))")
    case .close(let depth): self.depth = depth
    }
  }

  private mutating func add(_ element: StructureElement) {
    let text = element.node.flatMap { texts[.node($0)] }.map { " “\($0)”" } ?? ""
    line("\(element.role)\(text)")
    for (index, part) in element.parts.enumerated() {
      let text = element.node.flatMap { texts[.part(index, of: $0)] } ?? ""
      line("  \(part) “\(text)”")
    }
  }

  private mutating func line(_ text: String) {
    lines.append(String(repeating: "  ", count: depth) + text.replacing("\n", with: "\\n"))
  }
}

extension StructureRole: CustomStringConvertible {
  /// The role in a few words, such as `heading 2` or `data cell 2×1`.
  public var description: String {
    switch self {
    case .section: "section"
    case .division: "division"
    case .blockQuote: "quote"
    case .heading(let depth): "heading \(depth)"
    case .paragraph: "paragraph"
    case .code: "code"
    case .list(let isNumbered): isNumbered ? "numbered list" : "list"
    case .listItem: "item"
    case .label: "label"
    case .listBody: "body"
    case .contents: "contents"
    case .contentsItem: "entry"
    case .reference: "reference"
    case .note: "note"
    case .figure(let alternative, _): "figure (\(alternative))"
    case .caption: "caption"
    case .table: "table"
    case .tableHead: "head"
    case .tableBody: "rows"
    case .tableRow: "row"
    case .columnHeader(let span): "column header" + span.suffix
    case .rowHeader(let span): "row header" + span.suffix
    case .dataCell(let span): "cell" + span.suffix
    }
  }
}

extension CellSpan {
  /// The span after a space, nothing for a single cell.
  fileprivate var suffix: String { self == CellSpan() ? "" : " \(columns)×\(rows)" }
}

extension InlineElement: CustomStringConvertible {
  /// The kind, and where a link leads.
  public var description: String {
    switch self {
    case .link(let words): "link (\(words))"
    case .reference: "reference"
    }
  }
}
