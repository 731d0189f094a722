public import Diagnostics

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
  /// The values that templates are given where `site.yaml` has none of its own, by name.
  let values: [String: String]
  /// The templates of its pages.
  let templates: Templates

  /// Creates a theme from its parts.
  fileprivate init(_ settings: ThemeSettings, _ source: ThemeSource) throws(SiteFailure) {
    name = settings.name
    values = settings.values
    files = source.files.sorted { $0.path < $1.path }
    templates = try Templates(source.templates, needed: Theme.portalTemplates, theme: name)
    documentCSS = try Theme.documentCSS(settings, templates)
    portalCSS = try templates.text(
      "portal.css",
      with: [
        "tokens": .markup(settings.tokens.portalRules),
        "printTokens": .markup(settings.tokens.printDeclarations),
      ]
    )
  }

  /// Returns the rules for the screen around a document's sheet.
  fileprivate static func documentCSS(
    _ settings: ThemeSettings,
    _ templates: Templates
  ) throws(SiteFailure) -> String {
    try templates.text(
      documentSheet,
      with: ["tokens": .markup(settings.tokens.documentRules)]
    )
  }

  /// The template of the rules around a document's sheet.
  fileprivate static let documentSheet = "document.css"
  /// The templates that every portal needs.
  private static let portalTemplates = [
    "head", "head-extra", "header", "navigation", "entry", "chapter", "before-content", "headings",
    "papers",
    "after-content", "footer", "foot", "home", "guide", "page", "forms", "search", "missing",
    "moved",
  ]
}

/// Opens a theme.
///
/// `base` is what the theme it builds on says. Throws when a template is missing or not well formed, for then no page
/// can be made; everything else is a diagnostic.
public func openTheme(
  _ source: ThemeSource,
  over base: ThemeSettings? = nil
) throws(SiteFailure) -> (Theme, [Diagnostic]) {
  let (own, diagnostics) = readThemeSettings(source.yaml, file: source.path)
  return (try Theme(base.map { own.over($0) } ?? own, source), diagnostics)
}

/// Returns what a theme says of the screen around a document's sheet, as `Theme.documentCSS` does.
///
/// Reading the portal's templates takes longer than printing a roster of some hundred rows.
public func documentCSS(
  of source: ThemeSource,
  over base: ThemeSettings? = nil
) throws(SiteFailure) -> String {
  let own = readThemeSettings(source.yaml, file: source.path).0
  let settings = base.map { own.over($0) } ?? own
  let templates = try Templates(
    source.templates.filter { $0.name == Theme.documentSheet },
    needed: [Theme.documentSheet],
    theme: settings.name
  )
  return try Theme.documentCSS(settings, templates)
}
