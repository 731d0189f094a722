import Calendar
import Diagnostics
import Site
import TestSupport
import Testing

/// Opens the small guide with other settings.
private func opened(_ yaml: String, pages: [String: String] = [:]) -> (Guide?, [String]) {
  let (guide, diagnostics) = openGuide(sampleSource(yaml: yaml, pages: pages))
  return (guide, diagnostics.map(\.description))
}

@Suite struct GuideOpeningTests {
  @Test func anAnchorCanBeWrittenBehindAHeading() throws {
    let text = "# 新签 {#new}\n\n## 填写**说明** {#填写要求}\n\n## 花括号 {#不 行}\n\n## {#a}\n"
    let page = try sampleGuide(pages: [
      "01-start.md": "# 一\n\n见[](02-new.md#填写要求)。\n", "02-new.md": text,
    ])
    .pages[1]
    #expect(page.title == "新签")
    #expect(page.headings.map(\.id) == ["填写要求", "花括号-不-行", "a"])
    #expect(page.headings.map(\.title) == ["填写说明", "花括号 {#不 行}", ""])
  }

  @Test func aGuideKnowsItsSettingsAndItsPagesInTheirOrder() throws {
    let guide = try sampleGuide()
    #expect(guide.id == "sample")
    #expect(guide.title == "用工备案操作指南")
    #expect(guide.short == "用工备案")
    #expect(guide.region == "吉林")
    #expect(guide.updated?.description == "2026-11-20")
    #expect(guide.pages.map(\.slug) == ["01-start", "02-new", "03-faq"])
    #expect(guide.pages.map(\.title) == ["业务流程", "新签备案", "常见问题"])
    #expect(guide.pages.map(\.number) == ["1", "2", "3"])
    #expect(guide.printPath == "guides/sample/sample.pdf")
  }

  @Test func headingsAreNumberedInDigits() throws {
    let headings = try sampleGuide().pages[1].headings
    #expect(headings.map(\.number) == ["2.1", "2.1.1", "2.2"])
    #expect(headings.map(\.title) == ["办理步骤", "细节", "填写要求"])
    #expect(headings.map(\.level) == [2, 3, 2])
  }

  @Test func headingsAreNumberedAsOfficialDocumentsDo() throws {
    let yaml = sampleYAML.replacing("numbering: decimal", with: "numbering: 一")
    let guide = try #require(opened(yaml).0)
    #expect(guide.pages.map(\.number) == ["一", "二", "三"])
    #expect(guide.pages[1].headings.map(\.number) == ["（一）", "1.", "（二）"])
  }

  @Test func tensAreNumberedInChinese() throws {
    let names = (1...21).map { "p\($0).md" }
    let yaml = "title: 长\nnumbering: chinese\npages:\n" + names.map { "  - \($0)\n" }.joined()
    let pages = names.map { GuideSource.Page(name: $0, text: "# 页\n", path: $0) }
    let source = GuideSource(folder: "long", yaml: yaml, path: "guide.yaml", pages: pages)
    let numbers = try #require(openGuide(source).0).pages.map(\.number)
    #expect(numbers[9] == "十")
    #expect(numbers[10] == "十一")
    #expect(numbers[19] == "二十")
    #expect(numbers[20] == "二十一")
  }

  @Test func aListedPageWithoutFileIsNamedWithTheNearest() {
    let yaml = sampleYAML.replacing("02-new.md", with: "02-news.md")
    let (guide, complaints) = opened(yaml)
    #expect(guide?.pages.count == 2)
    #expect(
      complaints == [
        "guides/sample/guide.yaml:12:5：错误：指南列出的页面“02-news.md”不存在；是否想写“02-new.md”？ [guide.missingPage]",
        "guides/sample/02-new.md:1:1：警告：这个页面没有列入 guide.yaml，不会出现在指南里；请把“02-new.md”加到“pages”，或者删去文件 [guide.orphanPage]",
      ]
    )
  }

  @Test func aPageListedTwiceStandsOnce() {
    let (guide, complaints) = opened(sampleYAML + "  - 01-start.md\n")
    #expect(guide?.pages.count == 3)
    #expect(complaints.map { $0.hasSuffix("[guide.repeatedPage]") } == [true])
    #expect(complaints[0].hasPrefix("guides/sample/guide.yaml:14:5"))
  }

  @Test func aPageWithoutTitleIsCalledByItsFile() {
    let (guide, complaints) = opened(sampleYAML, pages: ["02-new.md": "只有文字。\n"])
    #expect(guide?.pages[1].title == "02-new")
    #expect(complaints.count == 1)
    #expect(complaints[0].hasPrefix("guides/sample/02-new.md:1:1：错误：页面应当以标题开头"))
  }

  @Test func aLaterTopHeadingCountsAsASection() {
    let (guide, _) = opened(sampleYAML, pages: ["02-new.md": "# 一\n\n# 二\n\n## 三\n\n#### 四\n"])
    #expect(guide?.pages[1].headings.map(\.level) == [2, 2, 4])
    #expect(guide?.pages[1].headings.map(\.number) == ["2.1", "2.2", ""])
  }

  @Test(arguments: [
    ("updated: 2026-11-20", "updated: 2026-02-30", "YYYY-MM-DD 格式的日期"),
    ("numbering: decimal", "numbering: roman", "decimal、chinese、1、一 之一"),
    ("region: 吉林", "regoin: 吉林", "是否想写“region”？"),
    ("title: 用工备案操作指南", "", "缺少必填的键“title”"),
  ])
  func settingsThatCannotBeUsedAreNamed(good: String, bad: String, complaint: String) {
    let (_, complaints) = opened(sampleYAML.replacing(good, with: bad))
    #expect(complaints.count == 1)
    #expect(complaints.first?.contains(complaint) == true)
  }

  @Test(arguments: ["", "title: 空", "title: 空\npages: []", "- 一", "title: [", "pages: 3"])
  func aGuideWithoutTitleOrPagesIsRefusedWithAReason(yaml: String) {
    let (guide, complaints) = openGuide(
      GuideSource(folder: "x", yaml: yaml, path: "guide.yaml", pages: [])
    )
    #expect(guide == nil)
    #expect(complaints.contains { $0.severity == .error })
  }

  @Test func aPageMayNotTakeTheAddressOfTheGuideItself() {
    let (guide, complaints) = opened(
      sampleYAML + "  - index.md\n",
      pages: ["index.md": "# 首页\n"]
    )
    #expect(guide?.pages.map(\.slug) == ["01-start", "02-new", "03-faq"])
    #expect(
      complaints == [
        "guides/sample/guide.yaml:14:5：错误：页面不能叫“index.md”，这是指南首页的地址；请给文件改名 [guide.reservedPage]"
      ]
    )
  }

  @Test(arguments: ["[a.md]", "{a: b}"])
  func aPageThatIsNoNameIsRefused(item: String) {
    let (guide, complaints) = opened(sampleYAML + "  - \(item)\n")
    #expect(guide?.pages.count == 3)
    #expect(complaints.count == 1)
    #expect(complaints.first?.hasPrefix("guides/sample/guide.yaml:14:5：错误：“pages”的值不合要求") == true)
    #expect(complaints.first?.contains("应为文件名") == true)
  }
}
