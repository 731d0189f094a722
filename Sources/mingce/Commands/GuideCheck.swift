import Diagnostics
import Issuing
import Rules
import Site

/// Checks the guides and the settings of a project's portal without building it.
struct GuideCheck {
  private let project: Project
  private let asksOutside: Bool
  private let world: World

  /// Prepares to check `project`; `asksOutside` has other sites asked for the pages that guides lead to.
  init(_ project: Project, asksOutside: Bool, in world: World) {
    (self.project, self.asksOutside, self.world) = (project, asksOutside, world)
  }

  /// Writes every problem as `format` to `paper`; returns how it ended.
  func run(as format: CheckFormat, to paper: CheckPaper) throws(CommandFailure) -> ExitStatus {
    let found = try diagnostics().sorted { $0.origin.position < $1.origin.position }
      .map { $0.translated(by: world.console.words) }
    switch format {
    case .text:
      for diagnostic in found { try paper.write(try world.excerpt(of: diagnostic)) }
      try paper.write(summary(of: found).words(in: world.console.words) + "\n")
    case .json: try paper.write(diagnosticsJSON(found))
    case .sarif:
      let titles = try world.explanations(of: project).map { ($0.code, $0.title) }
      try paper.write(
        diagnosticsSARIF(
          found,
          titles: Dictionary(titles) { first, _ in first },
          version: Mingce.versionNumber
        )
      )
    case .csv, .xlsx: throw .usage("检查指南的报告可以写成 text、json 或 sarif")
    }
    return found.contains { $0.severity == .error } ? .problemsFound : .ok
  }

  private func diagnostics() throws(CommandFailure) -> [Diagnostic] {
    let (guides, complaints) = try world.guides(of: project)
    let file = project.siteFile
    let (site, siteComplaints) = openSite(
      try world.text(of: file),
      file: project.shown(file, in: world)
    )
    let (anchors, doubts) = try world.anchorLock(of: project)
    var found = complaints + siteComplaints + doubts + anchors.complaints(about: guides)
    if asksOutside { found += OutsideCheck(roots: trustedRoots).complaints(about: guides) }
    guard var site else { return found }
    // Of a guide that is there and cannot be read it has been told why.
    let unread = Set(world.folderNames(in: project.guides)).subtracting(guides.map(\.id))
    site.guides.removeAll { unread.contains($0.name) }
    let (theme, documents) = (try Workshop(project, in: world).theme(), try documents())
    do throws(SiteFailure) {
      found += try buildPortal(site, guides: guides, documents: documents, theme: theme)
        .diagnostics
    } catch {
      found.append(Diagnostic("site", .error, "\(error)"))
    }
    return found
  }

  /// The file of certificates to trust instead of the system's, by the name that OpenSSL's own programs read.
  private var trustedRoots: String? {
    world.environment["SSL_CERT_FILE"].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// A link to every form of the project, as if it were printed from every sample.
  private func documents() throws(CommandFailure) -> [DocumentLink] {
    guard world.isFolder(project.samples) else { return [] }
    let samples = try world.names(in: project.samples)
    return samples.flatMap { sample in
      world.folderNames(in: project.forms).map { form in
        let stem = "documents/\(sample.prefix { $0 != "." })/\(form)"
        let formats = ["pdf", "html"].map { DocumentLink.Format(label: $0, path: "\(stem).\($0)") }
        return DocumentLink(group: "", title: form, formats: formats)
      }
    }
  }

  private func summary(of found: [Diagnostic]) -> Message {
    let errors = found.count { $0.severity == .error }
    let warnings = found.count { $0.severity == .warning }
    if found.isEmpty { return "指南没有问题。" }
    return "指南有 \(errors) 个错误，\(warnings) 个警告。mingce explain 代码 说明一条，mingce fix 改好书写习惯。"
  }
}

extension Origin {
  /// What orders diagnostics of many files: the file, the line, the column.
  fileprivate var position: (String, Int, Int) {
    guard case .source(let place) = self else { return ("", 0, 0) }
    return (place.file, place.line, place.column)
  }
}
