import DocumentTree

/// The headings of a document that its table of contents lists: two levels below the title, as on paper.
struct Outline {
  /// One heading.
  struct Entry {
    var level: Int
    var id: String
    var content: [Inline<Never>]
  }

  /// The headings in document order.
  private(set) var entries: [Entry] = []

  /// Gathers the headings of `blocks`, those within quotations and lists included.
  init(of blocks: [Block<Never>]) {
    gather(from: blocks)
  }

  private mutating func gather(from blocks: [Block<Never>]) {
    for block in blocks {
      switch block {
      case .heading(let heading) where (2...3).contains(heading.level):
        entries.append(Entry(level: heading.level, id: heading.id, content: heading.content))
      case .quote(let blocks): gather(from: blocks)
      case .callout(let callout): gather(from: callout.blocks)
      case .list(let list): for item in list.items { gather(from: item.blocks) }
      default: break
      }
    }
  }
}
