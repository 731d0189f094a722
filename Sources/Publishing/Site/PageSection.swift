import DocumentTree

/// What stands on a page of a guide under one heading.
struct PageSection {
  /// The anchor of the heading, empty for what stands above the first one.
  var anchor = ""
  /// The heading with its number.
  var title = ""
  /// The blocks below it, up to the next heading.
  var blocks: [Block<Never>] = []

  /// The blocks as text, separated by spaces.
  var text = ""
}

extension PageSection {
  /// Returns a page cut at its headings, in reading order.
  static func sections(of blocks: [Block<Never>]) -> [PageSection] {
    var sections = [PageSection()]
    for block in blocks {
      if case .heading(let heading) = block {
        let title = heading.content.plainText.withPlainSpaces
        sections.append(PageSection(anchor: heading.id, title: title))
      } else {
        sections[sections.count - 1].blocks.append(block)
      }
    }
    return sections.map { section in
      var section = section
      let texts = section.blocks.map(\.plainText)
      section.text = texts.filter { !$0.isEmpty }.joined(separator: " ")
      return section
    }
  }
}

extension String {
  /// The text with a space of one column in place of each that is as wide as a Chinese character.
  var withPlainSpaces: String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(scalar == "\u{3000}" ? " " : scalar) }
    return String(scalars)
  }
}
