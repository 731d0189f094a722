public import Diagnostics
import DocumentTree

extension AnchorLock {
  /// Returns a complaint for every anchor and every page of the lock that `guides` have no longer.
  public func complaints(about guides: [Guide]) -> [Diagnostic] {
    var found: [Diagnostic] = []
    for guide in guides {
      for page in guide.pages {
        let settled = pages[page.lockName(in: guide)]?.entries.filter { $0.successor != nil } ?? []
        for (anchor, heading) in gone(from: page, in: guide)
        where !settled.contains(where: { $0.anchor == anchor && $0.successor == heading.id }) {
          found.append(changed(anchor, to: heading, of: page))
        }
      }
    }
    let unsettled = movedPages(from: guides).filter {
      pages[$0.name]?.successor != $0.place.lockName
    }
    return found + unsettled.map(lostPage)
  }

  /// Returns the file of anchors for `guides` as they are now; an anchor and a page that have gone
  /// stand with what has taken their place.
  public func renewed(for guides: [Guide]) -> String {
    var text = "# 各章的锚点，由 mingce fix --anchors 写成。“旧 → 新”表示改了名，旧网址仍然有效。\n"
    for guide in guides.sorted(by: { $0.id < $1.id }) {
      for page in guide.pages {
        let current = page.headings.map(\.id).filter { !$0.isEmpty }.map { quoted($0) }
        let gone = gone(from: page, in: guide).map {
          quoted($0.anchor + successorMark + $0.heading.id)
        }
        let lines = (current + gone).map { "  - \($0)\n" }
        let name = quoted(page.lockName(in: guide))
        text += lines.isEmpty ? "\(name): []\n" : "\(name):\n\(lines.joined())"
      }
    }
    for page in movedPages(from: guides) {
      text += "\(quoted(page.name + successorMark + page.place.lockName)): []\n"
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

  private func lostPage(_ page: MovedPage) -> Diagnostic {
    Diagnostic(
      "guide.lostPage",
      .warning,
      at: .source(page.location),
      "“\(page.name)”这一章没有了，旧网址改到\(page.place.words)",
      advice: "确认的，运行 mingce fix --anchors；要改到别处的，再改箭头后面的名称；不要旧网址的，从这个文件里删去"
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
