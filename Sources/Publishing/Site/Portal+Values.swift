import Calendar
import DocumentTree

extension Portal {
  /// Returns what the shell of every page needs.
  func shell(of path: String, kind: String, title: String, description: String) -> PageValues {
    let depth = path.split(separator: "/").count - 1
    let shell: PageValues = [
      "language": .text(site.language),
      "kind": .text(kind),
      "root": .text(String(repeating: "../", count: depth)),
      "siteTitle": .text(site.title),
      "siteNote": .text(site.note ?? ""),
      "windowTitle": .text(title.isEmpty ? site.title : "\(title) · \(site.title)"),
      "description": .text(description),
      "address": .text(wholeAddress(of: path)),
      "siteDomain": .text(site.addressParts?.host ?? ""),
      "isChapter": .flag(false),
      "isGuide": .flag(false),
      "hasForms": .flag(!forms.isEmpty),
      "formCount": .text(forms.isEmpty ? "" : String(forms.count)),
    ]
    return shell.merging(theme.values(of: site)) { own, _ in own }
  }

  /// Returns the card of `guide` for the home page.
  func card(of guide: Guide) -> PageValues {
    [
      "title": .text(guide.title),
      "region": .text(guide.region),
      "summary": .text(guide.summary),
      "edition": .text(guide.edition),
      "updated": .text(guide.updated?.description ?? ""),
      "count": .text(String(guide.pages.count)),
      "href": .text(reference(from: "index.html", to: "guides/\(guide.id)/index.html")),
      "pdf": .text(printReference(of: guide, from: "index.html")),
    ]
  }

  /// The rendered documents under their headings, in the order in which they came.
  var documentGroups: [PageValues] {
    var titles: [String] = []
    for document in documents where !titles.contains(document.group) {
      titles.append(document.group)
    }
    return titles.map { title in
      let members = documents.filter { $0.group == title }
      return [
        "title": .text(title), "count": .text(String(members.count)),
        // A long list of samples would hide what follows; the first group shows what the others hold.
        "isOpen": .flag(title == titles.first),
        "documents": .list(members.map(documentValues)),
      ]
    }
  }

  private func documentValues(_ document: DocumentLink) -> PageValues {
    let formats = document.formats.map { format -> PageValues in
      [
        "label": .text(format.label),
        "href": .text(reference(from: "index.html", to: format.path)),
      ]
    }
    return [
      "title": .text(document.title), "note": .text(document.note), "formats": .list(formats),
    ]
  }

  /// Returns what the guide's own page needs.
  func values(
    of guide: Guide,
    at path: String,
    beside navigation: [PageValues]
  ) -> PageValues {
    var values = guideShell(guide, at: path, title: guide.title, description: guide.summary)
    values["navigation"] = .list(navigation)
    values["isGuide"] = .flag(true)
    values["summary"] = .text(guide.summary)
    let facts = guideFacts(guide)
    values["hasFacts"] = .flag(!facts.isEmpty)
    values["facts"] = .list(
      facts.map { ["name": .text($0.name), "value": .text($0.value)] }
    )
    values["hasChanges"] = .flag(!guide.changes.isEmpty)
    values["changes"] = .list(
      guide.changes.map { change in
        [
          "edition": .text(change.edition), "date": .text(change.date.chinese),
          "change": .text(change.change),
        ]
      }
    )
    values["first"] = .text(
      guide.pages.first.map { reference(from: path, to: $0.path(in: guide)) } ?? ""
    )
    values["chapters"] = .list(
      guide.pages.map { page in
        [
          "href": .text(reference(from: path, to: page.path(in: guide))),
          "number": .text(page.number),
          "title": .text(page.title),
          "lead": .text(lead(of: page, in: guide)),
        ]
      }
    )
    return values
  }

  /// Returns the text that introduces `page` of `guide`, empty when the page begins otherwise.
  private func lead(of page: GuidePage, in guide: Guide) -> String {
    page.reading.outline.lead
      ?? LinkedPage(page, of: guide, finder: finder).parts.lead.plainText
  }

  /// Returns what a chapter's page needs beside its text.
  func values(
    of page: GuidePage,
    linked: LinkedPage,
    in guide: Guide,
    at path: String,
    beside navigation: [PageValues]
  ) -> PageValues {
    let title = "\(page.title) · \(guide.short)"
    let lead = linked.parts.lead.plainText
    var values = guideShell(
      guide,
      at: path,
      title: title,
      description: lead.isEmpty ? guide.summary : lead
    )
    values["navigation"] = .list(navigation)
    values["isChapter"] = .flag(true)
    values["pageTitle"] = .text(page.title)
    values["pageNumber"] = .text(page.number)
    values["anchor"] = .text(page.titleAnchor)
    values["pagePDF"] = .text(printReference(of: page, in: guide, from: path))
    values["updated"] = .text(guide.updated?.description ?? "")
    values["minutes"] = .text(String(readingMinutes(of: linked.blocks)))
    let headings = headingValues(of: page, in: guide)
    values["hasHeadings"] = .flag(headings.count > 1)
    values["headings"] = .list(headings)
    return values
  }

  /// Returns the headings that tables of contents list, down to the third level.
  func headingValues(of page: GuidePage, in guide: Guide) -> [PageValues] {
    page.headings.filter { $0.level <= 3 && !$0.id.isEmpty }.map { heading in
      let gap = guide.numbering == .decimal && !heading.number.isEmpty ? " " : ""
      return [
        "level": .text(String(heading.level)),
        "target": .text(segment(heading.id)),
        "title": .text(heading.number + gap + heading.title),
      ]
    }
  }

  /// Returns the way to the page before or after.
  func turn(to page: GuidePage, of guide: Guide, from path: String) -> PageValues {
    [
      "href": .text(reference(from: path, to: page.path(in: guide))),
      "title": .text(page.label(in: guide)),
    ]
  }

  private func guideShell(
    _ guide: Guide,
    at path: String,
    title: String,
    description: String
  ) -> PageValues {
    var values = shell(of: path, kind: "guide", title: title, description: description)
    values["guideTitle"] = .text(guide.place)
    values["fullTitle"] = .text(guide.title)
    values["guideUnit"] = .text(guide.unit)
    values["pdf"] = .text(printReference(of: guide, from: path))
    return values
  }
}

extension Guide {
  /// The guide's name for narrow places, its region first.
  var place: String { region.isEmpty ? short : "\(region) · \(short)" }
}

extension GuidePage {
  /// The title with its number, as lists of pages show it.
  func label(in guide: Guide) -> String {
    number + (guide.numbering == .decimal ? "\u{3000}" : "、") + title
  }
}

extension GuidePage {
  /// The numbers of the headings as further anchors, so that 见 4.2 on paper can be typed as `#4.2`.
  ///
  /// Numbers such as （一） say nothing without those above them.
  func headingAliases(numbering: HeadingNumbering) -> [String: [String]] {
    guard numbering == .decimal else { return [:] }
    let numbered = headings.filter { !$0.number.isEmpty && !$0.id.isEmpty }
    return Dictionary(numbered.map { ($0.id, [$0.number]) }) { first, _ in first }
  }
}

extension LinkedPage {
  /// The introduction and the blocks below it.
  var parts: (lead: [Inline<Never>], rest: [Block<Never>]) {
    guard let lead = blocks.first?.lead else { return ([], blocks) }
    return (lead, Array(blocks.dropFirst()))
  }
}
