import Pages

/// How content is marked on its page (ISO 32000-1 §14.7.4).
struct MarkedContent: Sendable {
  /// The structure type, which readers of the page alone go by.
  let name: StaticString
  /// The number of the content on its page, from 0.
  let number: Int
  /// The language that the content says it is in, since it is not the document's.
  let language: Language?

  /// Creates content of an element that readers know by `name`; in another language than the document's it is a span that
  /// says so (§14.9.2).
  ///
  /// Such a span is content of its element by itself, since readers lose what follows a span inside other content.
  init(name: StaticString, number: Int, in language: Language) {
    let isForeign = language != .chinese
    self.name = isForeign ? "Span" : name
    self.number = number
    self.language = isForeign ? language : nil
  }

  /// The most bytes that the operator takes which begins the content.
  static let longestOpening = ByteBuffer.longestNumber + 48

  /// The operator that ends the content.
  static let ending: StaticString = "EMC\n"

  /// The most bytes that both operators take.
  static let longest = longestOpening + ending.utf8CodeUnitCount
}

extension OutputSpan<UInt8> {
  /// Appends the operator that begins content (ISO 32000-1 §14.6).
  mutating func append(openingOf marked: MarkedContent) {
    append(UInt8(ascii: "/"))
    append(operation: marked.name)
    append(operation: "<</MCID ")
    append(integer: marked.number)
    if let language = marked.language {
      append(operation: "/Lang (")
      for byte in language.tag.utf8 { append(byte) }
      append(UInt8(ascii: ")"))
    }
    append(operation: ">>BDC\n")
  }
}
