import DocumentTree

/// A section of a guide that mentions a form.
struct FormMention: Sendable {
  /// The path of the page below the portal's folder.
  var path: String
  /// The anchor of the section, empty for the top of the page.
  var anchor: String
  /// The guide's name.
  var place: String
  /// The title of the chapter, and behind it that of the section.
  var title: String
}

/// The titles of forms, to tell which sections of guides mention them: by a title of theirs, or by a figure that shows one.
struct FormTitles: Sendable {
  private let finder: TitleFinder

  /// Takes the titles of `forms`.
  init(of forms: [FormCard]) {
    finder = TitleFinder(of: forms)
  }

  /// Returns the sections of a page of `guide`, whose figures and links are led, that mention a form.
  func mentions(
    in linked: LinkedPage,
    of page: GuidePage,
    in guide: Guide
  ) -> [(form: String, mention: FormMention)] {
    let chapter = page.label(in: guide).replacing("\u{3000}", with: " ")
    return linked.sections.flatMap { section in
      let shown = section.blocks.flatMap(\.samples).map(\.form)
      let forms = finder.forms(in: section.title + " " + section.text).union(shown)
      return forms.sorted().map { form in
        let mention = FormMention(
          path: page.path(in: guide),
          anchor: section.anchor,
          place: guide.place,
          title: section.title.isEmpty ? chapter : "\(chapter) › \(section.title)"
        )
        return (form, mention)
      }
    }
  }
}

/// Finds titles in a text; of those that begin at the same character only the longest counts.
///
/// Otherwise each mention of one form's long title would be one of another's short title as well.
private struct TitleFinder: Sendable {
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
    guard !titles.isEmpty else { return [] }
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
