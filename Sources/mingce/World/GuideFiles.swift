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
      Result { () throws(CommandFailure) in try self.guideFile(path, in: folder) }
    }
    let place = project.shown("\(folder)/", in: self)
    for (path, content) in zip(paths, contents) {
      switch try content.get() {
      case .page(let text):
        let shown = place + path
        if let complaint = text.complaint(at: shown) { complaints.append(complaint) }
        pages.append(GuideSource.Page(name: path, text: text.text, path: shown))
      case .other(let bytes): files.append(OutputFile(path: path, bytes: bytes))
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

  /// Reads the file at `path` below the folder of a guide.
  private func guideFile(
    _ path: String,
    in folder: String
  ) throws(CommandFailure) -> GuideFile {
    let bytes = try bytes(of: "\(folder)/\(path)")
    return path.hasSuffix(".md") ? .page(EditedText(bytes)) : .other(bytes)
  }
}

/// A file of a guide, as it was read.
private enum GuideFile {
  case page(EditedText)
  /// A picture, or something else that pages show or link to.
  case other([UInt8])
}
