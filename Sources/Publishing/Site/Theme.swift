public import Diagnostics
import Mustache
public import YAML

/// The files of a theme as they were found.
public struct ThemeSource: Sendable {
  /// A template of a theme.
  public struct Template: Sendable, Hashable {
    /// The file's name without `.mustache`, such as `page`.
    public var name: String
    /// The content.
    public var text: String

    /// Creates a template.
    public init(name: String, text: String) {
      self.name = name
      self.text = text
    }
  }

  /// The content of `theme.yaml`.
  public var yaml: String
  /// The path of `theme.yaml` as the operator knows it.
  public var path: String
  /// The files of `templates`.
  public var templates: [Template]
  /// The files of `static`, by their path below it.
  public var files: [OutputFile]

  /// Creates a source.
  public init(yaml: String, path: String, templates: [Template], files: [OutputFile]) {
    self.yaml = yaml
    self.path = path
    self.templates = templates
    self.files = files
  }
}

/// What `theme.yaml` says; that is all that paper needs of a theme.
public struct ThemeSettings: Sendable {
  /// The theme's name.
  public let name: String
  /// The paper that forms start from: the keys of a form's paper settings.
  public let paper: YAMLNode?
  /// The named looks that forms may depart from instead.
  public let looks: YAMLNode?
  /// The paper of guides, where it differs from `paper`.
  public let guidePaper: YAMLNode?
  /// The tokens of the screen.
  let tokens: ThemeTokens
}

/// How the portal and the documents' pages look on the screen.
public struct Theme: Sendable {
  /// The theme's name.
  public let name: String
  /// The rules for the screen around a document's sheet, to be joined with the document's own.
  public let documentCSS: String
  /// The portal's stylesheet.
  let portalCSS: String
  /// The files that pages use, by their path below `assets`.
  let files: [OutputFile]
  private let templates: MustacheLibrary

  /// Creates a theme from its parts.
  fileprivate init(_ settings: ThemeSettings, _ source: ThemeSource) throws(SiteFailure) {
    name = settings.name
    files = source.files.sorted { $0.path < $1.path }
    templates = try Theme.library(of: source.templates, theme: name)
    documentCSS = try Theme.render(
      "document.css",
      of: templates,
      with: ["tokens": .markup(settings.tokens.documentRules)],
      theme: name
    )
    portalCSS = try Theme.render(
      "portal.css",
      of: templates,
      with: [
        "tokens": .markup(settings.tokens.portalRules),
        "printTokens": .markup(settings.tokens.printDeclarations),
      ],
      theme: name
    )
  }

  /// Returns the page that the template `name` makes of `values`.
  func render(_ name: String, with values: PageValues) throws(SiteFailure) -> String {
    try Theme.render(name, of: templates, with: values, theme: self.name)
  }

  private static func render(
    _ name: String,
    of templates: MustacheLibrary,
    with values: PageValues,
    theme: String
  ) throws(SiteFailure) -> String {
    guard let text = templates.render(values.forTemplate, withTemplate: name) else {
      throw .templateMissing(name: name, theme: theme)
    }
    return text
  }

  /// Reads all templates, and makes sure that those every portal needs are there.
  private static func library(
    of sources: [ThemeSource.Template],
    theme: String
  ) throws(SiteFailure) -> MustacheLibrary {
    var templates = MustacheLibrary()
    for source in sources {
      do {
        // Values arrive escaped, scalar by scalar: the library's own escaping goes by grapheme, and overlooks a
        // quotation mark that carries a combining mark.
        try templates.register("{{% CONTENT_TYPE:TEXT}}\n" + source.text, named: source.name)
      } catch {
        throw .templateUnreadable(name: source.name, theme: theme, reason: "\(error)")
      }
    }
    let needed = [
      "head", "foot", "navigation", "headings", "papers", "home", "guide", "page", "search",
      "missing",
    ]
    for name in needed where templates.getTemplate(named: name) == nil {
      throw .templateMissing(name: name, theme: theme)
    }
    return templates
  }
}

/// Opens a theme.
///
/// Throws when a template is missing or not well formed, for then no page can be made; everything else is a diagnostic.
public func openTheme(_ source: ThemeSource) throws(SiteFailure) -> (Theme, [Diagnostic]) {
  let (settings, diagnostics) = readThemeSettings(source.yaml, file: source.path)
  return (try Theme(settings, source), diagnostics)
}

/// Reads `theme.yaml`, which operators know as `file`.
public func readThemeSettings(_ yaml: String, file: String) -> (ThemeSettings, [Diagnostic]) {
  let (node, complaints) = readYAML(yaml, file: file)
  let top = SourceLocation(file: file, line: 1, column: 1)
  var mapping = YAMLMapping(node ?? YAMLNode(.null, at: top))
  let name = mapping.requiredText("name") ?? ""
  // The title is for people who choose among themes; nothing prints it yet.
  _ = mapping.text("title")
  let tokens = ThemeTokens(from: &mapping)
  let settings = ThemeSettings(
    name: name,
    paper: mapping.node("paper"),
    looks: mapping.node("looks"),
    guidePaper: mapping.node("guide"),
    tokens: tokens
  )
  return (settings, complaints + tokens.diagnostics + mapping.close())
}
