import Diagnostics
import Digests
import Foundation
import Site
import TestSupport
import Testing
import YAML

@Suite struct ThemeTests {
  @Test(arguments: ["office", "gov"], ["light", "dark", "contrast"])
  func textCanBeReadOnItsGround(theme: String, look: String) throws {
    let colours = try [theme, "office"].map { name in
      readYAML(try Checkout.text("themes/\(name)/theme.yaml"), file: "theme.yaml").0?["colours"]?[
        look
      ]
    }
    func luminance(_ name: String) throws -> Double {
      let colour = colours.compactMap { $0?[name]?.text }.first
      return try relativeLuminance(#require(colour, "no colour \(name)"))
    }
    let tones = ["note", "tip", "important", "warning", "caution"]
    let pairs =
      ["text", "muted", "accent"].flatMap { text in
        ["ground", "surface"].map { (text, $0) }
      } + [("accent", "accent-ground"), ("text", "accent-ground"), ("on-accent", "accent")]
      + tones.flatMap {
        [($0, "\($0)-ground"), ("text", "\($0)-ground"), ("accent", "\($0)-ground")]
      }
    for (text, ground) in pairs {
      let (one, other) = (try luminance(text), try luminance(ground))
      let contrast = (max(one, other) + 0.05) / (min(one, other) + 0.05)
      #expect(contrast >= 4.5, "\(look): \(text) on \(ground) is \(contrast)")
    }
  }

  /// The outlines of drawings say what belongs together (WCAG 2.2, 1.4.11).
  @Test(arguments: ["light", "dark", "contrast"])
  func theLinesOfDrawingsCanBeSeen(look: String) throws {
    let (node, _) = readYAML(try Checkout.text("themes/office/theme.yaml"), file: "theme.yaml")
    let colours = try #require(node?["colours"]?[look])
    for line in ["edge", "accent", "muted"] {
      for ground in ["ground", "surface"] {
        let one = try relativeLuminance(#require(colours[line]?.text))
        let other = try relativeLuminance(#require(colours[ground]?.text))
        let contrast = (max(one, other) + 0.05) / (min(one, other) + 0.05)
        #expect(contrast >= 3, "\(look): \(line) on \(ground) is \(contrast)")
      }
    }
  }

  /// The relative luminance of `#rrggbb` (WCAG 2.2).
  private func relativeLuminance(_ colour: String) throws -> Double {
    let value = try #require(UInt32(colour.dropFirst(), radix: 16), "\(colour)")
    let parts = [value >> 16, value >> 8, value].map { part -> Double in
      let channel = Double(part & 255) / 255
      return channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]
  }

  @Test func everyLookSetsTheSameColours() throws {
    let (node, _) = readYAML(try Checkout.text("themes/office/theme.yaml"), file: "theme.yaml")
    let looks = ["light", "dark", "contrast"].map {
      node?["colours"]?[$0]?.entries?.map(\.key) ?? []
    }
    #expect(looks[0].count > 10)
    #expect(looks[0] == looks[1])
    #expect(looks[0] == looks[2])
  }

  @Test func everyTokenThatAStylesheetUsesIsSet() throws {
    let css = try stylesheet()
    let set = Set(css.matches(of: /(--[a-z-]+):/).map { String($0.1) })
    let used = Set(css.matches(of: /var\((--[a-z-]+)/).map { String($0.1) })
    #expect(used.count > 20)
    #expect(used.subtracting(set) == [])
  }

  @Test func nothingComesFromOutside() throws {
    let source = try Checkout.themeSource()
    let texts = source.templates.map(\.text) + [source.yaml] + [try stylesheet()]
    for text in texts {
      #expect(!text.contains("http://") && !text.contains("https://") && !text.contains("url("))
      #expect(!text.contains("@import"))
    }
  }

  @Test func theStylesheetSetsTheLooksOnce() throws {
    let css = try stylesheet()
    #expect(css.contains("@media (prefers-color-scheme: dark) { :root:not([data-look]) {"))
    #expect(css.contains("@media (prefers-contrast: more) { :root:not([data-look]) {"))
    #expect(css.contains("forced-colors: active"))
    #expect(css.contains("@media print"))
    #expect(css.utf8.count < 30_000)
  }

  @Test func theDocumentsRulesCarryTheTokensOfPaper() throws {
    let css = try officeTheme().documentCSS
    #expect(css.hasPrefix(":root { --font-sans:"))
    #expect(!css.contains("{{"))
  }

  @Test(arguments: ["office", "gov"])
  func theSheetIsTheSameWithoutThePortal(name: String) throws {
    let source = try Checkout.themeSource(name)
    let base = readThemeSettings(try Checkout.themeSource("office").yaml, file: "theme.yaml").0
    let over = name == "office" ? nil : base
    #expect(try documentCSS(of: source, over: over) == openTheme(source, over: over).0.documentCSS)
    var poor = source
    poor.templates.removeAll { $0.name == "document.css" }
    let error = #expect(throws: SiteFailure.self) { try documentCSS(of: poor, over: over) }
    #expect(error?.description.contains("document.css") == true)
  }

  @Test func thePaperIsHandedOn() throws {
    let theme = readThemeSettings(try Checkout.themeSource().yaml, file: "theme.yaml").0
    #expect(theme.paper?["styles"]?["body"]?["family"]?.text == "宋体")
    #expect(theme.guidePaper?["margins"]?.items?.count == 4)
  }

  @Test func aMissingTemplateIsNamed() throws {
    var source = try Checkout.themeSource()
    source.templates.removeAll { $0.name == "navigation" }
    let error = #expect(throws: SiteFailure.self) { try openTheme(source) }
    #expect(error == .templateMissing(name: "navigation", theme: "office"))
    #expect(error?.description.contains("navigation") == true)
  }

  @Test func aTemplateThatIsNotWellFormedIsNamed() throws {
    var source = try Checkout.themeSource()
    source.templates.removeAll { $0.name == "home" }
    source.templates.append(ThemeSource.Template(name: "home", text: "{{#guides}} open"))
    let error = #expect(throws: SiteFailure.self) { try openTheme(source) }
    guard case .templateUnreadable(let name, _, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(name == "home")
  }

  @Test(arguments: [
    "red; } body { display: none", "</style><script>", "url(https://example.cn/a.png)", "a\\62",
  ])
  func aTokenThatWouldBreakTheStylesheetIsRefused(value: String) throws {
    var source = try Checkout.themeSource()
    source.yaml = source.yaml.replacing("sans: '", with: "bad: '\(value)'\n  sans: '")
    let (theme, diagnostics) = try openTheme(source)
    #expect(diagnostics.map(\.code) == ["theme.token"])
    #expect(!theme.documentCSS.contains("--font-bad"))
  }

  @Test(arguments: ["fonts: 宋体\n", "sizes: [1]\n", "colours: {light: 3}\n", "colours: red\n"])
  func tokensThatAreNoTableAreNamed(yaml: String) throws {
    var source = try Checkout.themeSource()
    source.yaml = "name: office\n" + yaml
    let (_, diagnostics) = try openTheme(source)
    #expect(diagnostics.map(\.code) == ["yaml.kind"])
    #expect(diagnostics.first?.origin.description.hasPrefix("themes/office/theme.yaml:2:") == true)
  }

  @Test(arguments: [
    "head", "head-extra", "header", "before-content", "after-content", "footer", "foot",
    "navigation",
    "headings", "papers", "home", "guide", "page", "search",
    "missing",
    "document.css",
    "portal.css",
  ])
  func everyNeededTemplateIsAskedForWhenTheThemeIsOpened(name: String) throws {
    var source = try Checkout.themeSource()
    source.templates.removeAll { $0.name == name }
    let error = #expect(throws: SiteFailure.self) { try openTheme(source) }
    #expect(error == .templateMissing(name: name, theme: "office"))
  }

  @Test(arguments: [
    ("title: 办公", []), ("sizes: {a-z-0-9: 1em}", []),
    ("colors: {}", ["themes/office/theme.yaml:2:1 yaml.unknownKey"]),
    ("colours: {lite: {}}", ["themes/office/theme.yaml:2:11 yaml.unknownKey"]),
    ("fonts: {Sans: x}", ["themes/office/theme.yaml:2:15 theme.token"]),
    ("fonts: {a b: x}", ["themes/office/theme.yaml:2:14 theme.token"]),
    ("fonts: {a_b: x}", ["themes/office/theme.yaml:2:14 theme.token"]),
    ("sizes: {a: [1]}", ["themes/office/theme.yaml:2:12 theme.token"]),
    ("spaces: {a: '@import x'}", ["themes/office/theme.yaml:2:14 theme.token"]),
    ("fonts: {a: x, b: 'URL(x)'}", ["themes/office/theme.yaml:2:19 theme.token"]),
  ])
  func aMistakeInAThemeIsNamedAtItsPlace(line: String, expected: [String]) throws {
    var source = try Checkout.themeSource()
    source.yaml = "name: office\n\(line)\n"
    let (_, diagnostics) = try openTheme(source)
    #expect(diagnostics.map { "\($0.origin) \($0.code)" } == expected)
  }

  @Test func aThemeWithoutNameIsNamed() throws {
    var source = try Checkout.themeSource()
    source.yaml = "title: 办公\n"
    #expect(try openTheme(source).1.map(\.code) == ["yaml.missingKey"])
    let (theme, diagnostics) = readThemeSettings(source.yaml, file: source.path)
    #expect(theme.name == "")
    #expect(theme.paper == nil)
    #expect(theme.guidePaper == nil)
    #expect(diagnostics.map(\.code) == ["yaml.missingKey"])
  }

  @Test func tokensAreNamedByTheirGroup() throws {
    var source = try Checkout.themeSource()
    source.yaml = """
      name: office
      fonts: {sans: A}
      sizes: {text-2: 1rem}
      spaces: {gap: 2px}
      colours: {light: {text: '#111'}, dark: {text: '#eee'}, contrast: {text: '#ff0'}}

      """
    let (theme, diagnostics) = try openTheme(source)
    #expect(diagnostics == [])
    let measures = "--font-sans: A; --size-text-2: 1rem; --space-gap: 2px;"
    #expect(theme.documentCSS.hasPrefix(":root { \(measures) --colour-text: #111; }\n"))
    let css = try buildPortal(sampleSite, guides: [], documents: [], theme: theme).files
      .text("assets/portal.css")
    #expect(css.contains(":root { \(measures) color-scheme: light; --colour-text: #111; }"))
    #expect(css.contains(":root[data-look=\"dark\"] { color-scheme: dark; --colour-text: #eee; }"))
    #expect(
      css.contains(":root[data-look=\"contrast\"] { color-scheme: dark; --colour-text: #ff0; }")
    )
  }

  /// Browsers take the hash of what they have read, in which every line ends alike.
  @Test(arguments: ["\n", "\r\n", "\r"])
  func theStylesOfTheMissingPageAreThoseThatItsPolicyAllows(lineEnd: String) throws {
    var source = try Checkout.themeSource()
    let index = try #require(source.templates.firstIndex { $0.name == "portal.css" })
    source.templates[index].text = source.templates[index].text.replacing("\n", with: lineEnd)
    let theme = try openTheme(source).0
    let files = try buildPortal(sampleSite, guides: [], documents: [], theme: theme).files
    let html = try files.text("404.html")
    let styles = try #require(html.firstMatch(of: /<style>((?s:.*?))<\/style>/)).1
    let read = styles.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
    #expect(read.count > 1000)
    #expect(html.contains("'sha256-\(Digest(of: Array(read.utf8)).base64)'"))
  }

  /// The portal's stylesheet.
  private func stylesheet() throws -> String {
    let portal = try buildPortal(sampleSite, guides: [], documents: [], theme: officeTheme())
    return try portal.files.text("assets/portal.css")
  }
}
