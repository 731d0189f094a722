public import Diagnostics
import DocumentTree
import YAML

/// Which anchors the pages of guides have had, so that addresses which people have kept go on leading somewhere.
public struct AnchorLock: Sendable {
  /// An anchor that a page has, or had.
  struct Entry: Sendable, Hashable {
    var anchor: String
    /// What has taken its place, where somebody has said so.
    var successor: String?
  }

  /// A page, by its guide's folder and its own name.
  struct Page: Sendable {
    var entries: [Entry]
    var location: SourceLocation
  }

  /// The pages, such as `jilin-filing/04-new`.
  private(set) var pages: [String: Page] = [:]

  /// Creates a lock that knows no anchors.
  public init() {}

  /// Adds the anchors of the page `name`.
  mutating func add(_ page: Page, named name: String) { pages[name] = page }
}

/// What stands between an anchor and its successor.
let successorMark = " → "

/// Reads a file of anchors: for each page a list of them, those that have gone with what has taken their place.
public func openAnchorLock(_ text: String, file: String) -> (AnchorLock, [Diagnostic]) {
  let (node, complaints) = readYAML(text, file: file)
  guard let node, node.content != .null else { return (AnchorLock(), complaints) }
  var mapping = YAMLMapping(node)
  var lock = AnchorLock()
  for page in mapping.allEntries() {
    let entries = (mapping.texts(page.key) ?? []).map { line in
      let place = line.firstRange(of: successorMark)
      return AnchorLock.Entry(
        anchor: place.map { String(line[..<$0.lowerBound]) } ?? line,
        successor: place.map { String(line[$0.upperBound...]) }
      )
    }
    lock.add(AnchorLock.Page(entries: entries, location: page.location), named: page.key)
  }
  return (lock, complaints + mapping.close())
}

extension AnchorLock {
  /// Returns the anchors that `page` of `guide` has no longer, with the headings that have taken their places.
  ///
  /// Nobody has to say which: an anchor that has gone is looked for among the new headings between its neighbours that
  /// are still there; without one, the neighbour before it takes its place, or the first heading.
  func gone(from page: GuidePage, in guide: Guide) -> [(anchor: String, heading: GuideHeading)] {
    let headings = page.headings.filter { !$0.id.isEmpty }
    guard let first = headings.first, let entries = pages[page.lockName(in: guide)]?.entries else {
      return []
    }
    let known = Set(entries.map(\.anchor))
    var gone: [(anchor: String, heading: GuideHeading)] = []
    var place = -1
    for entry in entries {
      if let index = headings.firstIndex(where: { $0.id == entry.anchor }) {
        place = index
        continue
      }
      let said = entry.successor.flatMap { name in headings.first { $0.id == name } }
      if said == nil, place + 1 < headings.count, !known.contains(headings[place + 1].id) {
        place += 1
      }
      gone.append((entry.anchor, said ?? (place < 0 ? first : headings[place])))
    }
    return gone
  }

  /// Returns the anchors of earlier days that stay beside those of the headings, by the headings' own.
  func aliases(of page: GuidePage, in guide: Guide) -> [String: [String]] {
    Dictionary(grouping: gone(from: page, in: guide), by: \.heading.id)
      .mapValues { $0.map(\.anchor) }
  }
}

extension GuidePage {
  /// What the file of anchors calls the page.
  func lockName(in guide: Guide) -> String { "\(guide.id)/\(slug)" }
}
