import Diagnostics
import Issuing
import Site

extension World {
  /// Opens every guide of `project`, in the order of their folders; what is wrong with them is told beside them.
  func guides(
    of project: Project,
    memory: PortalMemory = PortalMemory()
  ) throws(CommandFailure) -> (guides: [Guide], diagnostics: [Diagnostic]) {
    var sources: [GuideSource] = []
    var complaints: [Diagnostic] = []
    for name in folderNames(in: project.guides) {
      sources.append(try guideSource(name, of: project, &complaints))
    }
    let (guides, others) = openGuides(sources, workers: coreCount, memory: memory)
    return (guides, complaints + others)
  }

  /// Opens the file of anchors of `project`; without one no anchor is known.
  func anchorLock(of project: Project) throws(CommandFailure) -> (AnchorLock, [Diagnostic]) {
    let file = project.anchorFile
    guard exists(file) else { return (AnchorLock(), []) }
    return openAnchorLock(try text(of: file), file: project.shown(file, in: self))
  }

  /// Reads the files of the guide in the folder `name`.
  private func guideSource(
    _ name: String,
    of project: Project,
    _ complaints: inout [Diagnostic]
  ) throws(CommandFailure) -> GuideSource {
    let folder = "\(project.guides)/\(name)"
    var pages: [GuideSource.Page] = []
    var files: [OutputFile] = []
    let paths = survey(folder).map(\.path).filter { $0 != "guide.yaml" }
    let contents = madeSideBySide("files", paths, workers: coreCount) { path in
      Result { () throws(CommandFailure) in try self.bytes(of: "\(folder)/\(path)") }
    }
    for (path, content) in zip(paths, contents) {
      if path.hasSuffix(".md") {
        let shown = project.shown("\(folder)/\(path)", in: self)
        let text = EditedText(try content.get())
        if let complaint = text.complaint(at: shown) { complaints.append(complaint) }
        pages.append(GuideSource.Page(name: path, text: text.text, path: shown))
      } else {
        files.append(OutputFile(path: path, bytes: try content.get()))
      }
    }
    return GuideSource(
      folder: name,
      yaml: try text(of: "\(folder)/guide.yaml"),
      path: project.shown("\(folder)/guide.yaml", in: self),
      pages: pages,
      files: files
    )
  }
}
