import Pages

/// How content is marked on its page (ISO 32000-1 §14.7.4).
struct MarkedContent: Sendable {
  /// The structure type, which readers of the page alone go by.
  let name: StaticString
  /// The number of the content on its page, from 0.
  let number: Int

  /// The most bytes that the operator takes which begins the content.
  static let longestOpening = ByteBuffer.longestNumber + 48
}

extension OutputSpan<UInt8> {
  /// Appends the operator that begins content (ISO 32000-1 §14.6), with its language where it is not the document's.
  mutating func append(openingOf marked: MarkedContent, _ language: Language = .chinese) {
    append(UInt8(ascii: "/"))
    append(operation: marked.name)
    append(operation: " <</MCID ")
    append(integer: marked.number)
    if language != .chinese {
      append(operation: " /Lang (")
      for byte in language.tag.utf8 { append(byte) }
      append(UInt8(ascii: ")"))
    }
    append(operation: ">> BDC\n")
  }
}
