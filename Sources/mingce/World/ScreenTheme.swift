import Diagnostics
import Site

/// The part of a theme that only screens need, opened when it is first asked for: its templates take longer to read
/// than a certificate to print.
final class ScreenTheme {
  private let folder: String
  private let yaml: String
  private let file: String
  private var opened: Theme?

  /// Prepares to open the theme in `folder`, of which `yaml` was read from `file` and complained of before.
  init(folder: String, yaml: String, file: String) {
    self.folder = folder
    self.yaml = yaml
    self.file = file
  }

  /// Returns the theme.
  func theme(in world: World) throws(CommandFailure) -> Theme {
    if let opened { return opened }
    let source = ThemeSource(
      yaml: yaml,
      path: file,
      templates: try templates(in: world),
      files: try world.outputFiles(below: "\(folder)/static")
    )
    do throws(SiteFailure) {
      let theme = try openTheme(source).0
      opened = theme
      return theme
    } catch {
      throw .unfit([Diagnostic("theme", .error, error.description)])
    }
  }

  private func templates(in world: World) throws(CommandFailure) -> [ThemeSource.Template] {
    let (folder, ending) = ("\(folder)/templates", ".mustache")
    var templates: [ThemeSource.Template] = []
    for path in try world.filesBelow(folder) where path.hasSuffix(ending) {
      let text = try world.text(of: "\(folder)/\(path)")
      templates.append(ThemeSource.Template(name: String(path.dropLast(ending.count)), text: text))
    }
    return templates
  }
}
