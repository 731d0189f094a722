import DocumentTree

/// What a document says, as the scripts of other typesetters read it: no holes, no styles, no records.
///
/// Peers get the text ready; reading, checking and sorting records is work that they are spared.
struct PlainDocument: Encodable {
  /// A piece of a line: text, bold where `strong`, on a fill-in rule of at least `rule` em where there is one.
  struct Piece: Encodable, Equatable {
    var text: String
    var rule: Double?
    var strong: Bool?
  }

  /// A block: its lines, each of cells.
  struct Block: Encodable {
    /// `heading1` and so on, the role of a paragraph, `fields` or `signatures`.
    var kind: String
    var lines: [[[Piece]]]
  }

  struct Column: Encodable {
    var title: String
    var share: Double
    var align: String
  }

  var title: String
  var columns: [Column] = []
  var rows: [[String]] = []
  var closing = ""
  /// The blocks above the table, or all of them where there is none.
  var blocks: [Block] = []
  /// The blocks under the table.
  var after: [Block] = []

  /// Takes what `document` says; its table's rows are pulled.
  init(_ document: Document<Never>) throws {
    title = document.title
    for block in document.masthead + document.body {
      if case .table(let table) = block {
        try take(table)
      } else if let block = try Block(block) {
        if columns.isEmpty { blocks.append(block) } else { after.append(block) }
      }
    }
  }

  private mutating func take(_ table: Table<Never>) throws {
    let titles = table.head.last?.cells.map(\.content.plainText) ?? []
    guard columns.isEmpty, table.head.count == 1, titles.count == table.columns.count else {
      throw SampleFailure(reasons: ["a peer's table has one header row, a cell a column"])
    }
    columns = zip(table.columns, titles).map { column, title in
      Column(title: title, share: column.share ?? 1, align: column.alignment.rawValue)
    }
    rows = try table.body.allRows().map { $0.cells.map(\.content.plainText) }
    closing = table.closing ?? ""
  }
}

extension PlainDocument.Block {
  /// Takes a block of a form; one of a kind that peers are not shown is refused, so that no text is lost.
  fileprivate init?(_ block: Block<Never>) throws {
    switch block {
    case .heading(let heading): self.init("heading\(heading.level)", [[heading.content]])
    case .paragraph(let paragraph): self.init(paragraph.role.rawValue, [[paragraph.content]])
    case .fields(let fields): self.init("fields", fields.lines)
    case .signatures(let signatures): self.init("signatures", signatures.lines)
    case .pageBreak: self.init("pageBreak", [])
    default: throw SampleFailure(reasons: ["a peer is not shown this kind of block: \(block)"])
    }
  }

  private init(_ kind: String, _ lines: [[[Inline<Never>]]]) {
    self.init(kind: kind, lines: lines.map { $0.map { $0.flatMap(pieces) } })
  }
}

/// Returns the pieces of `inline`; places of stamps are left out.
private func pieces(of inline: Inline<Never>) -> [PlainDocument.Piece] {
  switch inline {
  case .strong(let content): [.init(text: content.plainText, strong: true)]
  case .fillIn(let fillIn): [.init(text: fillIn.content.plainText, rule: fillIn.width)]
  case .stampPlace: []
  default: [.init(text: inline.plainText)]
  }
}
