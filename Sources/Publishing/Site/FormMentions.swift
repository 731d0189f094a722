import DocumentTree

/// A section of a guide that mentions a form.
struct FormMention {
  /// The path of the page below the portal's folder.
  var path: String
  /// The anchor of the section, empty for the top of the page.
  var anchor: String
  /// The guide's name.
  var place: String
  /// The title of the chapter, and behind it that of the section.
  var title: String
}

/// Which sections of guides mention which forms: by a title of theirs, or by a figure that shows one.
struct FormMentions {
  private let finder: TitleFinder
  private var mentions: [String: [FormMention]] = [:]

  /// Begins to look for `forms`.
  init(of forms: [FormCard]) {
    finder = TitleFinder(of: forms)
  }

  /// Looks through a page of `guide`, whose figures and links are led.
  mutating func read(_ linked: LinkedPage, of page: GuidePage, in guide: Guide) {
    let chapter = page.label(in: guide).replacing("\u{3000}", with: " ")
    for section in linked.sections {
      let shown = section.blocks.flatMap(\.samples).map(\.form)
      for form in finder.forms(in: section.title + " " + section.text).union(shown) {
        mentions[form, default: []].append(
          FormMention(
            path: page.path(in: guide),
            anchor: section.anchor,
            place: guide.place,
            title: section.title.isEmpty ? chapter : "\(chapter) › \(section.title)"
          )
        )
      }
    }
  }

  /// Returns the sections that mention the form `name`, in reading order.
  func sections(mentioning name: String) -> [FormMention] { mentions[name] ?? [] }
}

/// Finds titles in a text; of those that begin at the same character only the longest counts.
///
/// Otherwise each mention of one form's long title would be one of another's short title as well.
private struct TitleFinder {
  /// The titles with the forms that bear them, the longest first, by their first character.
  private var titles: [Character: [(title: [Character], forms: Set<String>)]] = [:]

  init(of forms: [FormCard]) {
    var bearers: [[Character]: Set<String>] = [:]
    for form in forms {
      for title in form.titles { bearers[Array(title), default: []].insert(form.name) }
    }
    for (title, names) in bearers.sorted(by: { $0.key.count > $1.key.count }) {
      guard let first = title.first else { continue }
      titles[first, default: []].append((title, names))
    }
  }

  func forms(in text: String) -> Set<String> {
    let characters = Array(text)
    var found: Set<String> = []
    var index = 0
    while index < characters.count {
      let rest = characters[index...]
      if let hit = titles[characters[index]]?.first(where: { rest.starts(with: $0.title) }) {
        found.formUnion(hit.forms)
        index += hit.title.count
      } else {
        index += 1
      }
    }
    return found
  }
}
