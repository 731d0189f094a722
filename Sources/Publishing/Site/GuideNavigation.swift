import Remaking

/// What stands beside every page of one guide: its chapters, the other guides, the documents.
///
/// A guide of a thousand chapters lists them on each of their pages, so every entry is made once, and once more as the
/// page that is being read; a page only puts them together.
struct GuideNavigation: Sendable {
  /// An entry, as the templates are given it.
  struct Entry: Sendable {
    var href: String
    var number = ""
    var title: String
  }

  /// Entries under a heading.
  fileprivate struct Group: Sendable {
    var title: String
    var entries: [Entry]
  }

  /// Entries under a heading, as HTML.
  private struct MadeGroup {
    var title: String
    /// The entries one behind another.
    private var text = ""
    /// The bytes at which each of them begins, and at which the last one ends.
    private var bounds = [0]

    init(title: String) { self.title = title }

    var values: PageValues { ["title": .text(title), "entries": .markup(text)] }

    mutating func append(_ entry: String) {
      text += entry
      bounds.append(text.utf8.count)
    }

    mutating func replace(_ position: Int, with entry: String) {
      let start = text.utf8.index(text.startIndex, offsetBy: bounds[position])
      let end = text.utf8.index(text.startIndex, offsetBy: bounds[position + 1])
      text.replaceSubrange(start..<end, with: entry)
    }
  }

  /// Everything that the navigation is made of.
  struct Basis: Sendable {
    fileprivate let chapters: Group
    fileprivate let others: [Group]
    /// The hash of all entries and of what names the theme; two made of the same are the same.
    let digest: String

    /// Looks over `guide` and what stands beside it in `portal`.
    init(of guide: Guide, in portal: Portal, setting: String) {
      let path = "guides/\(guide.id)/index.html"
      let entries = guide.pages.map { page in
        let href = reference(from: path, to: page.path(in: guide))
        return Entry(href: href, number: page.number, title: page.title)
      }
      chapters = Group(title: guide.place, entries: entries)
      others = portal.entriesBeside(guide, from: path).map { Group(title: $0, entries: $1) }
      digest =
        Recipe([
          "chapters": chapters.digest, "others": Recipe.digest(of: others.map { ("", $0.digest) }),
          "setting": setting,
        ]).digest
    }
  }

  /// What the navigation is made of.
  let basis: Basis
  /// The guide's chapters.
  private let chapters: MadeGroup
  /// The chapters' entries as their own pages show them.
  private let currentChapters: [String]
  /// What stands below the chapters on every page.
  private let others: [PageValues]

  /// Makes the entries of `basis`.
  init(of basis: Basis, theme: Theme) throws(SiteFailure) {
    self.basis = basis
    chapters = try GuideNavigation.made(basis.chapters, theme)
    var currentChapters: [String] = []
    for entry in basis.chapters.entries {
      currentChapters.append(try GuideNavigation.made(entry, theme, isCurrent: true))
    }
    self.currentChapters = currentChapters
    var others: [PageValues] = []
    for group in basis.others { others.append(try GuideNavigation.made(group, theme).values) }
    self.others = others
  }

  private static func made(_ group: Group, _ theme: Theme) throws(SiteFailure) -> MadeGroup {
    var made = MadeGroup(title: group.title)
    for entry in group.entries {
      made.append(try GuideNavigation.made(entry, theme))
    }
    return made
  }

  private static func made(
    _ entry: Entry,
    _ theme: Theme,
    isCurrent: Bool = false
  ) throws(SiteFailure) -> String {
    let values: PageValues = [
      "href": .text(entry.href), "number": .text(entry.number), "title": .text(entry.title),
      "isCurrent": .flag(isCurrent),
    ]
    return try theme.templates.text("entry", with: values)
  }

  /// Returns the groups as the page at `position` shows them, or as the guide's own page does.
  func values(at position: Int?) -> [PageValues] {
    var chapters = chapters
    if let position {
      chapters.replace(position, with: currentChapters[position])
    }
    return [chapters.values] + others
  }
}

extension GuideNavigation.Group {
  /// The hash of the heading and the entries.
  fileprivate var digest: String {
    let parts = entries.flatMap { entry in
      [(key: entry.href, value: entry.number), (key: "", value: entry.title)]
    }
    return Recipe.digest(of: [(key: title, value: "")] + parts)
  }
}

extension Portal {
  /// Returns the groups of entries beside those of `guide`, with their headings: the other guides, the documents.
  fileprivate func entriesBeside(
    _ guide: Guide,
    from path: String
  ) -> [(title: String, entries: [GuideNavigation.Entry])] {
    let others = guides.filter { $0.id != guide.id }.map { other in
      let href = reference(from: path, to: "guides/\(other.id)/index.html")
      return GuideNavigation.Entry(href: href, title: other.place)
    }
    var papers: [GuideNavigation.Entry] = []
    if !forms.isEmpty {
      let href = reference(from: path, to: Portal.formsPath)
      papers.append(GuideNavigation.Entry(href: href, title: "全部表单"))
    }
    if !documents.isEmpty {
      let home = reference(from: path, to: "index.html")
      papers.append(GuideNavigation.Entry(href: "\(home)#documents", title: "名册与文书样张"))
    }
    return [("其他指南", others), ("表单与名册", papers)].filter { !$0.1.isEmpty }
  }
}
