import Diagnostics
import Site
import Testing
import YAML

/// What the house's theme says.
private func office() throws -> ThemeSettings {
  readThemeSettings(try Checkout.text("themes/office/theme.yaml"), file: "office").0
}

/// The portal in the theme 政务.
private func governmentPortal(_ values: [String: String] = [:]) throws -> (
  files: [OutputFile], diagnostics: [Diagnostic]
) {
  let (theme, diagnostics) = try openTheme(Checkout.themeSource("gov"), over: office())
  #expect(diagnostics == [])
  var site = SiteConfiguration(
    title: "帮助中心",
    summary: "指南。",
    address: "https://www.example.gov.cn/yg/"
  )
  let place = SourceLocation(file: "site.yaml", line: 3, column: 1)
  site.values = values.mapValues { SiteValue($0, at: place) }
  return try buildPortal(site, guides: [sampleGuide()], documents: [], theme: theme)
}

@Suite struct BasedThemeTests {
  @Test func aThemeTakesWhatItDoesNotSayFromItsBase() throws {
    let yaml = "name: x\nbase: office\ncolours: {light: {accent: '#a00', own: '#111'}}\n"
    let (own, diagnostics) = readThemeSettings(yaml, file: "theme.yaml")
    #expect(diagnostics == [])
    #expect(own.base == "office")
    #expect(!own.hasPaper)
    let settings = own.over(try office())
    #expect(settings.name == "x")
    #expect(settings.paper?["styles"]?["body"]?["family"]?.text == "宋体")
    #expect(settings.guidePaper != nil)
    let (theme, _) = try openTheme(
      ThemeSource(yaml: yaml, path: "", templates: Checkout.themeSource().templates, files: []),
      over: office()
    )
    #expect(theme.documentCSS.contains("--colour-accent: #a00;"))
    #expect(theme.documentCSS.contains("--colour-text: #1b2230;"))
    #expect(theme.documentCSS.contains("--colour-own: #111;"))
    #expect(theme.documentCSS.contains("--size-base: 106.25%;"))
  }

  @Test func paperAndLooksAreTakenTogether() throws {
    let (own, _) = readThemeSettings("name: x\npaper: {paper: A3}\n", file: "theme.yaml")
    let settings = own.over(try office())
    #expect(settings.paper?["paper"]?.text == "A3")
    #expect(settings.looks == nil)
  }

  @Test func thePagesOfAGovernmentSiteSayWhatTheyAre() throws {
    let files = try governmentPortal(["siteCode": "2201000000", "icp": "吉ICP备1号"]).files
    let page = try files.text("guides/sample/02-new.html")
    for (name, content) in [
      ("SiteName", "帮助中心"), ("SiteDomain", "www.example.gov.cn"), ("SiteIDCode", "2201000000"),
      ("ArticleTitle", "新签备案"), ("PubDate", "2026-11-20"), ("ContentSource", "帮助中心"),
    ] {
      #expect(page.contains("<meta name=\"\(name)\" content=\"\(content)\">"), "\(name)")
    }
    let home = try files.text("index.html")
    #expect(home.contains("<meta name=\"ColumnName\" content=\"帮助中心\">"))
    #expect(home.contains("<meta name=\"ColumnType\" content=\"办事指南\">"))
    #expect(home.contains("<span>网站标识码：2201000000</span><span>吉ICP备1号</span>"))
    #expect(!home.contains("主办"))
  }

  @Test func aValueThatTheThemeDoesNotUseIsNamed() throws {
    let diagnostics = try governmentPortal(["sitecode": "1"]).diagnostics
    #expect(
      diagnostics.map(\.description)
        == ["site.yaml:3:1：警告：主题“gov”不用“sitecode”这个值；是否想写“siteCode”？ [site.unknownValue]"]
    )
  }

  @Test func valuesStayText() throws {
    let page = try governmentPortal(["icp": "<b>\"{{title}}"]).files.text("index.html")
    #expect(page.contains("<span>&lt;b&gt;&quot;{{title}}</span>"))
  }

  @Test func theSiteNamesItsThemeAndValues() {
    let yaml = "title: 帮助\ntheme: gov\nvalues:\n  icp: 甲\n  police:\n  bad: [1]\n"
    let (site, diagnostics) = openSite(yaml, file: "site.yaml")
    #expect(site?.theme == "gov")
    #expect(site?.values.mapValues(\.text) == ["icp": "甲", "police": ""])
    #expect(
      diagnostics.map(\.description) == ["site.yaml:6:8：错误：“bad”的值不合要求；现为“列表”；应为一段文字 [yaml.value]"]
    )
  }
}
