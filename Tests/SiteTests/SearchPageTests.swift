import Diagnostics
import Site
import Testing

/// The portal of one guide and two documents, with what a reader may search them for.
private func searchable(pages: [String: String] = [:]) throws -> [OutputFile] {
  var documents = sampleDocuments
  documents[0].content = "按人列出。 姓名 公民身份号码"
  return try buildPortal(
    sampleSite,
    guides: [sampleGuide(pages: pages)],
    documents: documents + documents,
    theme: officeTheme()
  ).files
}

@Suite struct SearchPageTests {
  @Test func aChapterIsFoundByItsSections() throws {
    let page = try searchable().text("search/pages/1.js")
    #expect(page.contains("[\"guides/sample/02-new.html\",\"2 新签备案\",\"吉林 · 用工备案\",["))
    #expect(page.contains("[\"\",\"\",\"为首次订立合同的员工办理。\"]"))
    #expect(page.contains("[\"办理步骤\",\"2.1 办理步骤\",\"添加。 保存。\"]"))
    #expect(page.contains("[\"细节\",\"2.1.1 细节\",\"注意 审核不通过的才能修改。\"]"))
    #expect(page.contains("[\"填写要求\",\"2.2 填写要求\",\"项目 格式 姓名 10 个汉字以内\"]"))
  }

  @Test func everyKindOfBlockIsFound() throws {
    let text = """
      # 全部

      > 引文

      - [ ] 待办

      ```text
      代码
      ```

      ```screen 查询页面
      按钮 查询
      @alt 页面上有查询。
      ```

      正文[^1]。

      [^1]: 脚注文字。

      """
    let page = try searchable(pages: ["02-new.md": text]).text("search/pages/1.js")
    for word in ["引文", "待办", "代码", "查询页面", "页面上有查询", "正文", "脚注文字", "图 1"] {
      #expect(page.contains(word), "\(word)")
    }
  }

  @Test func aFormIsFoundOnceByItsFields() throws {
    let files = try searchable()
    let forms = files.filter { $0.path.hasPrefix("search/pages/") }.count - 3
    #expect(forms == 2)
    let form = try files.text("search/pages/3.js")
    #expect(form.contains("\"documents/%E5%90%8D%E5%86%8C%20%231.html\",\"新签备案名册\",\"表单与名册\""))
    #expect(form.contains("公民身份号码"))
  }

  @Test func theListOfEverythingLeadsToChaptersAndSections() throws {
    let page = try searchable().text("search.html")
    #expect(page.contains("<a href=\"guides/sample/02-new.html\">2　新签备案</a>"))
    #expect(page.contains("#%E5%8A%9E%E7%90%86%E6%AD%A5%E9%AA%A4\">2.1 办理步骤</a>"))
    #expect(page.contains("id=\"results\""))
    #expect(!page.contains("role=\"combobox\""))
    #expect(try searchable().text("index.html").contains("role=\"combobox\""))
  }
}
