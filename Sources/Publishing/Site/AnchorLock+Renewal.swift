public import Diagnostics
import DocumentTree

extension AnchorLock {
  /// Returns a complaint for every anchor and every page of the lock that `guides` have no longer.
  public func complaints(about guides: [Guide]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    var names: Set<String> = []
    for guide in guides {
      for page in guide.pages {
        names.insert(page.lockName(in: guide))
        let settled = pages[page.lockName(in: guide)]?.entries.filter { $0.successor != nil } ?? []
        for (anchor, heading) in gone(from: page, in: guide)
        where !settled.contains(where: { $0.anchor == anchor && $0.successor == heading.id }) {
          found.append(changed(anchor, to: heading, of: page))
        }
      }
    }
    let lost = pages.filter { !names.contains($0.key) }.sorted { $0.key < $1.key }
    return found + lost.map { lostPage($0.key, at: $0.value.location) }
  }

  /// Returns the file of anchors for `guides` as they are now; an anchor that has gone stands with what has taken its place.
  public func renewed(for guides: [Guide]) -> String {
    var text = "# 各章的锚点，由 mingce fix --anchors 写成。“旧 → 新”表示改了名，旧网址仍然有效。\n"
    for guide in guides.sorted(by: { $0.id < $1.id }) {
      for page in guide.pages {
        let current = page.headings.map(\.id).filter { !$0.isEmpty }.map { quoted($0) }
        let gone = gone(from: page, in: guide).map {
          quoted($0.anchor + successorMark + $0.heading.id)
        }
        guard !current.isEmpty else { continue }
        text += "\(quoted(page.lockName(in: guide))):\n"
        for line in current + gone { text += "  - \(line)\n" }
      }
    }
    return text
  }

  private func changed(
    _ anchor: String,
    to heading: GuideHeading,
    of page: GuidePage
  ) -> Diagnostic {
    Diagnostic(
      "guide.changedAnchor",
      .warning,
      at: page.origin(of: heading),
      "锚点“\(anchor)”没有了，旧网址改到“\(heading.title)”",
      advice: "要保留就在标题后面写 {#\(anchor)}；确认改名的，运行 mingce fix --anchors"
    )
  }

  private func lostPage(_ name: String, at location: SourceLocation) -> Diagnostic {
    Diagnostic(
      "guide.lostPage",
      .warning,
      at: .source(location),
      "“\(name)”这一章没有了，旧网址打不开",
      advice: "确认不要的，运行 mingce fix --anchors"
    )
  }
}

/// Returns `text` as a YAML scalar that is text whatever it looks like.
private func quoted(_ text: String) -> String {
  "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
}

extension GuidePage {
  /// Returns where `heading` stands.
  fileprivate func origin(of heading: GuideHeading) -> Origin {
    for case .heading(let found) in document.body where found.id == heading.id {
      return found.origin
    }
    return .source(SourceLocation(file: file, line: 1, column: 1))
  }
}
