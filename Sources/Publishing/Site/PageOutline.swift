import Diagnostics
import DocumentTree

/// What the rest of a portal needs to know of a page, so that a page which is written already need not be read again.
struct PageOutline: Sendable {
  /// A figure as its page names it.
  struct Figure: Sendable {
    /// The anchor, empty when the author gave none.
    var id: String
    var origin: Origin
  }

  /// The title without its number; nothing when the page begins otherwise.
  var title: String?
  /// The anchor of the title, empty when there is none.
  var titleAnchor = ""
  /// The headings below the title, which have no numbers yet.
  var headings: [GuideHeading] = []
  /// The figures in reading order.
  var figures: [Figure] = []
  /// The documents that figures show, in reading order.
  var samples: [SampleDocument] = []
  /// The text of the paragraph right under the title, empty when there is none; nothing when a reference in it takes its
  /// words from elsewhere.
  var lead: String? = ""

  /// Looks over `document`, whose headings have taken their anchors.
  init(of document: Document<Never>) {
    for (index, block) in document.body.enumerated() {
      samples += block.samples
      _ = block.mappingFigures { figure in
        figures.append(Figure(id: figure.id, origin: figure.origin))
        return figure
      }
      guard case .heading(let heading) = block else { continue }
      let words = heading.content.plainText
      if heading.isTitle(at: index) {
        (title, titleAnchor) = (words, heading.id)
      } else {
        let level = max(2, heading.level)
        headings.append(GuideHeading(level: level, id: heading.id, number: "", title: words))
      }
    }
    let content = title == nil ? document.body[...] : document.body.dropFirst()
    if let paragraph = content.first?.lead {
      lead = paragraph.hasReference ? nil : paragraph.plainText
    }
  }

  /// Takes an outline that an earlier process has kept.
  init(
    title: String?,
    titleAnchor: String,
    headings: [GuideHeading],
    figures: [Figure],
    samples: [SampleDocument],
    lead: String?
  ) {
    (self.title, self.titleAnchor, self.headings) = (title, titleAnchor, headings)
    (self.figures, self.samples, self.lead) = (figures, samples, lead)
  }
}

extension Heading where Hole == Never {
  /// Whether the heading, which is the block `index` of its page, is the page's title.
  func isTitle(at index: Int) -> Bool { index == 0 && level == 1 }
}

extension Block where Hole == Never {
  /// The text of a plain paragraph, which can introduce a page.
  var lead: [Inline<Never>]? {
    guard case .paragraph(let paragraph) = self, paragraph.role == .body else { return nil }
    if paragraph.content.count == 1, case .image = paragraph.content[0] { return nil }
    return paragraph.content
  }
}

extension [Inline<Never>] {
  /// Whether there is an empty link, which gets its words from where it leads.
  fileprivate var hasReference: Bool {
    var isFound = false
    _ = mapping { inline in
      if case .link(let link) = inline { isFound = isFound || link.content.isEmpty }
      return [inline]
    }
    return isFound
  }
}
