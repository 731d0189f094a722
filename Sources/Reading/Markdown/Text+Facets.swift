import DocumentTree

extension String {
  /// Returns whether `byte` is one of the text's; a span is searched several times faster than a view of the text.
  func holds(_ byte: UInt8) -> Bool {
    let bytes = utf8.span
    return bytes.indices.contains { bytes[$0] == byte }
  }

  /// The text without the marks that mend emphasis.
  var withoutMarks: String {
    guard unicodeScalars.contains(EmphasisMending.mark) else { return self }
    var result = String.UnicodeScalarView()
    result += unicodeScalars.filter { $0 != EmphasisMending.mark }
    return String(result)
  }

  /// Whether the text is nothing but HTML comments.
  var isComment: Bool {
    var rest = drop(while: \.isWhitespace)
    repeat {
      // `<!-->` is a whole comment, its end within its beginning.
      guard rest.hasPrefix("<!--"), let end = rest.dropFirst(2).firstRange(of: "-->") else {
        return false
      }
      rest = rest[end.upperBound...].drop(while: \.isWhitespace)
    } while !rest.isEmpty
    return true
  }

  /// The text without line ends at its end.
  var trimmingNewlines: String {
    var result = self[...]
    while result.last?.isNewline == true { result.removeLast() }
    return String(result)
  }
}

extension Array {
  /// The text that a reader sees, without markup; holes count as nothing.
  func visibleText<Hole>() -> String where Element == Inline<Hole> {
    map { inline in
      switch inline {
      case .text(let text, _), .code(let text, _): text
      case .strong(let content), .emphasis(let content), .strikethrough(let content),
        .raised(let content):
        content.visibleText()
      case .link(let link): link.content.visibleText()
      case .image(let image): image.alternative
      case .fillIn(let fillIn): fillIn.content.visibleText()
      case .lineBreak: " "
      case .stampPlace, .footnoteMark, .pageNumber, .pageCount, .hole: ""
      }
    }.joined()
  }

  /// Takes `{#id}` from the end of a heading.
  mutating func takeExplicitID<Hole>() -> String? where Element == Inline<Hole> {
    guard case .text(let text, let origin) = last, text.hasSuffix("}"),
      let open = text.range(of: "{#")
    else { return nil }
    let id = text[open.upperBound...].dropLast()
    guard !id.isEmpty, !id.contains(where: { $0.isWhitespace || "{}#\"'<>".contains($0) }) else {
      return nil
    }
    removeLast()
    let rest = text[..<open.lowerBound]
    let kept = rest.reversed().drop { $0 == " " }.reversed()
    if !kept.isEmpty { append(.text(String(kept), origin)) }
    return String(id)
  }
}

extension String {
  /// Returns where `word` last stands in the text, or nothing.
  fileprivate func range(of word: String) -> Range<String.Index>? {
    ranges(of: word).last
  }
}
