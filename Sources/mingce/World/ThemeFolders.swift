import Diagnostics
import Site

/// The folders that a theme's files are looked for in, the nearest first.
///
/// A file of the project hides its namesake of the installed theme, and a file of the theme that of its base.
struct ThemeFolders {
  /// What `theme.yaml` says, with all that it leaves unsaid taken from its bases.
  let settings: ThemeSettings
  /// What the theme's bases say together; nothing when it has none.
  let base: ThemeSettings?
  /// The content of the nearest `theme.yaml` and its path as the operator knows it.
  let yaml: (text: String, file: String)
  /// The content of the `theme.yaml` that says how forms look.
  let paperYAML: String
  /// What was wrong with the settings.
  let diagnostics: [Diagnostic]
  private let folders: [String]

  /// Finds the theme `name` of `project`; `seen` are the themes that build on it.
  init(
    _ name: String,
    of project: Project,
    in world: World,
    seen: [String] = []
  ) throws(CommandFailure) {
    let own = project.themeFolders(name, in: world)
    guard let nearest = own.first(where: { world.exists("\($0)/theme.yaml") }) else {
      let near: Message? = closestName(to: name, in: project.themeNames(in: world)).map {
        "，是否要写“\($0)”"
      }
      throw .inputMissing(
        path: "\(project.folder)/themes/\(name)/theme.yaml",
        reason: "没有名为“\(name)”的主题\(near ?? "")"
      )
    }
    let file = "\(nearest)/theme.yaml"
    yaml = (try world.text(of: file), project.shown(file, in: world))
    let (settings, complaints) = readThemeSettings(yaml.text, file: yaml.file)
    guard let baseName = settings.base else {
      (self.settings, base, diagnostics, folders) = (settings, nil, complaints, own)
      paperYAML = yaml.text
      return
    }
    guard !(seen + [name]).contains(baseName) else {
      throw .unfit([Diagnostic("theme.base", .error, "主题“\(name)”绕回了自己", advice: "请改正“base”")])
    }
    let below = try ThemeFolders(baseName, of: project, in: world, seen: seen + [name])
    self.settings = settings.over(below.settings)
    base = below.settings
    diagnostics = below.diagnostics + complaints
    folders = own + below.folders
    paperYAML = settings.hasPaper ? yaml.text : below.paperYAML
  }

  /// Returns the nearest file for each path below the subfolder `part`, in the order of the paths.
  func files(below part: String, in world: World) throws(CommandFailure) -> [OutputFile] {
    var found: [String: OutputFile] = [:]
    for folder in folders.reversed() {
      for file in try world.outputFiles(below: "\(folder)/\(part)") { found[file.path] = file }
    }
    return found.values.sorted { $0.path < $1.path }
  }
}
