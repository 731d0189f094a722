import Diagnostics
import Site
import TestSupport
import Testing

/// Of a file that cannot be read only that is told, and where: not that it lacks a title, nor that nobody lists the pages.
@Suite struct UnreadableFileTests {
  @Test(arguments: [
    ("title: \"没有合上\npages: [01-start.md]\n", "yaml.syntax"),
    ("一段话", "yaml.kind"), ("- 一\n- 二\n", "yaml.kind"),
  ])
  func aGuideIsToldOfOnce(yaml: String, code: String) {
    let page = GuideSource.Page(name: "01-start.md", text: "# 开始\n", path: "g/01-start.md")
    let source = GuideSource(folder: "g", yaml: yaml, path: "g/guide.yaml", pages: [page])
    let (guide, diagnostics) = openGuide(source)
    #expect(guide == nil && diagnostics.map(\.code) == [code], "\(diagnostics)")
  }

  @Test(arguments: [("title: [一", "yaml.syntax"), ("一段话", "yaml.kind")])
  func aSiteIsToldOfOnce(yaml: String, code: String) {
    let (site, diagnostics) = openSite(yaml, file: "site.yaml")
    #expect(site == nil && diagnostics.map(\.code) == [code], "\(diagnostics)")
  }

  @Test(arguments: [("name: {a", "yaml.syntax"), ("一段话", "yaml.kind")])
  func aThemeIsToldOfOnce(yaml: String, code: String) {
    let diagnostics = readThemeSettings(yaml, file: "theme.yaml").1
    #expect(diagnostics.map(\.code) == [code], "\(diagnostics)")
  }

  /// An empty file can be read, and says nothing.
  @Test func anEmptyGuideLacksItsTitle() {
    let source = GuideSource(folder: "g", yaml: "", path: "g/guide.yaml", pages: [])
    #expect(openGuide(source).1.map(\.code) == ["yaml.missingKey"])
  }
}
