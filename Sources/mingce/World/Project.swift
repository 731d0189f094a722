import Diagnostics
import Site

/// The folders that a command works with: the operator's project where there is one, otherwise the installed content.
struct Project {
  /// The folder that holds `content`, `themes` and `fonts`.
  let folder: String

  /// Finds the project at `folder`, or around the current folder, or falls back to the installed content.
  init(at folder: String?, in world: World) throws(CommandFailure) {
    guard let folder else {
      let here = world.enclosingProject(of: world.currentFolder)
      if let here { self.folder = here } else { self.folder = try world.home() }
      return
    }
    guard world.enclosingProject(of: folder) != nil else {
      throw .inputMissing(
        path: folder,
        reason: "这里没有 content 和 fonts/fonts.yaml，不是名册项目；可用 mingce new 新建一个"
      )
    }
    self.folder = folder
  }

  var forms: String { "\(folder)/content/forms" }
  func rules(_ name: String) -> String { "\(folder)/content/rules/\(name)" }
  var guides: String { "\(folder)/content/guides" }
  var anchorFile: String { "\(guides)/anchors.lock" }
  var samples: String { "\(folder)/content/samples" }
  /// The record file that the form `name` brings along, where it needs one of its own.
  func ownSample(of form: String) -> String { "\(forms)/\(form)/sample.json" }
  var packages: String { "\(folder)/content/packages.yaml" }
  var ledgerRules: String { "\(folder)/content/ledger.yaml" }
  var archiveRules: String { "\(folder)/content/archive.yaml" }
  var siteFile: String { "\(folder)/content/site.yaml" }
  var fontsFile: String { "\(folder)/fonts/fonts.yaml" }
  var localFonts: String { "\(folder)/fonts/local" }

  /// The folders of the theme `name`, the project's own before the installed one; a file in the first hides its namesake
  /// in the second.
  func themeFolders(_ name: String, in world: World) -> [String] {
    var homes = [folder]
    if let home = world.homeIfAny, home != folder { homes.append(home) }
    return homes.map { "\($0)/themes/\(name)" }.filter { world.isFolder($0) }
  }

  /// The name of the theme that `site.yaml` names, or of the house's own.
  func themeName(in world: World) throws(CommandFailure) -> String {
    guard world.exists(siteFile) else { return "office" }
    // Whatever else is wrong with the file is told when the portal is built.
    return openSite(try world.text(of: siteFile), file: siteFile).0?.theme ?? "office"
  }

  /// The names of all themes that the project can use.
  func themeNames(in world: World) -> [String] {
    let homes = [folder, world.homeIfAny].compactMap { $0 }
    return homes.flatMap { world.folderNames(in: "\($0)/themes") }
  }

  /// Returns `path` as the operator would write it from the current folder.
  func shown(_ path: String, in world: World) -> String {
    let here = world.currentFolder + "/"
    return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
  }
}
