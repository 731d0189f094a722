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
    /// Where the page's address leads now that it has gone, where somebody has said so: a page, a guide, or `/`.
    var successor: String?
  }

  /// The pages that guides have, or had, such as `jilin-filing/04-new`.
  private(set) var pages: [String: Page] = [:]

  /// Creates a lock that knows no anchors.
  public init() {}

  /// Adds the anchors of the page `name`.
  mutating func add(_ page: Page, named name: String) { pages[name] = page }
}

/// What stands between an anchor and its successor.
let successorMark = " → "

/// Reads a file of anchors: for each page a list of them, those that have gone with what has taken their place, as have
/// pages themselves.
public func openAnchorLock(_ text: String, file: String) -> (AnchorLock, [Diagnostic]) {
  let (node, complaints) = readYAML(text, file: file)
  guard let node, node.content != .null else { return (AnchorLock(), complaints) }
  var mapping = YAMLMapping(node)
  var lock = AnchorLock()
  var refused: [Diagnostic] = []
  for page in mapping.allEntries() {
    let entries = (mapping.texts(page.key) ?? []).map { line in
      let (anchor, successor) = parted(line)
      return AnchorLock.Entry(anchor: anchor, successor: successor)
    }
    let (name, successor) = parted(page.key)
    guard isPageName(name) else {
      refused.append(refusedName(name, at: page.location))
      continue
    }
    let place = page.location
    lock.add(AnchorLock.Page(entries: entries, location: place, successor: successor), named: name)
  }
  return (lock, complaints + refused + mapping.close())
}

/// Returns what stands before the mark of a successor, and the successor.
private func parted(_ line: String) -> (name: String, successor: String?) {
  guard let place = line.firstRange(of: successorMark) else { return (line, nil) }
  return (String(line[..<place.lowerBound]), String(line[place.upperBound...]))
}

/// Returns whether `name` names a page within the folder of a guide, and leads nowhere else.
private func isPageName(_ name: String) -> Bool {
  name.contains("/") && resolvedPath("./" + name, in: "") == name
    && name.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\\" }
}

private func refusedName(_ name: String, at location: SourceLocation) -> Diagnostic {
  Diagnostic(
    "guide.lockedPage",
    at: .source(location),
    "锚点记录里的“\(name)”不是一章的名称",
    expected: "指南文件夹/文件名，例如 jilin-filing/04-new",
    advice: "请改正或者删去，mingce fix --anchors 会重写这个文件"
  )
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
