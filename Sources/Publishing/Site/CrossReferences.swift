import DocumentTree

extension Guide {
  /// The guide with the words of its empty links, written `[](#名称)`, filled in where they lead within the guide.
  ///
  /// Numbers are never written by hand, so they cannot go stale; what leads nowhere stays empty and is complained of
  /// when the page's links are led.
  func fillingReferences() -> Guide {
    var guide = self
    let finder = LinkFinder(guides: [self], documents: [])
    for index in guide.pages.indices {
      let page = guide.pages[index]
      guard page.document.body.contains(where: \.hasReference) else { continue }
      guide.pages[index].document.body = page.document.body.map { block in
        block.mappingInlines { [finder.filling($0, in: page, of: self)] }
      }
    }
    return guide
  }
}

extension Block where Hole == Never {
  /// Whether the block has an empty link.
  fileprivate var hasReference: Bool {
    var isFound = false
    visitInlines { inline in
      if case .link(let link) = inline { isFound = isFound || link.content.isEmpty }
    }
    return isFound
  }
}

extension LinkFinder {
  /// Returns `inline`, an empty link with the name of what it leads to.
  fileprivate func filling(
    _ inline: Inline<Never>,
    in page: GuidePage,
    of guide: Guide
  ) -> Inline<Never> {
    guard case .link(var link) = inline, link.content.isEmpty else { return inline }
    let target = target(of: link.destination, in: page, of: guide)
    if let name = target.name(seenFrom: guide) { link.content = [.text(name, link.origin)] }
    return .link(link)
  }
}

extension LinkTarget {
  /// What a reference calls the target: 图 3, 4.2“填写要求”, 第4章“新签备案”; with the guide's name in another guide.
  func name(seenFrom here: Guide) -> String? {
    guard case .page(let guide, let page, let anchor) = self else { return nil }
    let place = anchor.flatMap { page.name(of: $0, numbering: guide.numbering) }
    let name = place ?? "第\(page.number)章“\(page.title)”"
    return guide.id == here.id ? name : "《\(guide.short)》\(name)"
  }
}

extension GuidePage {
  /// What a reference calls the figure or heading at `anchor`.
  fileprivate func name(of anchor: String, numbering: HeadingNumbering) -> String? {
    if let figure = figures.first(where: { $0.id == anchor }) { return figure.name }
    guard let heading = headings.first(where: { $0.id == anchor }) else { return nil }
    switch numbering {
    case .decimal: return "\(heading.number)“\(heading.title)”"
    // A deeper number says nothing without those above it.
    case .chinese:
      return heading.level == 2
        ? "\(number)\(heading.number)“\(heading.title)”" : "“\(heading.title)”"
    }
  }
}
