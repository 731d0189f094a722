/// A node of the parsed Markdown, free of the library that parsed it.
struct SyntaxNode {
  /// What a node is.
  enum Kind: Hashable {
    case document, quote, paragraph, divider, tableHead, tableRow, tableCell
    case list(start: Int?, isTight: Bool)
    case item(isTicked: Bool?)
    case code(info: String, text: String, isFenced: Bool)
    case html(String)
    case heading(Int)
    case footnote
    case table([UInt8])
    case text(String), codeSpan(String), inlineHTML(String), footnoteMark(String)
    case softBreak, lineBreak, emphasis, strong, strikethrough
    case link(String)
    case image(String, title: String)
    case unknown
  }

  /// What the node is.
  var kind: Kind
  /// The nodes inside, in order.
  var children: [SyntaxNode] = []
  /// The line in the parsed text, from 1; 0 when the parser does not say.
  var line: Int
  /// The column in the parsed text in bytes, from 1; 0 when the parser does not say.
  var column: Int
}

extension SyntaxNode.Kind {
  /// Whether the node can hold another of its own kind, so that input decides how deep the tree is.
  var nests: Bool {
    switch self {
    case .quote, .list, .item, .emphasis, .strong, .strikethrough, .link, .image, .footnote: true
    default: false
    }
  }
}
