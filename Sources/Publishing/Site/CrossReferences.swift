import DocumentTree

extension LinkTarget {
  /// What a reference calls the target: 图 3, 4.2“填写要求”, 第4章“新签备案”; with the guide's name in another guide.
  func name(seenFrom here: Guide) -> String? {
    guard case .page(let guide, let page, let anchor) = self else { return nil }
    let place = anchor.flatMap { page.name(of: $0, numbering: guide.numbering) }
    let name = place ?? "第\(page.number)章“\(page.title)”"
    return guide.id == here.id ? name : "《\(guide.short)》\(name)"
  }
}

extension Link where Hole == Never {
  /// The link, where it is empty, with the name of its `target`, seen from a page of `guide`.
  ///
  /// Numbers are never written by hand, so they cannot go stale.
  func named(after target: LinkTarget, seenFrom guide: Guide) -> Link {
    guard content.isEmpty, let name = target.name(seenFrom: guide) else { return self }
    var link = self
    link.content = [.text(name, origin)]
    return link
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
