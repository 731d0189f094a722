extension Outline {
  /// Writes the outline and returns its root, or nothing when there are no headings.
  ///
  /// A file of one document shows two levels at first, a batch only the topmost.
  func write(
    sections: Sections,
    on pages: [WrittenPage],
    to file: ObjectFile
  ) throws(PDFFailure) -> Reference? {
    let items = items(in: sections.sections)
    guard !items.isEmpty else { return nil }
    let opened = sections.sections.count == 1
    let kin = Outline.kin(of: items.map(\.level))
    let root = try file.allocate()
    var references: [Reference] = []
    for _ in items { references.append(try file.allocate()) }
    for (index, item) in items.enumerated() {
      var entries: Entries = ["Title": .text(item.title)]
      entries.add("Parent", .reference(kin[index].parent.map { references[$0] } ?? root))
      for (key, other) in kin[index].neighbours {
        entries.add(key, other.map { .reference(references[$0]) })
      }
      entries.add("Count", kin[index].count(opened: opened))
      entries.add("Dest", item.place.destination(on: pages))
      try file.add(.dictionary(entries), as: references[index])
    }
    try file.add(rootDictionary(kin, references, opened: opened), as: root)
    return root
  }

  /// The outline dictionary (ISO 32000-1 table 152).
  private func rootDictionary(_ kin: [Kin], _ references: [Reference], opened: Bool) -> Value {
    let top = kin.indices.filter { kin[$0].parent == nil }
    let seen = top.reduce(top.count) { $0 + (opened ? kin[$1].children : 0) }
    var entries: Entries = ["Type": .name("Outlines")]
    entries.add("First", top.first.map { .reference(references[$0]) })
    entries.add("Last", top.last.map { .reference(references[$0]) })
    entries.add("Count", .integer(seen))
    return .dictionary(entries)
  }
}

extension Outline.Kin {
  /// The other headings that an item names (ISO 32000-1 table 153).
  fileprivate var neighbours: [(String, Int?)] {
    [("Prev", previous), ("Next", next), ("First", first), ("Last", last)]
  }

  /// The number of headings seen below, negative while folded (ISO 32000-1 table 153).
  ///
  /// Below a folded heading all others are folded too, so only its children would be seen when it is opened.
  fileprivate func count(opened: Bool) -> Value? {
    guard children > 0 else { return nil }
    return .integer(opened && parent == nil ? children : -children)
  }
}
