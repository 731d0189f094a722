import Calendar
import DocumentTree
import Foundation
import Site
import TestSupport
import Testing

@Suite struct GuideDocumentTests {
  @Test func theWholeGuideIsOneDocument() throws {
    try expectGolden(guideDocument(sampleGuide()).dump(), "guide.txt")
  }

  @Test func aGuideHasACoverAndTellsWhereEachPageBelongs() throws {
    let document = guideDocument(try sampleGuide())
    #expect(document.hasCover)
    #expect(document.head == RunningHead(name: "网上办事大厅", chapterLevel: 2))
    let breaks = document.body.indices.filter {
      if case .pageBreak = document.body[$0] { true } else { false }
    }
    #expect(breaks.count >= 2, "the cover and the contents have pages of their own")
    let page = pageDocument(try sampleGuide().pages[0], of: try sampleGuide())
    #expect(!page.hasCover && page.head == nil)
  }

  @Test func withoutASystemTheHeadNamesTheGuide() throws {
    var guide = try sampleGuide()
    guide.system = ""
    #expect(guideDocument(guide).head?.name == guide.title)
  }

  @Test func aGuideWithoutChangesHasNoRecordOfThem() throws {
    var guide = try sampleGuide()
    #expect(!guideDocument(guide).dump().contains("修订记录"))
    let day = try #require(CivilDate(iso: "2026-11-20"))
    guide.changes = [GuideChange(edition: "第1版", date: day, change: "首次编制。")]
    let dump = guideDocument(guide).dump()
    #expect(dump.contains(#"row: "第1版" | "2026年11月20日" | "首次编制。""#))
    let (changes, contents) = (dump.range(of: "修订记录"), dump.range(of: "目录"))
    #expect(try #require(changes).lowerBound < (try #require(contents)).lowerBound)
  }

  @Test func everyInnerLinkHasItsHeadingOrFigure() throws {
    for name in try Checkout.guideNames() {
      let guide = try #require(openGuide(Checkout.guideSource(name)).0)
      let dump = guideDocument(guide).dump()
      let links = dump.matches(of: /#([0-9][^\s:]*)/).map { String($0.1) }
      let figures = dump.matches(of: /figure #([^ ]+)/).map { String($0.1) }
      let targets = headings(of: guideDocument(guide)) + figures
      let ids = Set(targets)
      #expect(ids.count == targets.count)
      for link in links where link.first?.isNumber == true {
        #expect(ids.contains(link), "\(name): #\(link)")
      }
      #expect(!links.isEmpty)
    }
  }

  @Test func linksOutOfTheGuideBecomeText() throws {
    let text = "# 一\n\n[别处](../other/01-start.md)，[图](<images/登录 页.png>)，[网](https://example.cn)\n"
    let dump = try guideDocument(sampleGuide(pages: ["02-new.md": text])).dump()
    #expect(!dump.contains("../other"))
    #expect(dump.contains("别处"))
    #expect(dump.contains(#""别处" "，" "图" "，" link(https://example.cn: "网")"#))
  }

  @Test func headingsInsideOtherBlocksAreAnchoredByTheirChapterToo() throws {
    let text = "\n\n> ## 须知\n\n- ### 须知\n\n> [!NOTE]\n> # 须知\n"
    let guide = try sampleGuide(pages: ["01-start.md": "# 一" + text, "02-new.md": "# 二" + text])
    let dump = guideDocument(guide).dump()
    let ids = dump.matches(of: /heading \d #([^ ]+)/).map { String($0.1) }
    #expect(Set(ids).count == ids.count, "\(ids)")
    #expect(ids.filter { $0.hasPrefix("01-start-须知") }.count == 3)
    #expect(dump.matches(of: /heading 3 #02-new-须知/).count == 2)
  }

  @Test func aPageByItselfKeepsItsNumbersAndDropsWhatLeavesIt() throws {
    let guide = try sampleGuide()
    let dump = pageDocument(guide.pages[0], of: guide).dump()
    #expect(dump.contains("heading 1 #01-start"))
    #expect(dump.contains("heading 2 #01-start-登录"))
    #expect(!dump.contains("02-new"))
    #expect(dump.contains("link(#01-start-登录: \"下文\")"))
    #expect(dump.contains("\"新签备案\""))
  }

  /// The anchors of the headings, in order.
  private func headings(of document: Document<Never>) -> [String] {
    document.body.compactMap { block in
      guard case .heading(let heading) = block, heading.level > 1 else { return nil }
      return heading.id
    }
  }
}
