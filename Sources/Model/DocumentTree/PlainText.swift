extension Inline where Hole == Never {
  /// The text without its markup; a page number counts as nothing.
  public var plainText: String {
    switch self {
    case .text(let text, _), .code(let text, _): text
    case .strong(let content), .emphasis(let content), .strikethrough(let content),
      .raised(let content):
      content.plainText
    case .link(let link): link.content.plainText
    case .image(let image): image.alternative
    case .fillIn(let fillIn): fillIn.content.plainText
    case .lineBreak: " "
    case .stampPlace, .footnoteMark, .pageNumber, .pageCount: ""
    }
  }
}

extension Array where Element == Inline<Never> {
  /// The text without its markup.
  public var plainText: String {
    // Most lines are one piece.
    count == 1 ? self[0].plainText : map(\.plainText).joined()
  }
}
