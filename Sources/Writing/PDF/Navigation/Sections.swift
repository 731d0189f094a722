/// The documents that the file holds one after another.
struct Sections {
  /// One document.
  struct Section: Sendable {
    /// Its name in the outline, if it has one.
    var title: String?
    /// Its first page, from 0 in the file.
    var firstPage: Int
  }

  /// The documents in order; there is always a first.
  private(set) var sections = [Section(title: nil, firstPage: 0)]

  /// The number of the last document, from 0.
  var current: Int { sections.count - 1 }

  /// Begins a document at `page`; one without pages gives way.
  mutating func begin(title: String?, at page: Int) {
    let section = Section(title: title, firstPage: page)
    if sections[current].firstPage == page {
      sections[current] = section
    } else {
      sections.append(section)
    }
  }

  /// Ends the last document; one without pages gives way to the one before.
  mutating func end(at page: Int) {
    if current > 0, sections[current].firstPage == page { sections.removeLast() }
  }

  /// Returns the number of the document that `page` belongs to.
  func section(ofPage page: Int) -> Int {
    var (low, high) = (0, sections.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if sections[middle].firstPage <= page { low = middle } else { high = middle }
    }
    return low
  }

  /// The page labels (ISO 32000-1 §12.4.2): each document counts from 1.
  var labels: Value? {
    guard sections.count > 1 else { return nil }
    return ["Nums": .array(sections.flatMap { [.integer($0.firstPage), ["S": .name("D")]] })]
  }
}
