import Foundation
import TestSupport

/// Guides of any number of pages of some 1,500 characters each, a hundred pages a guide, as projects of ours or of Hugo.
///
/// Both say the same: steps with a picture, a table, questions, a code block and four links to pages anywhere. A page
/// depends on its number alone.
struct InventedGuides {
  /// Whose project is written.
  enum Flavour {
    case mingce
    case hugo
  }

  let count: Int
  let flavour: Flavour

  private static let pagesPerGuide = 100
  /// A picture of one pixel.
  private static let picture = Data(
    base64Encoded:
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
  )

  private var guideCount: Int { (count + Self.pagesPerGuide - 1) / Self.pagesPerGuide }

  /// Writes the project into `folder`.
  func write(to folder: URL) throws {
    for number in 0..<count {
      try write(page(number), to: folder.appending(path: path(ofPage: number)))
    }
    let places =
      flavour == .mingce ? (0..<guideCount).map { "\(guide($0))/images" } : ["static/images"]
    for place in places {
      let pictures = folder.appending(path: place)
      try FileManager.default.createDirectory(at: pictures, withIntermediateDirectories: true)
      for step in 0..<10 {
        try Self.picture?.write(to: pictures.appending(path: "step\(step).png"))
      }
    }
    for (path, text) in flavour == .mingce ? mingceFiles : Self.hugoFiles {
      try write(text, to: folder.appending(path: path))
    }
  }

  private func write(_ text: String, to place: URL) throws {
    let folder = place.deletingLastPathComponent()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(text.utf8).write(to: place)
  }

  private func guide(_ number: Int) -> String {
    let name = "s" + Figure.padded(number, 2)
    return flavour == .mingce ? "content/guides/\(name)" : "content/\(name)"
  }

  private func path(ofPage number: Int) -> String {
    let name = "p" + Figure.padded(number, 5)
    let folder = guide(number / Self.pagesPerGuide)
    return "\(folder)/\(name).md"
  }

  // MARK: Texts

  private func page(_ number: Int) -> String {
    var random = SeededGenerator(seed: UInt64(number))
    let title = "操作说明\(Figure.padded(number, 4))：\(pick(Self.subjects, &random))"
    var parts = flavour == .hugo ? ["---\ntitle: \"\(title)\"\n---"] : []
    parts += ["# \(title)", sentences(3, &random)]
    for heading in Self.headings {
      parts += ["## \(heading)", sentences(3, &random)]
      parts += extra(under: heading, ofPage: number, &random)
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private func extra(
    under heading: String,
    ofPage number: Int,
    _ random: inout SeededGenerator
  ) -> [String] {
    switch heading {
    case "办理步骤":
      let steps = (1...5).map { "\($0). \(pick(Self.sentences, &random))" }
      let folder = flavour == .mingce ? "images" : "/images"
      return [
        steps.joined(separator: "\n"), "![步骤图\(number)](\(folder)/step\(number % 10).png)",
      ]
    case "栏目说明":
      let rows = Self.fields.map { "| \($0) | \(pick(Self.sentences, &random).prefix(24)) |" }
      return [
        (["| 栏目 | 类型 | 必填 | 说明 |", "| --- | --- | --- | --- |"] + rows).joined(separator: "\n")
      ]
    case "常见疑问":
      let items = (0..<3).map { _ in
        "- **\(pick(Self.sentences, &random).prefix(12))** \(pick(Self.sentences, &random))"
      }
      return [items.joined(separator: "\n")]
    case "注意":
      return ["```json\n{\"seq\": \(number), \"name\": \"示例\", \"wage\": \"8500.00\"}\n```"]
    case "相关文件":
      let links = (0..<4).map { _ in link(to: Int.random(in: 0..<count, using: &random)) }
      return ["另见：\(links.joined(separator: "、"))。"]
    default: return []
    }
  }

  private func link(to number: Int) -> String {
    let (guide, page) = (number / Self.pagesPerGuide, Figure.padded(number, 5))
    let folder = "s" + Figure.padded(guide, 2)
    let target = flavour == .mingce ? "../\(folder)/p\(page).md" : "/\(folder)/p\(page)/"
    return "[操作说明\(Figure.padded(number, 4))](\(target))"
  }

  private func sentences(_ count: Int, _ random: inout SeededGenerator) -> String {
    (0..<count).map { _ in pick(Self.sentences, &random) }.joined()
  }

  private func pick<Choice>(_ choices: [Choice], _ random: inout SeededGenerator) -> Choice {
    choices[Int.random(in: choices.indices, using: &random)]
  }

  private static let subjects = ["新签备案", "续签备案", "解除备案", "批量导入", "打印名册", "查询统计", "账号管理", "数据导出"]
  private static let headings = ["适用范围", "办理步骤", "栏目说明", "常见疑问", "注意", "相关文件"]
  private static let fields = [
    "姓名 | 文本 | 是", "证件号码 | 文本(18) | 是", "合同类别 | 代码 | 是", "月工资 | 数值(10,2) | 否", "岗位 | 文本 | 是",
  ]
  private static let sentences = [
    "进入网上办事大厅以后，先在左边的菜单里找到“用工备案”，再点右上角的“添加”。",
    "证件号码的最后一位由程序核对，对不上的一行不会保存，要回到原件重新录入。",
    "合同的起止日期照纸质合同填写，没有约定终止日期的留空，不要填一个很远的年份。",
    "成批录入以前先下载最新的 Excel 模板（V2.1），表头的文字和次序都不要改动。",
    "窗口收到以后在 5 个工作日内审核，结果用短信通知单位的经办人，也可以在系统里查。",
    "被退回的一条在 10 日内改好再报，过了期限要另外写一份情况说明，由单位盖章。",
    "名册用 A4 纸横向打印，浏览器里的缩放写 100%，否则右边的几栏会被裁掉。",
    "解除、终止合同当天就给本人开证明书，并且在十五日以内办完档案和社会保险的转移。",
    "页面显示“系统忙（E-4102）”的时候不要反复点击，过几分钟刷新以后再试一次。",
    "单位的电子印章到期以前去窗口续期，带上营业执照副本和经办人的身份证原件。",
  ]

  // MARK: Settings

  private var mingceFiles: [(String, String)] {
    let fonts =
      (try? String(contentsOfFile: "\(Machine.project)/fonts/fonts.yaml", encoding: .utf8))
    var files = [
      ("content/site.yaml", "title: 操作说明\nsummary: 用工备案的全部操作说明。\n"),
      ("fonts/fonts.yaml", fonts ?? ""),
    ]
    for number in 0..<guideCount {
      let first = number * Self.pagesPerGuide
      let pages = (first..<min(first + Self.pagesPerGuide, count)).map { page in
        "  - p\(Figure.padded(page, 5)).md\n"
      }
      let text = "title: 第\(number + 1)册\nnumbering: decimal\npages:\n\(pages.joined())"
      files.append(("\(guide(number))/guide.yaml", text))
    }
    return files
  }

  /// As small a theme as shows the same parts: navigation, contents of the page, the pages before and after.
  private static let hugoFiles = [
    (
      "hugo.toml",
      """
      baseURL = "/"
      languageCode = "zh-CN"
      title = "操作说明"
      hasCJKLanguage = true
      disableKinds = ["taxonomy", "term", "RSS"]
      [markup.highlight]
      noClasses = false

      """
    ),
    ("content/_index.md", "---\ntitle: 操作说明\n---\n"),
    ("static/site.css", "body { font-family: sans-serif }\n"),
    (
      "layouts/_default/baseof.html",
      """
      <!DOCTYPE html>
      <html lang="zh-CN">
      <head><meta charset="utf-8"><title>{{ .Title }}</title><link rel="stylesheet" href="/site.css"></head>
      <body>
      <header><a href="/">{{ site.Title }}</a></header>
      <nav><ul>{{ range site.Sections }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul></nav>
      <main data-pagefind-body>{{ block "main" . }}{{ end }}</main>
      </body>
      </html>

      """
    ),
    (
      "layouts/_default/single.html",
      """
      {{ define "main" }}<aside>{{ .TableOfContents }}</aside>{{ .Content }}
      <footer>{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">上一节：{{ .Title }}</a>{{ end }}
      {{ with .NextInSection }}<a href="{{ .RelPermalink }}">下一节：{{ .Title }}</a>{{ end }}</footer>{{ end }}

      """
    ),
    (
      "layouts/_default/list.html",
      """
      {{ define "main" }}{{ .Content }}<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>{{ end }}

      """
    ),
  ]
}
