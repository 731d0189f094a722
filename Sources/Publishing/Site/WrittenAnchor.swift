import DocumentTree

extension Heading where Hole == Never {
  /// Takes an anchor written behind the heading, as in `## 填写要求 {#fields}`, for its own; what is no such anchor stays.
  ///
  /// An anchor of the author's choice survives a change of the heading's words.
  mutating func takeWrittenAnchor() {
    guard case .text(let text, let origin) = content.last, text.hasSuffix("}"),
      let open = text.ranges(of: "{#").last
    else { return }
    let name = text[open.upperBound...].dropLast()
    let isName =
      !name.isEmpty && name.allSatisfy { $0.isLetter || $0.isNumber || "-_.".contains($0) }
    guard isName else { return }
    id = String(name)
    let words = String(text[..<open.lowerBound])
    let end = words.lastIndex { !$0.isWhitespace }.map { words.index(after: $0) }
    content[content.count - 1] = .text(String(words[..<(end ?? words.startIndex)]), origin)
  }
}
