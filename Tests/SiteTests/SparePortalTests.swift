import Diagnostics
import Site
import Testing

/// A portal of one guide that says no more than it must.
private func sparePortal() throws -> [OutputFile] {
  let page = GuideSource.Page(name: "a.md", text: "# 只有标题\n", path: "a.md")
  let yaml = "title: 短\npages: [a.md]\n"
  let source = GuideSource(folder: "g", yaml: yaml, path: "guide.yaml", pages: [page])
  let (guide, diagnostics) = openGuide(source)
  #expect(diagnostics == [])
  return try buildPortal(
    SiteConfiguration(title: "帮助", summary: ""),
    guides: [#require(guide)],
    documents: [],
    theme: officeTheme()
  ).files
}

@Suite struct SparePortalTests {
  @Test func whatIsNotKnownLeavesNoTrace() throws {
    let page = try sparePortal().text("guides/g/a.html")
    for trace in ["更新于", "本页内容", "其他指南", "上一节", "下一节", "PDF", "样张", "lead"] {
      #expect(!page.contains(trace), "\(trace)")
    }
    #expect(page.contains("<li><a href=\"index.html\">短</a></li>"))
    #expect(page.contains("<span>约 1 分钟</span>"))
  }

  @Test func theGuidesPageListsOnlyWhatIsKnown() throws {
    let page = try sparePortal().text("guides/g/index.html")
    for trace in ["<dt>", "<dl", "lead", "下载", "<p></p>"] {
      #expect(!page.contains(trace), "\(trace)")
    }
    #expect(page.contains("<a class=\"button\" href=\"a.html\">从头阅读</a>"))
    #expect(page.contains("<strong>只有标题</strong>"))
  }

  @Test func thePageForWrongAddressesLeadsBack() throws {
    let page = try sparePortal().text("404.html")
    #expect(page.contains("找不到这一页"))
    #expect(page.contains("<a class=\"button\" href=\"index.html\">回到首页</a>"))
    #expect(page.contains("<li><a href=\"guides/g/index.html\">短</a></li>"))
    #expect(try !sparePortal().text("index.html").contains("class=\"region\""))
  }

  @Test func aPortalWithoutGuidesStillHasAHomePage() throws {
    let portal = try buildPortal(sampleSite, guides: [], documents: [], theme: officeTheme())
    let home = try portal.files.text("index.html")
    #expect(!home.contains("办事指南"))
    #expect(!home.contains("样张</h2>"))
    #expect(portal.diagnostics == [])
  }

  @Test func documentsStandUnderTheirHeadingInTheirOrder() throws {
    let documents = ["甲", "乙", "甲"].enumerated().map { index, group in
      DocumentLink(
        group: group,
        title: "文书\(index)",
        formats: [.init(label: "PDF", path: "d\(index).pdf")]
      )
    }
    let home = try buildPortal(
      sampleSite,
      guides: [],
      documents: documents,
      theme: officeTheme()
    ).files.text("index.html")
    let order = home.matches(of: /paper-title">文书(\d)<\/span>/).map { String($0.1) }
    #expect(order == ["0", "2", "1"])
    #expect(home.matches(of: /<h3>甲<\/h3>/).count == 1)
  }
}
