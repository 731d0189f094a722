import Diagnostics
import DocumentTree
import Forms
import Issuing
import Records
import Rules
import Site

/// One run of `mingce build`: every step writes its files and remembers what the next one links to.
struct SiteBuild {
  private let workshop: Workshop
  private let output: String
  private let world: World
  private let printer: Printer
  private let guides: [Guide]
  private let forms: [Form]
  private var gallery = FormGallery()
  private var documents: [DocumentLink] = []
  private var written: [String] = []
  private var printed: Set<String> = []

  /// What samples are written as beside PDF and HTML.
  var pictures: [OutputFormat] = []

  /// Whether a record file holds errors.
  private(set) var hasProblems = false
  /// A few files that are worth opening first.
  private(set) var highlights: [String] = []

  /// How many files were written.
  var fileCount: Int { written.count }

  /// Opens the guides of `workshop`'s project; everything goes into the folder `output`.
  init(_ workshop: Workshop, into output: String, in world: World) throws(CommandFailure) {
    self.workshop = workshop
    self.output = output
    self.world = world
    printer = try Printer(workshop, isStandalone: true, in: world)
    let (guides, complaints) = try world.guides(of: workshop.project)
    try world.settle(complaints)
    self.guides = guides
    forms = try workshop.catalogue()
  }

  /// Prints every form that finds something to print in each sample file.
  mutating func printSamples() throws(CommandFailure) {
    let folder = workshop.project.samples
    guard world.isFolder(folder) else { return }
    let shelf = try world.ruleShelf(of: workshop.project)
    // The rosters are what most people come for.
    let ordered = forms.sorted { $0.name < $1.name }
    let forms = ordered.filter { $0.scope == .roster } + ordered.filter { $0.scope != .roster }
    for name in try world.names(in: folder)
    where name.hasSuffix(".json") || name.hasSuffix(".jsonl") {
      try printSample(name, forms: forms, by: shelf)
    }
  }

  /// Prints each guide as one PDF, and each of its pages as another.
  mutating func printGuides() throws(CommandFailure) {
    for guide in guides {
      let pages = try printer.print(
        guide,
        documents: documents,
        style: workshop.guideStyle,
        to: "\(output)/\(guide.printPath)"
      )
      note(guide.printPath, "《\(guide.title)》\(pages) 页")
      highlights.append(guide.printPath)
      printed.insert(guide.id)
      try printPages(of: guide)
    }
  }

  private mutating func printPages(of guide: Guide) throws(CommandFailure) {
    for page in guide.pages {
      let path = page.printPath(in: guide)
      _ = try printer.print(
        pageDocument(page, of: guide, documents: documents),
        dated: guide.updated,
        style: workshop.guideStyle,
        to: "\(output)/\(path)"
      )
      written.append(path)
    }
  }

  /// Writes the portal's own files.
  mutating func writePortal() throws(CommandFailure) {
    let file = workshop.project.siteFile
    let (site, complaints) = openSite(
      try world.text(of: file),
      file: workshop.project.shown(file, in: world)
    )
    try world.settle(complaints)
    guard let site else { throw .unfit([]) }
    let portal = try portal(of: site)
    try world.settle(portal.diagnostics)
    for file in portal.files {
      try world.write(file.bytes, to: "\(output)/\(file.path)")
      written.append(file.path)
    }
  }

  private func portal(
    of site: SiteConfiguration
  ) throws(CommandFailure) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
    let theme = try workshop.theme()
    do throws(SiteFailure) {
      return try buildPortal(
        site,
        guides: guides,
        documents: documents,
        forms: gallery.cards(of: forms),
        printed: printed,
        theme: theme
      )
    } catch {
      throw .unfit([Diagnostic("site", .error, error.description)])
    }
  }

  private mutating func printSample(
    _ name: String,
    forms: [Form],
    by shelf: RuleShelf
  ) throws(CommandFailure) {
    var report = RecordReport(world: world, shelf: shelf, showsNotices: false)
    var builders = forms.map { SelectionBuilder($0) }
    let path = "\(workshop.project.samples)/\(name)"
    let file = try report.read(path) { outcome, batch in
      for index in builders.indices { builders[index].visit(outcome, in: batch) }
    }
    hasProblems = hasProblems || report.hasErrors
    guard let file else {
      hasProblems = true
      return
    }
    let stem = String(name.prefix { $0 != "." })
    for (index, form) in forms.enumerated() {
      let run = FormRun(form, of: file, selection: builders[index].finish())
      if !run.isEmpty, form.isAsked(by: file.batch.profile) { try print(run, ofSample: stem) }
    }
  }

  private mutating func print(_ run: FormRun, ofSample sample: String) throws(CommandFailure) {
    let stem = "documents/\(sample)/\(run.form.name)"
    let content = try printer.print(run, to: "\(output)/\(stem)", as: .pdf).content
    _ = try printer.print(run, to: "\(output)/\(stem)", as: .html)
    for format in pictures {
      let printed = try printer.print(run, to: "\(output)/\(stem)", as: format)
      written += printed.files
      world.console.note("\(printed.names)  《\(run.title)》\(printed.content)")
    }
    note("\(stem).pdf", "《\(run.title)》\(content)，\(run.extent)")
    written.append("\(stem).html")
    let page = try firstPage(of: run, ofSample: sample)
    if let page, gallery.misses(run.form) {
      written += try gallery.add(run, page: page, below: output, at: stem, in: world)
    }
    if documents.isEmpty || run.form.scope == .filing, highlights.count < 3 {
      highlights.append("\(stem).pdf")
    }
    documents.append(
      DocumentLink(
        group: run.file.batch.employer.name,
        title: run.title,
        note: "\(run.extent)，\(content)",
        content: ([run.form.summary] + run.form.fields.map(\.label)).joined(separator: " "),
        form: run.form.name,
        formats: [
          DocumentLink.Format(label: "PDF", path: "\(stem).pdf"),
          DocumentLink.Format(label: "网页", path: "\(stem).html"),
        ],
        picture: isShown(run, ofSample: sample) ? page?.drawing : nil
      )
    )
  }

  /// Returns the first page where something shows it: a figure of a guide, or the page of all forms.
  private func firstPage(
    of run: FormRun,
    ofSample sample: String
  ) throws(CommandFailure) -> FirstPage? {
    guard gallery.misses(run.form) || isShown(run, ofSample: sample) else { return nil }
    return try printer.firstPage(of: run)
  }

  /// Whether a figure of a guide shows the document.
  private func isShown(_ run: FormRun, ofSample sample: String) -> Bool {
    guides.contains { guide in
      guide.samples.contains { $0.form == run.form.name && $0.sample == sample }
    }
  }

  private mutating func note(_ path: String, _ content: String) {
    written.append(path)
    world.console.note("\(path)  \(content)")
  }
}
