import DocumentTree

/// The headings of a document below its title, for its table of contents.
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
      case .heading(let heading) where heading.level > 1:
        entries.append(Entry(level: heading.level, id: heading.id, content: heading.content))
      case .quote(let blocks): gather(from: blocks)
      case .callout(let callout): gather(from: callout.blocks)
      case .list(let list): for item in list.items { gather(from: item.blocks) }
      default: break
      }
    }
  }
}
