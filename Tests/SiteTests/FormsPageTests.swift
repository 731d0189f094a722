import Diagnostics
import Foundation
import Site
import TestSupport
import Testing

/// The portal of `forms` and of a guide whose second chapter is `text`.
private func portal(
  _ text: String = "# 新签备案\n\n保存。\n",
  forms: [FormCard] = sampleForms,
  documents: [DocumentLink] = []
) throws -> [OutputFile] {
  let (files, diagnostics) = try buildPortal(
    sampleSite,
    guides: [
      sampleGuide(pages: [
        "01-start.md": "# 业务流程\n\n先办理。\n", "02-new.md": text, "03-faq.md": "# 常见问题\n\n没有。\n",
      ])
    ],
    documents: documents,
    forms: forms,
    theme: officeTheme()
  )
  #expect(diagnostics.filter { $0.code != "guide.unusedFile" } == [])
  return files
}

/// The part of the page of forms that is the card of `form`.
private func card(_ form: String, in files: [OutputFile]) throws -> String {
  let page = try files.text("forms.html")
  let cards = page.components(separatedBy: "<li class=\"form\" id=\"")
  return try #require(cards.first { $0.hasPrefix("\(form)\"") }, "no card of \(form)")
}

/// The references of the sections that the card of `form` names.
private func mentions(of form: String, in files: [OutputFile]) throws -> [String] {
  try card(form, in: files).matches(of: /<li><a href="([^"]*)">/).map { String($0.output.1) }
}

@Suite struct FormsPageTests {
  @Test func thePageIsWrittenLikeThis() throws {
    let text = "# 新签备案\n\n打印《新签备案名册》。\n\n## 存档\n\n新参保花名册存五年。\n"
    try expectGolden(portal(text).text("forms.html"), "forms.html")
  }

  @Test func everyFormHasOneCardUnderItsSystem() throws {
    let page = try portal().text("forms.html")
    let ids = page.matches(of: /<(?:h2|li class="form") id="([^"]*)"/).map { String($0.output.1) }
    #expect(ids == ["system-1", "roster-new", "contract", "system-2", "roster-list"])
    let headings = page.matches(of: /<h2 id="[^"]*">([^<]*)</).map { String($0.output.1) }
    #expect(headings == ["各地", "吉林用工备案"])
  }

  @Test func aCardShowsTheFirstPageAndLeadsToTheFiles() throws {
    let card = try card("roster-new", in: portal())
    let file = "documents/%E5%90%8D%E5%86%8C%20%231"
    #expect(
      card.contains(
        "<img src=\"\(file).png\" alt=\"《新参保花名册》第 1 页\" width=\"527\" height=\"373\" loading=\"lazy\""
      )
    )
    for ending in ["html", "pdf", "json"] { #expect(card.contains("href=\"\(file).\(ending)\"")) }
    #expect(!card.contains("没有样例"))
  }

  @Test func aFormWithoutASampleSaysSo() throws {
    let card = try card("contract", in: portal())
    #expect(card.contains("没有样例"))
    #expect(!card.contains("<img"))
    #expect(!card.contains("class=\"formats\""))
  }

  @Test func aSectionMentionsAFormByAnyOfItsTitles() throws {
    let text = """
      # 新签备案

      先打印《新签备案名册》。

      ## 存档

      | 文书 | 份数 |
      | --- | --- |
      | 新参保花名册 | 2 |

      ### 劳动合同书

      没有别的。

      """
    let files = try portal(text)
    let chapter = "guides/sample/02-new.html"
    #expect(
      try mentions(of: "roster-new", in: files)
        == [chapter, "\(chapter)#%E5%AD%98%E6%A1%A3"]
    )
    let title = "%E5%8A%B3%E5%8A%A8%E5%90%88%E5%90%8C%E4%B9%A6"
    #expect(try mentions(of: "contract", in: files) == ["\(chapter)#\(title)"])
    let page = try files.text(chapter)
    #expect(page.contains("id=\"存档\"") && page.contains("id=\"劳动合同书\""))
    #expect(
      try card("roster-new", in: files).contains("<small>吉林 · 用工备案</small>2 新签备案 › 2.1 存档</a>")
    )
  }

  @Test func aLongTitleIsNoMentionOfTheShortOneWithinIt() throws {
    let title = sampleForms[0].titles[0]
    let inside = FormCard(name: "short", titles: ["新签备案"], group: "各地", summary: "短。")
    let forms = sampleForms + [inside]
    #expect(try mentions(of: "short", in: portal("# 打印\n\n打印\(title)。\n", forms: forms)).count == 0)
    #expect(try mentions(of: "short", in: portal("# 打印\n\n打印新签备案表。\n", forms: forms)).count == 1)
    // Nor of one that begins within it.
    #expect(try mentions(of: "roster-list", in: portal("# 打印\n\n打印\(title)。\n")) == [])
    #expect(try mentions(of: "roster-list", in: portal("# 打印\n\n打印备案名册。\n")).count == 1)
  }

  @Test func aSectionMentionsAFormByAnotherNameOfIt() throws {
    var forms = sampleForms
    forms[2].aliases = [.init("合同文本"), .init("授权书", near: "申诉")]
    let text = "# 打印\n\n## 签订\n\n打印合同文本和授权书。\n\n## 账号申诉\n\n上传授权书。\n\n## 别的\n\n上传授权书。\n"
    let found = try mentions(of: "contract", in: portal(text, forms: forms))
    #expect(found.count == 2, "\(found)")
    #expect(found.last?.contains("%E7%94%B3%E8%AF%89") == true, "\(found)")
    #expect(try mentions(of: "roster-new", in: portal(text, forms: forms)) == [])
  }

  @Test func aFigureOfAFormMentionsIt() throws {
    let text = "# 样张\n\n## 看图\n\n```document contract jilin 样张\n```\n"
    let link = DocumentLink(
      group: "长春样例公司",
      title: "合同",
      formats: [.init(label: "PDF", path: "documents/jilin/contract.pdf")]
    )
    let files = try portal(text, documents: [link])
    let section = "guides/sample/02-new.html#%E7%9C%8B%E5%9B%BE"
    #expect(try mentions(of: "contract", in: files) == [section])
    #expect(try mentions(of: "roster-new", in: files) == [])
  }

  @Test func thePageIsReachedFromHomeFromGuidesAndBySearch() throws {
    var document = sampleDocuments[0]
    document.form = "roster-new"
    let files = try portal(documents: [document])
    #expect(try files.text("index.html").contains("href=\"forms.html\">全部表单（3 种，带图）</a>"))
    let guide = try files.text("guides/sample/02-new.html")
    #expect(guide.contains("<a href=\"../../forms.html\"><span>全部表单</span></a>"))
    let found = files.filter { $0.path.hasPrefix("search/pages/") }
    #expect(
      found.contains {
        String(decoding: $0.bytes, as: UTF8.self).contains("\"forms.html#roster-new\",\"新签备案名册\"")
      }
    )
  }

  @Test func withoutFormsThereIsNoPageAndNoWayToIt() throws {
    let files = try portal(forms: [])
    #expect(!files.contains { $0.path == "forms.html" })
    for file in files where file.path.hasSuffix(".html") {
      #expect(!String(decoding: file.bytes, as: UTF8.self).contains("forms.html"), "\(file.path)")
    }
  }
}
