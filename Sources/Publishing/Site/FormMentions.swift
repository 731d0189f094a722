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

/// The names of forms, to tell which sections of guides mention them: by a title or another name of theirs, or by a
/// figure that shows one.
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
    guard !finder.isEmpty else { return [] }
    let chapter = page.label(in: guide).withPlainSpaces
    return linked.sections.flatMap { section in
      let shown = section.blocks.flatMap(\.samples).map(\.form)
      let headings = "\(guide.place) \(chapter) \(section.title)"
      let forms = finder.forms(in: section.title + " " + section.text, under: headings)
        .union(shown)
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

/// Finds names of forms in a text; of those that begin at the same character only the longest counts.
///
/// Otherwise each mention of one form's long title would be one of another's short title as well.
private struct TitleFinder: Sendable {
  /// A form that bears a name, and the word that has to stand above it.
  private struct Bearer: Sendable {
    var form: String
    var near: String?
  }

  /// The names with the forms that bear them, the longest first, by their first character.
  private var names: [Unicode.Scalar: [(name: [Unicode.Scalar], bearers: [Bearer])]] = [:]

  /// Whether there is no form to find.
  var isEmpty: Bool { names.isEmpty }

  init(of forms: [FormCard]) {
    var bearers: [[Unicode.Scalar]: [Bearer]] = [:]
    for form in forms {
      for title in form.titles {
        bearers[Array(title.unicodeScalars), default: []].append(Bearer(form: form.name))
      }
      for alias in form.aliases {
        bearers[Array(alias.name.unicodeScalars), default: []]
          .append(Bearer(form: form.name, near: alias.near))
      }
    }
    for (name, bearers) in bearers.sorted(by: { $0.key.count > $1.key.count }) {
      guard let first = name.first else { continue }
      names[first, default: []].append((name, bearers))
    }
  }

  /// Returns the forms that `text` names below `headings`.
  func forms(in text: String, under headings: String) -> Set<String> {
    let characters = Array(text.unicodeScalars)
    var found: Set<String> = []
    var index = 0
    while index < characters.count {
      let rest = characters[index...]
      if let hit = names[characters[index]]?.first(where: { rest.starts(with: $0.name) }) {
        let meant = hit.bearers.filter { $0.near.map(headings.contains) ?? true }
        found.formUnion(meant.map(\.form))
        index += hit.name.count
      } else {
        index += 1
      }
    }
    return found
  }
}
