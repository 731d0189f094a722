public import Diagnostics
public import YAML

/// What `theme.yaml` says; that is all that paper needs of a theme.
public struct ThemeSettings: Sendable {
  /// The theme's name.
  public let name: String
  /// The theme on which it builds: what it does not say or have is taken from there.
  public let base: String?
  /// The paper that forms start from: the keys of a form's paper settings.
  public private(set) var paper: YAMLNode?
  /// The named looks that forms may depart from instead.
  public private(set) var looks: YAMLNode?
  /// The paper of guides, where it differs from `paper`.
  public private(set) var guidePaper: YAMLNode?
  /// The values that templates are given where `site.yaml` has none of its own, by name.
  private(set) var values: [String: String]
  /// The tokens of the screen.
  private(set) var tokens: ThemeTokens

  /// Whether the theme says itself how forms look; paper and looks belong together, as a saved roster keeps one text.
  public var hasPaper: Bool { paper != nil || looks != nil }

  /// Returns the settings with everything that they leave unsaid taken from `base`.
  public func over(_ base: ThemeSettings) -> ThemeSettings {
    var settings = self
    if !hasPaper { (settings.paper, settings.looks) = (base.paper, base.looks) }
    settings.guidePaper = guidePaper ?? base.guidePaper
    settings.values = base.values.merging(values) { $1 }
    settings.tokens = tokens.over(base.tokens)
    return settings
  }
}

/// Reads `theme.yaml`, which operators know as `file`.
public func readThemeSettings(_ yaml: String, file: String) -> (ThemeSettings, [Diagnostic]) {
  var mapping = YAMLMapping(yaml, file: file)
  let name = mapping.requiredText("name") ?? ""
  // The title is for people who choose among themes; nothing prints it yet.
  _ = mapping.text("title")
  let (values, refused) = textValues(of: mapping.node("values"))
  let tokens = ThemeTokens(from: &mapping)
  let settings = ThemeSettings(
    name: name,
    base: mapping.text("base"),
    paper: mapping.node("paper"),
    looks: mapping.node("looks"),
    guidePaper: mapping.node("guide"),
    values: values.mapValues(\.text),
    tokens: tokens
  )
  return (settings, refused + tokens.diagnostics + mapping.close())
}

/// Returns the entries of a table of texts, by their keys, and a complaint for each that is no text.
func textValues(
  of node: YAMLNode?
) -> (values: [String: (text: String, location: SourceLocation)], diagnostics: [Diagnostic]) {
  guard let node else { return ([:], []) }
  var table = YAMLMapping(node)
  var values: [String: (text: String, location: SourceLocation)] = [:]
  for entry in table.allEntries() {
    // An empty value is how a theme says that there is none.
    let text = entry.value.content == .null ? "" : entry.value.text
    if let text {
      values[entry.key] = (text, entry.value.location)
    } else {
      let _: Never? = table.refuse(entry.key, entry.value, expected: "一段文字")
    }
  }
  return (values, table.close())
}
