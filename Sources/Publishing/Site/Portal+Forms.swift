extension Portal {
  /// The path of the page of all forms.
  static let formsPath = "forms.html"

  /// Adds the page that shows every form, where there are forms.
  mutating func addForms() throws(SiteFailure) {
    guard !forms.isEmpty else { return }
    var values = shell(
      of: Portal.formsPath,
      kind: "forms",
      title: "全部表单",
      description: "全部表单的样张、用途、文件，和提到它们的指南章节。"
    )
    let mentions = Dictionary(grouping: chapters.joined().flatMap(\.mentions), by: \.form)
    values["systems"] = .list(formGroups(mentions.mapValues { $0.map(\.mention) }))
    try add(Portal.formsPath, from: "forms", with: values)
  }

  /// Returns the cards with the sections that mention them, under their headings, in the order in which they came.
  private func formGroups(_ mentions: [String: [FormMention]]) -> [PageValues] {
    var titles: [String] = []
    for form in forms where !titles.contains(form.group) { titles.append(form.group) }
    return titles.enumerated().map { index, title in
      let members = forms.filter { $0.group == title }
      return [
        "title": .text(title),
        "target": .text("system-\(index + 1)"),
        "count": .text(String(members.count)),
        "forms": .list(members.map { values(of: $0, mentions[$0.name] ?? []) }),
      ]
    }
  }

  private func values(of form: FormCard, _ mentions: [FormMention]) -> PageValues {
    [
      "name": .text(form.name),
      "number": .text(form.number),
      "title": .text(form.title),
      "others": .text(form.titles.dropFirst().joined(separator: "、")),
      "summary": .text(form.summary),
      "samples": .list(form.sample.map { [values(of: $0)] } ?? []),
      "isWithoutSample": .flag(form.sample == nil),
      "isMentioned": .flag(!mentions.isEmpty),
      "mentionCount": .text(String(mentions.count)),
      "mentions": .list(mentions.map(values)),
    ]
  }

  private func values(of sample: FormCard.Sample) -> PageValues {
    let formats = sample.formats.map { ($0.label, reference(from: Portal.formsPath, to: $0.path)) }
    return [
      "documentTitle": .text(sample.title),
      "page": .text(formats.first?.1 ?? ""),
      "picture": .text(reference(from: Portal.formsPath, to: sample.picture.path)),
      "width": .text(String(sample.picture.width)),
      "height": .text(String(sample.picture.height)),
      "formats": .list(formats.map { ["label": .text($0), "href": .text($1)] }),
    ]
  }

  private func values(of mention: FormMention) -> PageValues {
    let page = reference(from: Portal.formsPath, to: mention.path)
    return [
      "href": .text(mention.anchor.isEmpty ? page : "\(page)#\(segment(mention.anchor))"),
      "place": .text(mention.place),
      "section": .text(mention.title),
    ]
  }
}
