import Diagnostics
import Site

/// The part of a theme that only screens need, opened when it is first asked for: its templates take longer to read
/// than a certificate to print.
final class ScreenTheme {
  private let folders: ThemeFolders
  private var opened: Theme?
  private var documentRules: String?

  /// Prepares to open the theme in `folders`, whose settings were complained of before.
  init(_ folders: ThemeFolders) {
    self.folders = folders
  }

  /// Returns the theme.
  func theme(in world: World) throws(CommandFailure) -> Theme {
    if let opened { return opened }
    var source = try source(in: world)
    source.files = try folders.files(below: "static", in: world)
    do throws(SiteFailure) {
      let theme = try openTheme(source, over: folders.base).0
      opened = theme
      return theme
    } catch {
      throw .unfit([Diagnostic("theme", .error, "\(error)")])
    }
  }

  /// Returns the rules around a document's sheet.
  func documentCSS(in world: World) throws(CommandFailure) -> String {
    if let known = opened?.documentCSS ?? documentRules { return known }
    let source = try source(in: world)
    do throws(SiteFailure) {
      let rules = try Site.documentCSS(of: source, over: folders.base)
      documentRules = rules
      return rules
    } catch {
      throw .unfit([Diagnostic("theme", .error, "\(error)")])
    }
  }

  /// The theme without its files.
  private func source(in world: World) throws(CommandFailure) -> ThemeSource {
    ThemeSource(
      yaml: folders.yaml.text,
      path: folders.yaml.file,
      templates: try templates(in: world),
      files: []
    )
  }

  private func templates(in world: World) throws(CommandFailure) -> [ThemeSource.Template] {
    let ending = ".mustache"
    return try folders.files(below: "templates", in: world).filter { $0.path.hasSuffix(ending) }.map
    {
      ThemeSource.Template(
        name: String($0.path.dropLast(ending.count)),
        text: String(decoding: $0.bytes, as: UTF8.self)
      )
    }
  }
}
