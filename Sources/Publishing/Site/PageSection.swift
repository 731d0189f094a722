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
        let title = heading.content.plainText.replacing("\u{3000}", with: " ")
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
