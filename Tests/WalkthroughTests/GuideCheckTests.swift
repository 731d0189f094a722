import Foundation
import TestSupport
import Testing

/// `mingce check` without records, and `mingce fix`.
@Suite struct GuideCheckTests {
  private let project: TinyProject
  private let page = "content/guides/first/01-start.md"

  init() throws {
    project = try TinyProject()
    try project.add("letter", settings: LetterForm.settings, body: LetterForm.body)
  }

  /// Adds `text` to the guide's only page.
  private func append(_ text: String) throws {
    try project.folder.write(try project.folder.text(of: page) + text, to: page)
  }

  @Test func soundGuidesAreTold() throws {
    let run = try project.run("check")
    #expect(run.status == 0)
    #expect(run.output == "指南没有问题。\n")
  }

  @Test func aProblemIsShownWithItsLine() throws {
    try append("\n\n见[下文](#步聚)。\n")
    let run = try project.run("check")
    #expect(run.status == 2)
    #expect(
      run.output == """
        content/guides/first/01-start.md:10:2：错误：“content/guides/first/01-start.md”里没有标题或者图“#步聚”；\
        是否想写“#步骤”？ [guide.brokenAnchor]
          10 │ 见[下文](#步聚)。
             │ 　^
        指南有 1 个错误，0 个警告。mingce explain 代码 说明一条，mingce fix 改好书写习惯。

        """
    )
  }

  /// Not also that the site has no such guide, nor that nobody lists its pages.
  @Test func aGuideThatCannotBeReadIsToldOfOnce() throws {
    try project.folder.write("title: \"没有合上\n", to: "content/guides/first/guide.yaml")
    let run = try project.run("check")
    #expect(run.status == 2)
    #expect(run.output.contains("content/guides/first/guide.yaml:2:1：错误：YAML 语法有误"))
    #expect(run.output.hasSuffix("指南有 1 个错误，0 个警告。mingce explain 代码 说明一条，mingce fix 改好书写习惯。\n"))
  }

  @Test func whatOnlyMattersToSomeIsAWarning() throws {
    try append("\n\n![](a.png)\n\n1.登录\n")
    try project.folder.write("png", to: "content/guides/first/a.png")
    try project.folder.write("png", to: "content/guides/first/b.png")
    let run = try project.run("check")
    #expect(run.status == 0)
    let codes = run.output.matches(of: /\[([a-z]+\.[a-zA-Z]+)\]/).map { String($0.1) }
    #expect(codes == ["guide.missingAlternative", "markdown.habit", "guide.unusedFile"])
    for code in codes { #expect(try project.run("explain", code).status == 0, "\(code)") }
  }

  @Test func editorsReadTheReport() throws {
    try append("\n\n[坏](b.md)\n")
    let json = try project.run("check", "--format", "json").output
    let report = try #require(
      JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
    )
    let findings = try #require(report["findings"] as? [[String: Any]])
    #expect(findings.map { $0["rule"] as? String } == ["guide.brokenLink"])
    #expect(findings.map { $0["line"] as? Int } == [10])
    let run = try project.run("check", "-o", "report.sarif")
    #expect(run.status == 2)
    let sarif = try project.folder.text(of: "report.sarif")
    let log = try #require(
      JSONSerialization.jsonObject(with: Data(sarif.utf8)) as? [String: Any]
    )
    let results = (log["runs"] as? [[String: Any]])?.first?["results"] as? [[String: Any]]
    #expect(results?.count == 1)
    #expect(
      sarif.contains("{\"uri\":\"content/guides/first/01-start.md\"},\"region\":{\"startLine\":10")
    )
    #expect(try project.run("check", "--format", "csv").status == 64)
  }

  @Test func habitsAreMendedAndOnlyThey() throws {
    try append("\n\n1、登录\n2、保存\n\n```text\n1、照写\n```\n")
    let before = try project.folder.text(of: page)
    let trial = try project.run("fix", "--dry-run")
    #expect(trial.output == "\(page):10  1、登录  →  1. 登录\n\(page):11  2、保存  →  2. 保存\n要改 2 行。\n")
    #expect(try project.folder.text(of: page) == before)
    #expect(try project.run("fix").status == 0)
    let after = try project.folder.text(of: page)
    #expect(after == before.replacing("1、登录\n2、保存", with: "1. 登录\n2. 保存"))
    #expect(try project.run("fix").output == "没有要改的。\n")
    #expect(try project.run("check").output == "指南没有问题。\n")
  }

  @Test func aMissingFolderOfGuidesIsToldInsteadOfFoundInOrder() throws {
    let guides = project.folder.file("content/guides")
    try FileManager.default.removeItem(at: guides)
    let run = try project.run("fix")
    #expect(run.status == 66)
    #expect(run.complaints.contains("content/guides”：文件夹不存在或没有权限"))
    #expect(run.output.isEmpty)
  }

  @Test func otherSitesAreAskedOnlyOnDemand() throws {
    let server = try PlainServer { $0 == "/there" ? 200 : 404 }
    let site = "http://127.0.0.1:\(server.port)"
    try append("\n见[有](\(site)/there)、[无](\(site)/gone)、[又](\(site)/gone#a)。\n")
    #expect(try project.run("check").output == "指南没有问题。\n")
    let run = try project.run("check", "--external")
    #expect(run.status == 0)
    let complaints = run.output.split(separator: "\n").filter { $0.contains("[guide.deadAddress]") }
    #expect(complaints.count == 1)
    #expect(complaints[0].contains("网址打不开，对方回答 404；现为“\(site)/gone”"))
  }

  @Test func certificatesOfOtherSitesAreJudged() throws {
    let (sound, expired) = (try SecureServer(.sound), try SecureServer(.expired))
    let one = "https://127.0.0.1:\(sound.port)/there"
    let two = "https://127.0.0.1:\(expired.port)/there"
    try append("\n见[一](\(one))、[二](\(two))。\n")
    let run = try Program.mingce.run(
      ["check", "--external"],
      in: project.folder.url,
      environment: ["SSL_CERT_FILE": sound.roots]
    )
    let complaints = run.output.split(separator: "\n").filter { $0.contains("[guide.deadAddress]") }
    // Each server has an authority of its own, so the second is that of a stranger.
    #expect(complaints.count == 1)
    #expect(complaints[0].contains("网址不能放心打开，不认识签发网站证书的机构；现为“\(two)”"))
    #expect(complaints[0].contains("SSL_CERT_FILE"))
  }

  @Test func aRenamedHeadingIsNoticedAndItsOldAnchorKept() throws {
    #expect(try project.run("fix", "--anchors").status == 0)
    #expect(try project.run("check").output == "指南没有问题。\n")
    let text = try project.folder.text(of: page)
    let renamed = text.replacing("## 步骤", with: "## 办法").replacing("(#步骤)", with: "(#办法)")
    try project.folder.write(renamed, to: page)
    #expect(try project.run("check").output.contains("锚点“步骤”没有了，旧网址改到“办法”"))
    #expect(try project.run("build", "--no-pdf").status == 0)
    let html = try project.folder.text(of: "public/guides/first/01-start.html")
    #expect(html.contains("<span id=\"步骤\"></span>"))
    #expect(try project.run("fix", "--anchors").status == 0)
    #expect(try project.run("check").output == "指南没有问题。\n")
  }
}
