package import Pages

extension Page {
  /// The items in painting order, those of figures and of rows included.
  package var inked: [PageItem] {
    allItems.flatMap { item in
      switch item {
      case .drawing(let drawing): drawing.items
      case .cells(let row): row.runs.map(PageItem.glyphs)
      default: [item]
      }
    }
  }

  /// The runs in painting order.
  package var runs: [GlyphRun] {
    inked.compactMap { item in
      if case .glyphs(let run) = item { run } else { nil }
    }
  }
}

extension Array where Element == Page {
  /// The texts of all elements as the logical structure has them.
  package var textsInReadingOrder: [String] {
    var texts: [Int: String] = [:]
    for run in flatMap(\.runs) {
      switch run.mark {
      case .node(let node), .part(_, let node): texts[node, default: ""] += run.text
      case .decoration: continue
      }
    }
    var nodes: [Int] = []
    for step in flatMap(\.structure) {
      switch step {
      case .open(let element), .leaf(let element): nodes += element.node.map { [$0] } ?? []
      case .row(let cells): nodes += cells
      case .close: continue
      }
    }
    return nodes.map { texts[$0] ?? "" }
  }
}
