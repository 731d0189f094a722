public import Diagnostics
import Digests
import DocumentTree
import Searching

/// Builds the portal: home page, a page per guide and per chapter, the page of `forms`, the page for wrong addresses,
/// and what they use.
///
/// `printed` names the guides whose PDF, and that of each page, stands at its `printPath`. The files come in the order of
/// their paths, and the same input gives the same bytes; no path leads out of the portal's folder, so that it can be
/// opened from disk or put under any address. What `anchors` knows of earlier days stays beside today's anchors. Up to
/// `workers` threads make pages side by side. Chapters that `memory` knows are not made again; `setting` must change whenever
/// anything does that is not part of the guides. `standing` are the paths of files that are as the build left them that
/// `memory` tells of.
public func buildPortal(
  _ site: SiteConfiguration,
  guides: [Guide],
  documents: [DocumentLink],
  forms: [FormCard] = [],
  printed: Set<String> = [],
  theme: Theme,
  anchors: AnchorLock = AnchorLock(),
  workers: Int = 1,
  memory: PortalMemory = PortalMemory(),
  standing: Set<String> = [],
  setting: String = ""
) throws(SiteFailure) -> (files: [OutputFile], diagnostics: [Diagnostic]) {
  var portal = Portal(
    site: site,
    guides: guides,
    documents: documents,
    forms: forms,
    printed: printed,
    theme: theme,
    anchors: anchors,
    standing: standing
  )
  try portal.addHome()
  try portal.addGuides(workers: workers, memory: memory, setting: setting)
  portal.findUnusedFiles()
  try portal.addMovedPages()
  try portal.addForms()
  try portal.addMissing()
  try portal.addSearch()
  portal.addAddresses()
  portal.addAssets()
  portal.keepFirstOfEachPath()
  return (portal.files.sorted { $0.path < $1.path }, portal.diagnostics)
}

/// The portal while it is being built.
struct Portal: Sendable {
  /// The files made so far.
  var files: [OutputFile] = []
  /// The chapters of each guide, once they are made.
  var chapters: [[MadeChapter]] = []
  /// What a search finds: the chapters in the order of the portal, the documents behind them.
  var searchIndex = SearchIndex()
  /// What was wrong so far.
  var diagnostics: [Diagnostic] = []
  /// The guides in the order of the configuration, those it does not name behind them by their folders' names.
  let guides: [Guide]
  /// The configuration.
  let site: SiteConfiguration
  /// The rendered documents.
  let documents: [DocumentLink]
  /// The forms in the order in which the portal lists them.
  let forms: [FormCard]
  /// The titles of the forms, to find where guides mention them.
  let formTitles: FormTitles
  /// Where links lead.
  let finder: LinkFinder
  private let printed: Set<String>
  let theme: Theme
  /// The anchors of earlier days.
  let anchors: AnchorLock
  /// The paths of files that stand as an earlier build left them.
  let standing: Set<String>

  /// Begins a portal, with a complaint for every guide that the configuration names in vain.
  init(
    site: SiteConfiguration,
    guides: [Guide],
    documents: [DocumentLink],
    forms: [FormCard],
    printed: Set<String>,
    theme: Theme,
    anchors: AnchorLock,
    standing: Set<String>
  ) {
    let sorted = guides.sorted { $0.id < $1.id }
    var repeated: [Diagnostic] = []
    var named: [Guide] = []
    for reference in site.guides {
      if named.contains(where: { $0.id == reference.name }) {
        repeated.append(repeatedGuide(reference))
      } else if let guide = sorted.first(where: { $0.id == reference.name }) {
        named.append(guide)
      }
    }
    let others = sorted.filter { guide in !named.contains { $0.id == guide.id } }
    self.guides = named + others
    self.site = site
    self.documents = documents
    self.forms = forms
    formTitles = FormTitles(of: forms)
    self.printed = printed
    self.theme = theme
    (self.anchors, self.standing) = (anchors, standing)
    finder = LinkFinder(guides: self.guides, documents: documents)
    let names = sorted.map(\.id)
    let missing = site.guides.filter { !names.contains($0.name) }.map { reference in
      let near: Message? = closestName(to: reference.name, in: names).map { "是否想写“\($0)”？" }
      return Diagnostic(
        "site.missingGuide",
        at: .source(reference.location),
        "站点列出的指南“\(reference.name)”不存在",
        advice: near ?? "请建立这个文件夹，或者从“guides”中删去"
      )
    }
    diagnostics = missing + repeated + theme.complaints(about: site.values)
  }

  /// Adds the home page.
  mutating func addHome() throws(SiteFailure) {
    var values = shell(of: "index.html", kind: "home", title: "", description: site.summary)
    values["hasGuides"] = .flag(!guides.isEmpty)
    values["guides"] = .list(guides.map(card))
    values["hasDocuments"] = .flag(!documents.isEmpty)
    values["groups"] = .list(documentGroups)
    try add("index.html", from: "home", with: values)
  }

  /// Complains of the guides' files that no page of any guide uses.
  mutating func findUnusedFiles() {
    let linked = chapters.joined().reduce(into: Set()) { $0.formUnion($1.files) }
    for guide in guides { diagnostics += guide.unusedFiles(linked: linked) }
  }

  /// Adds the page that a server shows for an address it does not know, its styles within it.
  mutating func addMissing() throws(SiteFailure) {
    var values = shell(of: "404.html", kind: "missing", title: "找不到这一页", description: site.summary)
    values["guides"] = .list(guides.map(card))
    // A server shows the page at any depth, where relative references would lead astray; whole ones lead nowhere from disk.
    if let folder = site.addressParts?.folder { values["root"] = .text(folder) }
    // A browser reads every line end of HTML as U+000A before it takes the hash (HTML § 13.2.3.5).
    let styles = theme.portalCSS.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    values["styles"] = .markup(styles)
    values["stylesHash"] = .text(Digest(of: Array(styles.utf8)).base64)
    try add("404.html", from: "missing", with: values)
  }

  /// Adds the stylesheet and the theme's own files.
  mutating func addAssets() {
    files.append(OutputFile(path: "assets/portal.css", text: theme.portalCSS))
    for file in theme.files {
      files.append(OutputFile(path: "assets/\(file.path)", bytes: file.bytes))
    }
  }

  /// Leaves out every file whose path a file before it has, with a complaint; pages come before a guide's own files.
  mutating func keepFirstOfEachPath() {
    var paths: Set<String> = []
    var kept: [OutputFile] = []
    for file in files {
      if paths.insert(file.path).inserted {
        kept.append(file)
      } else {
        diagnostics.append(
          Diagnostic("site.samePath", .error, "两个文件都要写到“\(file.path)”", advice: "请给其中一个改名")
        )
      }
    }
    files = kept
  }

  /// Adds the page that `template` makes of `values` at `path`.
  mutating func add(
    _ path: String,
    from template: String,
    with values: PageValues
  ) throws(SiteFailure) {
    files.append(OutputFile(path: path, bytes: try theme.templates.page(template, with: values)))
  }

  /// Returns the reference from the page at `path` to its own PDF, empty when there is none.
  func printReference(of page: GuidePage, in guide: Guide, from path: String) -> String {
    printed.contains(guide.id) ? reference(from: path, to: page.printPath(in: guide)) : ""
  }

  /// Returns the reference from the page at `path` to the PDF of `guide`, empty when there is none.
  func printReference(of guide: Guide, from path: String) -> String {
    printed.contains(guide.id) ? reference(from: path, to: guide.printPath) : ""
  }
}

/// Returns the complaint about a guide that the configuration names a second time.
private func repeatedGuide(_ reference: GuideReference) -> Diagnostic {
  Diagnostic(
    "site.repeatedGuide",
    at: .source(reference.location),
    "站点把指南“\(reference.name)”列了两次",
    advice: "请删去一处"
  )
}
