import Diagnostics
import DocumentTree
import Forms
import Issuing
import Remaking
import Site

extension SiteBuild {
  /// Writes the portal's own files.
  mutating func writePortal(
    _ forms: [FormSummary],
    shown figures: GuideFigures
  ) throws(CommandFailure) {
    var recipe = recipe([
      "site": ingredients.site, "theme": ingredients.theme,
      "forms": try StepFacts.text(of: forms), "documents": documentsDigest { _ in true },
      "printed": printed.sorted().joined(separator: "\n"),
    ])
    let setting = recipe.digest
    recipe["guides"] = try guidesDigest()
    var build = self
    try steps.carryOut("portal", recipe) { before throws(CommandFailure) in
      let files = try build.portal(forms, setting: setting, shown: figures, standing: before)
      let name = build.keptName(recipe.digest)
      var pages: [UInt8]?
      try build.write(files, over: before) { pages = build.keptPages.packed(as: name) }
      try build.keptPages.keep(pages, in: build.world)
      return ("", files.map(\.path))
    }
    self = build
  }

  private mutating func portal(
    _ forms: [FormSummary],
    setting: String,
    shown figures: GuideFigures,
    standing: [String: FileStamp]
  ) throws(CommandFailure) -> [OutputFile] {
    let file = workshop.project.siteFile
    let (site, complaints) = openSite(
      try world.text(of: file),
      file: workshop.project.shown(file, in: world)
    )
    try world.settle(complaints)
    guard let site else { throw .unfit([]) }
    let (guides, _) = try openedGuides()
    let links = try links(shown: figures)
    let theme = try theme()
    let (anchors, doubts) = try world.anchorLock(of: workshop.project)
    try world.settle(doubts)
    let portal: (files: [OutputFile], diagnostics: [Diagnostic])
    do throws(SiteFailure) {
      portal = try buildPortal(
        site,
        guides: guides,
        documents: links,
        forms: forms.map { $0.card(with: sample(of: $0.name)) },
        printed: printed,
        theme: theme,
        anchors: anchors,
        workers: world.coreCount,
        memory: memory.portal,
        standing: Set(standing.keys),
        setting: setting
      )
    } catch {
      throw .unfit([Diagnostic("site", .error, "\(error)")])
    }
    try world.settle(portal.diagnostics)
    return portal.files
  }

  /// What names the pages of the portal that this program makes by `recipe`.
  func keptName(_ recipe: String) -> String { "\(recipe) \(ingredients.program)" }

  /// Returns the theme, which is opened when it is not the one that an earlier build of this process opened.
  private func theme() throws(CommandFailure) -> Theme {
    if let known = memory.theme, known.digest == ingredients.theme { return known.theme }
    let theme = try workshop.theme()
    memory.theme = (ingredients.theme, theme)
    return theme
  }

  /// Returns what the card of the form `name` shows.
  private func sample(of name: String) -> FormCard.Sample? {
    documents.first { $0.printed.form == name && $0.printed.card != nil }?.printed.sample
  }

  /// Returns the documents as the portal links to them, with the first pages of those that figures show.
  mutating func links(shown figures: GuideFigures) throws(CommandFailure) -> [DocumentLink] {
    var links: [DocumentLink] = []
    for document in documents {
      let isShown = figures.show(document.shown.form, from: document.shown.sample)
      links.append(document.printed.link(picture: isShown ? try drawing(of: document) : nil))
    }
    return links
  }

  /// Returns the first page of `document`, which is printed again when another process printed it.
  private mutating func drawing(of document: MadeDocument) throws(CommandFailure) -> Drawing? {
    if let known = memory.drawings[document.recipe] { return known }
    let path = document.sample.path
    let form = try form(document.printed.form)
    let sample = SampleReading(path, for: [form], of: workshop.project, in: world)
    guard let run = try sample.run(of: form.name) else { return nil }
    let drawing = try openPrinter().firstPage(of: run)?.drawing
    memory.drawings[document.recipe] = drawing
    return drawing
  }

  /// Writes those of `files` whose content is not the one that they had `before`, several at a time, and does `meanwhile`
  /// beside them.
  private func write(
    _ files: [OutputFile],
    over before: [String: FileStamp],
    meanwhile: () -> Void
  ) throws(CommandFailure) {
    let output = output
    let known = memory.files
    let new = files.filter { !$0.stands }
    let changed = new.filter { before[$0.path]?.size != $0.bytes.count }
    let noted = try world.beginning(changed.map { "\(output)/\($0.path)" })
    let results = madeSideBySide(
      "writing",
      new,
      workers: world.coreCount,
      meanwhile: meanwhile
    ) { [world] file in
      Result { () throws(CommandFailure) in
        let place = "\(output)/\(file.path)"
        guard before[file.path]?.size == file.bytes.count else {
          return try noted.write(file.bytes, to: place, flushed: false)
        }
        let last = known[file.path]
        let isKnown = last?.stamp == before[file.path]
        let written = isKnown ? last?.bytes : try world.bytes(of: place)
        if written != file.bytes { try world.write(file.bytes, to: place, flushed: false) }
      }
    }
    for result in results { try result.get() }
    memory.keep(new) { world.stamp(of: "\(output)/\($0)") }
  }
}
