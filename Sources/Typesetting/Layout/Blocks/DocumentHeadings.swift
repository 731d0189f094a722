import DocumentTree

/// A heading as the table of contents lists it; level 0 is a figure, which links lead to and no list names.
struct HeadingEntry {
  var level: Int
  var title: String
  var id: String
}

extension Document where Hole == Never {
  /// All headings, and the figures with an anchor, in reading order.
  var headings: [HeadingEntry] {
    var headings: [HeadingEntry] = []
    forEachBlock { block in
      if case .heading(let heading) = block {
        headings.append(
          HeadingEntry(level: heading.level, title: heading.content.plainText, id: heading.id)
        )
      } else if case .figure(let figure) = block, !figure.id.isEmpty {
        headings.append(HeadingEntry(level: 0, title: figure.title, id: figure.id))
      }
    }
    return headings
  }

  /// Whether a table of contents stands somewhere.
  var hasContents: Bool {
    var found = false
    forEachBlock { block in
      if case .contents = block { found = true }
    }
    return found
  }
}
