import Geometry

/// The outline of the file: its headings as a tree (ISO 32000-1 §12.3.3).
struct Outline {
  /// A heading.
  struct Item: Sendable {
    /// The depth; a lesser number stands higher.
    var level: Int
    /// What the reader sees.
    var title: String
    /// Where it leads.
    var place: Place
  }

  /// A heading's links to others, as indices.
  struct Kin: Sendable, Hashable {
    /// The heading above, or nothing at the top.
    var parent: Int?
    /// The heading before, under the same parent.
    var previous: Int?
    /// The heading after, under the same parent.
    var next: Int?
    /// The first heading below.
    var first: Int?
    /// The last heading below.
    var last: Int?
    /// How many stand right below.
    var children = 0
  }

  private var headings: [(section: Int, item: Item)] = []

  /// Adds a heading of a section after all that were added before.
  mutating func add(_ title: String, level: Int, at place: Place, section: Int) {
    headings.append((section, Item(level: level, title: title, place: place)))
  }

  /// Returns all headings in the order of the sections, each after its section's title, if that has one.
  func items(in sections: [Sections.Section]) -> [Item] {
    let bySection = Dictionary(grouping: headings, by: \.section)
    return sections.enumerated().flatMap { index, section in
      let place = Place(page: section.firstPage, top: .zero)
      // Below any heading's level, so that all of the section's headings stand under its title.
      let title = section.title.map { Item(level: .min, title: $0, place: place) }
      return (title.map { [$0] } ?? []) + (bySection[index] ?? []).map(\.item)
    }
  }

  /// Puts each heading under the nearest one before it that has a lesser level; skipped levels leave no gap.
  static func kin(of levels: [Int]) -> [Kin] {
    var kin = levels.map { _ in Kin() }
    var open: [Int] = []
    var lastTop: Int?
    for (index, level) in levels.enumerated() {
      while let above = open.last, levels[above] >= level { open.removeLast() }
      let parent = open.last
      kin[index].parent = parent
      kin[index].previous = parent.map { kin[$0].last } ?? lastTop
      if let previous = kin[index].previous { kin[previous].next = index }
      if let parent {
        kin[parent].first = kin[parent].first ?? index
        kin[parent].last = index
        kin[parent].children += 1
      } else {
        lastTop = index
      }
      open.append(index)
    }
    return kin
  }
}
