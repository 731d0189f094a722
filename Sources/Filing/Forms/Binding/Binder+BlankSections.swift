import DocumentTree
import Records

extension Binder {
  /// How many empty things of a list a blank sheet has.
  private static let blankItems = 3

  /// The words whose conditions a blank sheet decides by itself: it is signed by hand.
  private static let signedByHand: FieldValue = .code("paper", label: "纸质")

  /// Binds a section of a blank sheet: all alternatives, each with a box to be ticked before its words.
  ///
  /// What the form itself says (the number of copies) and the way of signing are known, so they are decided.
  func blankSection(_ section: Section<FieldUse>, _ subject: FieldSubject) -> [Block<Never>] {
    if let known = blankValue(of: section.subject, subject) {
      let holds =
        switch section.test {
        case .present: known.isPresent
        case .absent: !known.isPresent
        case .equals(let word): known.matches(word)
        }
      return holds ? blocks(section.blocks, subject) : []
    }
    guard section.subject.isList else { return withBox(blocks(section.blocks, subject)) }
    guard section.test == .present else { return [] }
    return (1...Self.blankItems).flatMap { number in
      var inner = subject
      inner.item = ItemValue("", members: ["no": .text(chineseNumeral(number))])
      inner.seq = number
      return blocks(section.blocks, inner)
    }
  }

  private func blankValue(of use: FieldUse, _ subject: FieldSubject) -> FieldValue? {
    use.path == "c.signMode" ? Self.signedByHand : use.value(for: subject)
  }

  /// Puts a box before the words of the first paragraph, behind the number of an article.
  private func withBox(_ blocks: [Block<Never>]) -> [Block<Never>] {
    guard case .paragraph(var paragraph)? = blocks.first else { return blocks }
    let box = Inline<Never>.text("□", paragraph.origin)
    if case .strong? = paragraph.content.first, paragraph.content.count > 1,
      case .text(let text, let origin) = paragraph.content[1]
    {
      let words = text.drop { $0.isWhitespace }
      paragraph.content.replaceSubrange(
        1...1,
        with: [.text("\u{3000}", origin), box, .text(String(words), origin)]
      )
    } else {
      paragraph.content.insert(box, at: 0)
    }
    return [.paragraph(paragraph)] + blocks.dropFirst()
  }
}

extension FieldUse {
  /// Whether a section repeats over the field.
  fileprivate var isList: Bool {
    if case .field(let field) = source { field.isList } else { false }
  }
}
