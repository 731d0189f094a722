import Diagnostics
import Site
import Testing

@Suite struct SiteConfigurationTests {
  @Test func theSettingsAreRead() throws {
    let yaml = "title: 帮助\nsummary: 说明\nnote: 内部使用\nguides: [a, b]\n"
    let (site, diagnostics) = openSite(yaml, file: "site.yaml")
    #expect(diagnostics == [])
    #expect(site?.title == "帮助")
    #expect(site?.summary == "说明")
    #expect(site?.note == "内部使用")
    #expect(site?.language == "zh-CN")
    #expect(site?.guides.map(\.name) == ["a", "b"])
    #expect(site?.guides[1].location.description == "site.yaml:4:13")
  }

  @Test func aSiteWithoutTitleIsRefused() {
    let (site, diagnostics) = openSite("summary: 说明\n", file: "site.yaml")
    #expect(site == nil)
    #expect(diagnostics.map(\.code) == ["yaml.missingKey"])
  }

  @Test func anUnknownKeyIsNamedWithTheNearest() {
    let (site, diagnostics) = openSite("title: 帮助\nsumary: 说明\n", file: "site.yaml")
    #expect(site != nil)
    #expect(diagnostics.map(\.severity) == [.warning])
    #expect(diagnostics[0].description.contains("是否想写“summary”？"))
  }

  @Test func aGuideThatIsNoNameIsRefused() {
    let (site, diagnostics) = openSite("title: 帮助\nguides: [a, [b]]\n", file: "site.yaml")
    #expect(site?.guides.map(\.name) == ["a"])
    #expect(
      diagnostics.map(\.description) == [
        "site.yaml:2:13：错误：“guides”的值不合要求；现为“列表”；应为文件夹名 [yaml.value]"
      ]
    )
  }

  @Test func wordsOfTheSameMeaningComeInGroups() {
    let yaml = "title: 帮助\nsynonyms:\n  - [续签, 续订]\n  - [签]\n  - 停保\n  - [停, 减员]\n"
    let (site, diagnostics) = openSite(yaml, file: "site.yaml")
    #expect(site?.synonyms == [["续签", "续订"]])
    #expect(diagnostics.map(\.code) == ["yaml.value", "yaml.value", "yaml.value"])
    #expect(diagnostics[0].origin.description == "site.yaml:4:5")
  }
}
