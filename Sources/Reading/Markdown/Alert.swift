import DocumentTree

/// A GitHub alert: a quotation whose first line is `[!NOTE]`, in English or Chinese, and perhaps a title.
struct Alert {
  /// The word between the brackets.
  var keyword: String
  /// The kind that the word names, or nothing.
  var kind: CalloutKind?
  /// The title after the brackets; empty for none.
  var title: String
  /// The quotation's blocks without that first line.
  var children: [SyntaxNode]

  /// Reads the quotation `node`, or nothing when it is a plain one.
  init?(of node: SyntaxNode, restoring: (String) -> String) {
    guard var paragraph = node.children.first, paragraph.kind == .paragraph else { return nil }
    let end = paragraph.children.firstIndex { $0.kind == .softBreak || $0.kind == .lineBreak }
    let line = paragraph.children[..<(end ?? paragraph.children.count)]
    let text = restoring(line.map(\.plainText).joined())
    guard text.hasPrefix("[!"), let close = text.firstIndex(of: "]") else { return nil }
    keyword = String(text[text.index(text.startIndex, offsetBy: 2)..<close])
    guard !keyword.isEmpty, keyword.allSatisfy({ $0.isLetter || $0 == "-" }) else { return nil }
    kind = Alert.kind(named: keyword)
    title = text[text.index(after: close)...].trimmed
    paragraph.children.removeFirst(end.map { $0 + 1 } ?? paragraph.children.count)
    children = (paragraph.children.isEmpty ? [] : [paragraph]) + node.children.dropFirst()
  }

  private static func kind(named keyword: String) -> CalloutKind? {
    CalloutKind.allCases.first { $0.rawValue == keyword.lowercased() || $0.label == keyword }
  }
}

extension SyntaxNode {
  /// The text of the node and of all nodes inside.
  fileprivate var plainText: String {
    switch kind {
    case .text(let text), .codeSpan(let text), .inlineHTML(let text): text
    default: children.map(\.plainText).joined()
    }
  }
}
