import Diagnostics
import Foundation
import Site
import TestSupport
import Testing

/// The checkout's own files, for tests of what is shipped.
enum Checkout {
  /// The top of the checkout.
  static let top = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The names of the files right below `folder`, sorted.
  static func names(in folder: String) throws -> [String] {
    let manager = FileManager.default
    return try manager.contentsOfDirectory(atPath: top.appending(path: folder).path).sorted()
  }

  /// The text of the file at `path`.
  static func text(_ path: String) throws -> String {
    try String(contentsOf: top.appending(path: path), encoding: .utf8)
  }

  /// The house's theme, or another whose files hide their namesakes there.
  static func themeSource(_ name: String = "office") throws -> ThemeSource {
    let folder = "themes/\(name)"
    var texts: [String: String] = [:]
    for folder in ["themes/office", folder] {
      for file in try names(in: "\(folder)/templates") {
        texts[String(file.dropLast(".mustache".count))] = try text("\(folder)/templates/\(file)")
      }
    }
    let templates = texts.map { ThemeSource.Template(name: $0.key, text: $0.value) }
    let files = try names(in: "themes/office/static").map { name in
      OutputFile(path: name, text: try text("themes/office/static/\(name)"))
    }
    return ThemeSource(
      yaml: try text("\(folder)/theme.yaml"),
      path: "\(folder)/theme.yaml",
      templates: templates,
      files: files
    )
  }

  /// The folders of the checkout's guides.
  static func guideNames() throws -> [String] {
    try names(in: "content/guides").filter { !$0.contains(".") }
  }

  /// The guide of the checkout in the folder `name`.
  static func guideSource(_ name: String) throws -> GuideSource {
    let folder = "content/guides/\(name)"
    let pages = try names(in: folder).filter { $0.hasSuffix(".md") }.map { file in
      GuideSource.Page(
        name: file,
        text: try text("\(folder)/\(file)"),
        path: "\(folder)/\(file)"
      )
    }
    return GuideSource(
      folder: name,
      yaml: try text("\(folder)/guide.yaml"),
      path: "\(folder)/guide.yaml",
      pages: pages
    )
  }
}

/// A small guide of three pages; `pages` replaces the text of pages by name.
func sampleSource(
  yaml: String = sampleYAML,
  pages: [String: String] = [:],
  folder: String = "sample"
) -> GuideSource {
  let texts = samplePages.merging(pages) { $1 }
  return GuideSource(
    folder: folder,
    yaml: yaml,
    path: "guides/\(folder)/guide.yaml",
    pages: texts.sorted { $0.key > $1.key }.map {
      GuideSource.Page(name: $0.key, text: $0.value, path: "guides/\(folder)/\($0.key)")
    },
    files: [OutputFile(path: "images/登录 页.png", bytes: [0x89, 0x50])]
  )
}

/// The settings of the small guide.
let sampleYAML = """
  title: 用工备案操作指南
  short: 用工备案
  region: 吉林
  system: 网上办事大厅
  unit: 帮助中心
  summary: 逐步说明用工备案。
  edition: 第1版
  updated: 2026-11-20
  numbering: decimal
  pages:
    - 01-start.md
    - 02-new.md
    - 03-faq.md

  """

private let samplePages = [
  "01-start.md": """
  # 业务流程

  先看[新签备案](02-new.md)，细节见[填写要求](02-new.md#填写要求)和[下文](#登录)。

  ## 登录

  ![登录页](<images/登录 页.png> "图 1 登录")

  打开 https://example.cn 即可[^1]。

  ## 退出

  点击【退出】。

  [^1]: 网址以公告为准。

  """,
  "02-new.md": """
  # 新签备案

  为首次订立合同的员工办理。

  ## 办理步骤

  1. 添加。
  2. 保存。

  ### 细节

  > [!WARNING]
  > 审核不通过的才能修改。

  ## 填写要求

  | 项目 | 格式 |
  | --- | --- |
  | 姓名 | `10` 个汉字以内 |

  """,
  "03-faq.md": """
  # 常见问题

  ## 忘记“A&B”怎么办？

  见[业务流程](./01-start.md#1.1)[^a]。

  [^a]: 找回密码。

  """,
]

/// The small guide.
func sampleGuide(pages: [String: String] = [:], folder: String = "sample") throws -> Guide {
  let (guide, diagnostics) = openGuide(sampleSource(pages: pages, folder: folder))
  #expect(diagnostics == [])
  return try #require(guide)
}

/// The theme of the checkout, opened.
func officeTheme() throws -> Theme {
  let (theme, diagnostics) = try openTheme(Checkout.themeSource())
  #expect(diagnostics == [])
  return theme
}

/// A portal's configuration.
let sampleSite = SiteConfiguration(title: "帮助中心", summary: "指南与样张。")

/// Two documents, one with a name that needs care in a URL.
let sampleDocuments = [
  DocumentLink(
    group: "长春样例公司",
    title: "新签备案名册",
    note: "28 人",
    formats: [
      .init(label: "PDF", path: "documents/名册 #1.pdf"),
      .init(label: "网页", path: "documents/名册 #1.html"),
    ]
  ),
  DocumentLink(
    group: "沾益样例公司",
    title: "劳动合同书",
    formats: [.init(label: "PDF", path: "documents/c.pdf")]
  ),
]

/// Three forms of two systems; the second has no sample, and its title stands within that of the first.
let sampleForms = [
  FormCard(
    name: "roster-new",
    number: "F01",
    titles: ["新签备案名册", "新参保花名册"],
    group: "各地",
    summary: "列出审核通过的人员。",
    sample: FormCard.Sample(
      title: "新参保花名册",
      picture: .init(path: "documents/名册 #1.png", width: 527, height: 373),
      formats: [
        .init(label: "网页", path: "documents/名册 #1.html"),
        .init(label: "PDF", path: "documents/名册 #1.pdf"),
        .init(label: "样例数据", path: "documents/名册 #1.json"),
      ]
    )
  ),
  FormCard(name: "roster-list", titles: ["备案名册"], group: "吉林用工备案", summary: "名册的清单。"),
  FormCard(name: "contract", number: "F06", titles: ["劳动合同书"], group: "各地", summary: "一份合同。"),
]

extension [OutputFile] {
  /// The text of the file at `path`.
  func text(_ path: String) throws -> String {
    String(
      decoding: try #require(first { $0.path == path }, "no file \(path)").bytes,
      as: UTF8.self
    )
  }
}
