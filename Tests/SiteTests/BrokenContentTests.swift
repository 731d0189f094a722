import Calendar
import Diagnostics
import DocumentTree
import TestSupport
import Testing

@testable import Site

/// Returns what is said about the small guide with other settings or pages.
private func complaints(_ yaml: String, pages: [String: String] = [:]) -> [String] {
  openGuide(sampleSource(yaml: yaml, pages: pages)).1.map(\.description)
}

/// The settings of the small guide with `line` at their end.
private func settings(with line: String) -> String {
  sampleYAML.replacing("pages:\n", with: "\(line)\npages:\n")
}

@Suite struct BrokenContentTests {
  @Test(arguments: [
    ("summry: x", "警告：不认识的键“summry”；是否想写“summary”？ [yaml.unknownKey]"),
    ("page: x", "警告：不认识的键“page”；是否想写“pages”？ [yaml.unknownKey]"),
    ("editon: x", "警告：不认识的键“editon”；是否想写“edition”？ [yaml.unknownKey]"),
  ])
  func anUnknownKeyIsNamedWithTheNearest(line: String, complaint: String) {
    #expect(
      complaints(settings(with: line)) == ["guides/sample/guide.yaml:10:1：" + complaint]
    )
  }

  @Test(arguments: [
    ("title: 用工备案操作指南", "title: [a]", "1:8：错误：“title”的值不合要求；现为“列表”；应为文字"),
    ("short: 用工备案", "short: {a: b}", "2:8：错误：“short”的值不合要求；现为“键值表”；应为文字"),
    ("updated: 2026-11-20", "updated: 昨天", "8:10：错误：“updated”的值不合要求；现为“昨天”；应为YYYY-MM-DD 格式的日期"),
    (
      "updated: 2026-11-20", "updated: 2026-2-3",
      "8:10：错误：“updated”的值不合要求；现为“2026-2-3”；应为YYYY-MM-DD 格式的日期"
    ),
    ("updated: 2026-11-20", "updated: [a]", "8:10：错误：“updated”的值不合要求；现为“列表”；应为YYYY-MM-DD 格式的日期"),
    (
      "numbering: decimal", "numbering: 甲",
      "9:12：错误：“numbering”的值不合要求；现为“甲”；应为decimal、chinese、1、一 之一"
    ),
  ])
  func aSettingThatCannotBeUsedIsNamed(good: String, bad: String, complaint: String) {
    #expect(
      complaints(sampleYAML.replacing(good, with: bad))
        == ["guides/sample/guide.yaml:\(complaint) [yaml.value]"]
    )
  }

  @Test(arguments: [
    (
      "date: 2026-11-20", "date: 昨天", "14:32：错误：“date”的值不合要求；现为“昨天”；应为YYYY-MM-DD 格式的日期 [yaml.value]"
    ),
    (", date: 2026-11-20", "", "14:11：错误：缺少必填的键“date”；请补上“date: …” [yaml.missingKey]"),
    (", change: 首次编制。", "", "14:11：错误：缺少必填的键“change”；请补上“change: …” [yaml.missingKey]"),
    (
      "{edition: 第1版", "{editon: 第1版, edition: 第1版",
      "14:12：警告：不认识的键“editon”；是否想写“edition”？ [yaml.unknownKey]"
    ),
    (
      "{edition: 第1版, date: 2026-11-20, change: 首次编制。}", "首次编制。",
      "14:11：错误：此处应为键值表；现为“文字” [yaml.kind]"
    ),
  ])
  func aChangeThatCannotBeUsedIsNamed(good: String, bad: String, complaint: String) {
    let change = "changes: [{edition: 第1版, date: 2026-11-20, change: 首次编制。}]\n"
    #expect(complaints(sampleYAML + change) == [])
    #expect(
      complaints(sampleYAML + change.replacing(good, with: bad)).first
        == "guides/sample/guide.yaml:\(complaint)"
    )
  }

  @Test func pagesThatAreNotThereAndPagesThatAreNotListedAreAllNamed() {
    let yaml = "title: 指南\npages:\n  - 完全没有.md\n  - 01-start.md\n  - 01-start.md\n  - 3-faq.md\n"
    #expect(
      complaints(yaml) == [
        "guides/sample/guide.yaml:3:5：错误：指南列出的页面“完全没有.md”不存在；请建立这个文件，或者从“pages”中删去 [guide.missingPage]",
        "guides/sample/guide.yaml:5:5：错误：页面“01-start.md”列了两次；请删去一处 [guide.repeatedPage]",
        "guides/sample/guide.yaml:6:5：错误：指南列出的页面“3-faq.md”不存在；是否想写“03-faq.md”？ [guide.missingPage]",
        "guides/sample/02-new.md:1:1：警告：这个页面没有列入 guide.yaml，不会出现在指南里；请把“02-new.md”加到“pages”，或者删去文件 [guide.orphanPage]",
        "guides/sample/03-faq.md:1:1：警告：这个页面没有列入 guide.yaml，不会出现在指南里；请把“03-faq.md”加到“pages”，或者删去文件 [guide.orphanPage]",
      ]
    )
  }

  @Test func aGuideOfMissingPagesIsRefused() {
    let yaml = "title: 指南\npages: [x.md]\n"
    let (guide, diagnostics) = openGuide(
      GuideSource(folder: "g", yaml: yaml, path: "guide.yaml", pages: [])
    )
    #expect(guide == nil)
    #expect(
      diagnostics.map(\.description) == [
        "guide.yaml:2:9：错误：指南列出的页面“x.md”不存在；请建立这个文件，或者从“pages”中删去 [guide.missingPage]",
        "guide.yaml:1:1：错误：指南没有可用的页面；请在“pages”下列出 Markdown 文件名 [guide.empty]",
      ]
    )
  }

  @Test(arguments: ["", "正文\n\n# 标题", "## 二级", "- # 项", "> # 引"])
  func aPageMustBeginWithItsTitle(text: String) {
    #expect(
      complaints(sampleYAML, pages: ["02-new.md": text]) == [
        "guides/sample/02-new.md:1:1：错误：页面应当以标题开头；应为“# 标题”；请在第一行写上页面的标题 [guide.missingTitle]"
      ]
    )
  }

  @Test func mistakesOfAllPagesComeInTheirOrder() {
    let found = complaints(
      sampleYAML,
      pages: ["01-start.md": "# 一\n\n1.登录\n", "03-faq.md": "# 三\n\n<b>粗</b>\n\n> [!HINT]\n"]
    )
    let heads = found.map { $0.prefix { $0 != "；" } }
    #expect(
      heads == [
        "guides/sample/01-start.md:3:1：警告：序号后没有空格，不会成为列表",
        "guides/sample/03-faq.md:3:1：警告：不支持 HTML，已按文字打印",
        "guides/sample/03-faq.md:3:5：警告：不支持 HTML，已按文字打印",
        "guides/sample/03-faq.md:5:1：警告：不认识的提示框类型",
      ]
    )
  }

  @Test func whatIsNotSaidHasItsDefault() throws {
    let source = sampleSource(yaml: "title: 指南\npages: 01-start.md\n")
    let guide = try #require(openGuide(source).0)
    #expect(guide.short == "指南")
    for text in [guide.region, guide.system, guide.unit, guide.summary, guide.edition] {
      #expect(text == "")
    }
    #expect(guide.updated == nil)
    #expect(guide.numbering == .decimal)
    #expect(guide.pages.map(\.slug) == ["01-start"])
    #expect(guide.files.map(\.path) == ["images/登录 页.png"])
  }

  @Test(arguments: [
    ("decimal", HeadingNumbering.decimal), ("1", .decimal), ("chinese", .chinese), ("一", .chinese),
  ])
  func everyNumberingHasTwoNames(word: String, numbering: HeadingNumbering) throws {
    let yaml = sampleYAML.replacing("numbering: decimal", with: "numbering: \(word)")
    #expect(openGuide(sampleSource(yaml: yaml)).0?.numbering == numbering)
  }

  @Test func aGuideThatIsListedTwiceStandsOnce() throws {
    let location = SourceLocation(file: "site.yaml", line: 3, column: 5)
    let site = SiteConfiguration(
      title: "帮助",
      summary: "",
      guides: [
        GuideReference(name: "sample", location: location),
        GuideReference(name: "sample", location: location),
      ]
    )
    let portal = try buildPortal(site, guides: [sampleGuide()], documents: [], theme: officeTheme())
    #expect(Set(portal.files.map(\.path)).count == portal.files.count)
    #expect(
      portal.diagnostics.map(\.description)
        == ["site.yaml:3:5：错误：站点把指南“sample”列了两次；请删去一处 [site.repeatedGuide]"]
    )
  }

  @Test(arguments: ["01-start.html", "index.html"])
  func aFileMayNotTakeTheAddressOfAPage(path: String) throws {
    var guide = try sampleGuide()
    guide.files.append(OutputFile(path: path, bytes: [1]))
    let portal = try buildPortal(sampleSite, guides: [guide], documents: [], theme: officeTheme())
    #expect(portal.files.filter { $0.path == "guides/sample/\(path)" }.count == 1)
    #expect(try portal.files.text("guides/sample/\(path)").hasPrefix("<!DOCTYPE html>"))
    #expect(
      portal.diagnostics.map(\.description)
        == [
          "guides/sample/\(path)：警告：没有一页用到这个文件；请在正文里引用，或者删去文件 [guide.unusedFile]",
          "错误：两个文件都要写到“guides/sample/\(path)”；请给其中一个改名 [site.samePath]",
        ]
    )
  }

  @Test func rowsThatCannotBeHadStopThePortal() throws {
    var guide = try sampleGuide()
    let rows = RowSource(count: 1) { () throws(RowSource.Failure) -> RowSource.Pull in
      throw RowSource.Failure(Diagnostic("io", .error, "文件中断"))
    }
    let table = Table<Never>(columns: [Column()], head: [], body: .pulled(rows), origin: .unknown)
    guide.pages[1].reading.document.body.append(.table(table))
    let error = #expect(throws: SiteFailure.self) {
      try buildPortal(sampleSite, guides: [guide], documents: [], theme: officeTheme())
    }
    #expect(
      error == .rowsUnavailable(page: "guides/sample/02-new.md", reason: "错误：文件中断 [io]")
    )
  }

  @Test func failuresAreOneSentence() {
    let failures: [(SiteFailure, String)] = [
      (.templateMissing(name: "a", theme: "b"), "无法生成门户：主题“b”缺少模板“a”，请恢复这个文件"),
      (
        .templateUnreadable(name: "a", theme: "b", reason: "c"),
        "无法生成门户：主题“b”的模板“a”有语法错误（c），请检查标签是否成对"
      ),
      (.rowsUnavailable(page: "a", reason: "b"), "无法生成门户：页面“a”的表格读不出来（b）"),
    ]
    for (failure, sentence) in failures { #expect(failure.description == sentence) }
  }
}
