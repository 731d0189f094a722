import Diagnostics
import YAML

/// The constants of a theme's screen as custom properties of its stylesheets.
struct ThemeTokens {
  /// The sets of colours.
  enum Look: String, CaseIterable {
    case light
    case dark
    case contrast
  }

  /// A custom property.
  struct Property: Hashable {
    var name: String
    var value: String
  }

  /// Fonts, sizes and spaces.
  private(set) var measures: [Property] = []
  /// The colours of each look.
  private(set) var colours: [Look: [Property]] = [:]
  /// What was wrong with the tokens.
  private(set) var diagnostics: [Diagnostic] = []

  /// Takes the tokens out of `mapping`.
  init(from mapping: inout YAMLMapping) {
    for (key, prefix) in [("fonts", "font"), ("sizes", "size"), ("spaces", "space")] {
      measures += properties(of: mapping.node(key), prefix: prefix)
    }
    guard var looks = mapping.mapping("colours") else { return }
    for look in Look.allCases {
      colours[look] = properties(of: looks.node(look.rawValue), prefix: "colour")
    }
    diagnostics += looks.close()
  }

  private mutating func properties(of node: YAMLNode?, prefix: String) -> [Property] {
    guard let node else { return [] }
    var table = YAMLMapping(node)
    let entries = table.allEntries()
    diagnostics += table.close()
    return entries.compactMap { entry in
      guard let value = entry.value.text, isHarmless(value), isName(entry.key) else {
        var refusal = Diagnostic(
          "theme.token",
          at: .source(entry.value.location),
          "设计常数“\(entry.key)”的值不能用在样式表里",
          expected: "单个 CSS 值，不含 { } ; < > \\ 和网址"
        )
        refusal.observation = entry.value.observation
        diagnostics.append(refusal)
        return nil
      }
      return Property(name: "--\(prefix)-\(entry.key)", value: value)
    }
  }

  private func isName(_ key: String) -> Bool {
    key.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
  }

  /// Whether a value can end neither its declaration nor the stylesheet, and fetches nothing.
  private func isHarmless(_ value: String) -> Bool {
    let hasMark = value.unicodeScalars.contains { "{};<>\\@\n\r".unicodeScalars.contains($0) }
    return !hasMark && !value.lowercased().contains("url(")
  }
}

extension ThemeTokens {
  /// Returns the tokens with those that they do not set taken from `base`.
  func over(_ base: ThemeTokens) -> ThemeTokens {
    var tokens = self
    tokens.measures = ThemeTokens.merged(measures, over: base.measures)
    for look in Look.allCases {
      tokens.colours[look] = ThemeTokens.merged(colours[look] ?? [], over: base.colours[look] ?? [])
    }
    return tokens
  }

  /// Returns the properties of `base` in their order, replaced by those of `own`, whose others follow.
  private static func merged(_ own: [Property], over base: [Property]) -> [Property] {
    let replaced = base.map { property in own.first { $0.name == property.name } ?? property }
    return replaced + own.filter { property in !base.contains { $0.name == property.name } }
  }

  /// The rules that set every token, for the look the reader's system or the reader prefers.
  var portalRules: String {
    let light = declarations(measures) + " color-scheme: light; " + declarations(colours[.light])
    let dark = "color-scheme: dark; " + declarations(colours[.dark])
    let contrast = "color-scheme: dark; " + declarations(colours[.contrast])
    return """
      :root { \(light) }
      @media (prefers-color-scheme: dark) { :root:not([data-look]) { \(dark) } }
      @media (prefers-contrast: more) { :root:not([data-look]) { \(contrast) } }
      :root[data-look="dark"] { \(dark) }
      :root[data-look="contrast"] { \(contrast) }

      """
  }

  /// The rule that sets the tokens of white paper.
  var documentRules: String {
    ":root { \(declarations(measures)) \(declarations(colours[.light])) }\n"
  }

  /// The declarations of white paper alone, to print a page whatever its look.
  var printDeclarations: String {
    "color-scheme: light; " + declarations(colours[.light])
  }

  private func declarations(_ properties: [Property]?) -> String {
    (properties ?? []).map { "\($0.name): \($0.value);" }.joined(separator: " ")
  }
}
