import Foundation
import Glibc
import TestSupport
import Testing

/// Building again makes what a clean build makes, byte for byte, whatever was changed in between.
@Suite struct RebuildTests {
  private let project: TinyProject

  init() throws {
    project = try TinyProject()
    try project.add("letter", settings: LetterForm.settings, body: LetterForm.body)
    let filings = [RecordFixtures.filing(1, kind: .new), RecordFixtures.filing(2, kind: .renew)]
    try project.folder.write(RecordFixtures.document(filings), to: "content/samples/one.json")
    try project.folder.write(
      guide(pages: ["01-a.md", "02-b.md"]),
      to: "content/guides/second/guide.yaml"
    )
    try project.folder.write(
      "# 甲\n\n见[](02-b.md#乙一)。\n\n## 甲一\n",
      to: "content/guides/second/01-a.md"
    )
    let figure = "```document letter one 在职证明 {#fig}\n```\n"
    try project.folder.write("# 乙\n\n## 乙一\n\n\(figure)", to: "content/guides/second/02-b.md")
  }

  private func guide(pages: [String]) -> String {
    "title: 第二本\nnumbering: decimal\npages: [\(pages.joined(separator: ", "))]\n"
  }

  /// Returns the files of a build into the folder `name`, which tells no errors.
  @discardableResult
  private func build(_ name: String, _ more: String...) throws -> [String: Data] {
    let run = try Program.mingce.run(["build", "-o", name] + more, in: project.folder.url)
    #expect(run.status == 0, "\(run.said)")
    return try project.folder.contents(of: name)
  }

  /// A change that a random test chooses; the number makes each another one.
  private struct Edit: Sendable {
    let name: String
    let apply: @Sendable (TinyProject, Int) throws -> Void

    init(_ name: String, _ apply: @escaping @Sendable (TinyProject, Int) throws -> Void) {
      (self.name, self.apply) = (name, apply)
    }

    /// A change of the text of the file at `path`.
    init(_ name: String, of path: String, _ change: @escaping @Sendable (String, Int) -> String) {
      self.init(name) { project, number in
        let text = try project.folder.text(of: path)
        try project.folder.write(change(text, number), to: path)
      }
    }
  }

  private static let second = "content/guides/second"

  private static let edits = [
    Edit("正文", of: "\(second)/01-a.md") { "\($0)\n第\($1)段。\n" },
    Edit("锚点", of: "content/guides/first/01-start.md") { text, number in
      text.replacing(/## 步骤.*/, with: "## 步骤 {#s\(number)}")
    },
    Edit("题目", of: "\(second)/02-b.md") { text, number in
      text.replacing(/^# .*/, with: "# 乙\(number)")
    },
    Edit("小节", of: "\(second)/01-a.md") { "\($0)\n## 又\($1)\n" },
    Edit("加页") { project, number in
      try project.folder.write("# 丙\(number)\n\n[](01-a.md)\n", to: "\(second)/c\(number).md")
      let yaml = try project.folder.text(of: "\(second)/guide.yaml")
      let named = yaml.contains("c\(number).md")
      let text = named ? yaml : yaml.replacing("]", with: ", c\(number).md]")
      try project.folder.write(text, to: "\(second)/guide.yaml")
    },
    Edit("减页") { project, _ in
      let names = try project.folder.names(in: second).filter { $0.hasPrefix("c") }
      guard let name = names.first else { return }
      try FileManager.default.removeItem(at: project.folder.file("\(second)/\(name)"))
      let yaml = try project.folder.text(of: "\(second)/guide.yaml")
      try project.folder.write(yaml.replacing(", \(name)", with: ""), to: "\(second)/guide.yaml")
    },
    Edit("模板") { project, number in
      let path = "themes/office/templates/footer.mustache"
      try project.folder.write("<footer>\(number)</footer>\n", to: path)
    },
    Edit("主题", of: "themes/office/theme.yaml") { text, number in
      text.replacing(/size: 小四/, with: "size: 1\(number % 10)", maxReplacements: 1)
    },
    Edit("表单", of: "content/forms/letter/body.md") { "\($0)\n第\($1)版。\n" },
    Edit("记录", of: "content/samples/one.json") { text, number in
      text.replacing(/"position":"[^"]*"/, with: "\"position\":\"岗位\(number)\"")
    },
    Edit("站点", of: "content/site.yaml") { text, number in
      text.replacing(/title: .*/, with: "title: 中心\(number)")
    },
    Edit("删产物") { project, _ in
      try? FileManager.default.removeItem(
        at: project.folder.file("public/guides/first/01-start.html")
      )
    },
    Edit("改产物") { project, number in
      try project.folder.write("手写\(number)", to: "public/documents/one/letter.html")
    },
    Edit("删搜索") { project, _ in
      try? FileManager.default.removeItem(at: project.folder.file("public/search/pages/0.js"))
    },
    Edit("忘记各页") { project, _ in
      try? FileManager.default.removeItem(at: project.folder.file(".mingce/public.pages"))
    },
    Edit("弄坏各页") { project, number in
      let file = project.folder.file(".mingce/public.pages")
      guard var bytes = try? Data(contentsOf: file), !bytes.isEmpty else { return }
      bytes[number * 977 % bytes.count] ^= 0x20
      try bytes.write(to: file)
    },
    Edit("图", of: "\(second)/01-a.md") {
      "\($0)\n```flow 次序 {#f\($1)}\n(甲) -> (乙)\n```\n\n见[](#f\($1))。\n"
    },
    Edit("名词", of: "content/guides/first/guide.yaml") { text, _ in
      text.contains("terms:")
        ? text.replacing("\nterms: 01-start.md\n", with: "")
        : text + "\nterms: 01-start.md\n"
    },
    Edit("不改") { _, _ in },
  ]

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func randomEditsGiveWhatACleanBuildGives(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    try build("public")
    for step in 1...6 {
      var names: [String] = []
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let edit = Self.edits[Int.random(in: Self.edits.indices, using: &random)]
        try edit.apply(project, step)
        names.append(edit.name)
      }
      let again = try build("public")
      let clean = try build("clean-\(step)")
      #expect(again.keys.sorted() == clean.keys.sorted(), "seed \(seed), step \(step): \(names)")
      for (path, bytes) in clean where again[path] != bytes {
        Issue.record("seed \(seed), step \(step): \(names): \(path) differs")
      }
    }
  }

  @Test func withoutAChangeNothingIsWritten() throws {
    try build("public")
    let before = try stamps()
    let run = try project.run("build")
    #expect(run.output.hasPrefix("没有变化，\(before.count) 个文件都是最新的"), "\(run.said)")
    #expect(try stamps() == before)
  }

  @Test func aChangedPageIsWrittenAndOthersAreLeft() throws {
    try build("public", "--no-pdf")
    let before = try stamps()
    let page = try project.folder.text(of: "\(Self.second)/02-b.md")
    try project.folder.write(page + "\n改了。\n", to: "\(Self.second)/02-b.md")
    try build("public", "--no-pdf")
    let after = try stamps()
    let written = before.keys.filter { after[$0] != before[$0] }
    #expect(written.contains("guides/second/02-b.html"))
    #expect(!written.contains("guides/second/01-a.html"))
    #expect(!written.contains("documents/one/letter.pdf"))
    #expect(!written.contains("guides/first/01-start.html"))
  }

  @Test func whatIsNoLongerMadeIsTakenAwayAndWhatOthersPutThereStays() throws {
    try build("public")
    try project.folder.write("别人的", to: "public/guides/second/自己的.txt")
    try project.folder.write("改过", to: "public/guides/first/01-start.pdf")
    try FileManager.default.removeItem(at: project.folder.file("content/guides/first"))
    try FileManager.default.removeItem(at: project.folder.file("\(Self.second)/02-b.md"))
    try project.folder.write(guide(pages: ["01-a.md"]), to: "\(Self.second)/guide.yaml")
    try project.folder.write("# 甲\n", to: "\(Self.second)/01-a.md")
    try project.folder.write("title: 中心\n", to: "content/site.yaml")
    let run = try project.run("build")
    #expect(run.status == 0, "\(run.said)")
    #expect(try project.folder.names(in: "public/guides/first") == ["01-start.pdf"])
    #expect(run.complaints.contains("01-start.pdf”已经不属于网站"))
    #expect(project.folder.holds("public/guides/second/自己的.txt"))
    #expect(!project.folder.holds("public/guides/second/02-b.html"))
    #expect(!project.folder.holds("public/guides/second/02-b.pdf"))
  }

  /// A page that needs mending is told of by every build, not only by the one that reads it.
  @Test func complaintsAreToldAgain() throws {
    try project.folder.write("没有列入\n", to: "\(Self.second)/03-c.md")
    let first = try project.run("build", "--no-pdf")
    let second = try project.run("build", "--no-pdf")
    #expect(first.complaints.contains("[guide.orphanPage]"))
    #expect(second.complaints.contains("[guide.orphanPage]"))
    #expect(second.output.hasPrefix("没有变化"))
  }

  @Test func aFailedBuildIsMadeGoodByTheNext() throws {
    try build("public")
    try project.folder.write("# 乙\n\n[](无.md)\n", to: "\(Self.second)/02-b.md")
    #expect(try project.run("build").status == 1)
    #expect(try project.run("build").status == 1)
    try project.folder.write("# 乙\n\n## 乙一\n", to: "\(Self.second)/02-b.md")
    let again = try build("public")
    let clean = try build("clean")
    #expect(again == clean)
  }

  /// A build that is killed writes nothing down; the next one takes away what it left all the same.
  @Test(arguments: 0..<6 as Range<UInt64>)
  func whatAKilledBuildLeavesIsTakenAway(seed: UInt64) throws {
    try build("public")
    let names = (1...40).map { "\($0).md" }
    for name in names {
      try project.folder.write("# 页\n\n一段。\n", to: "content/guides/third/\(name)")
    }
    try project.folder.write(guide(pages: names), to: "content/guides/third/guide.yaml")
    let sample = try project.folder.text(of: "content/samples/one.json")
    try project.folder.write(sample, to: "content/samples/two.json")
    var random = SeededGenerator(seed: seed)
    let (place, wanted) = (
      ["documents/two", "guides/third"][Int(seed % 2)], Int.random(in: 1...30, using: &random)
    )
    let run = try Program.mingce.start(["build"], in: project.folder.url)
    func left() -> Int {
      let path = project.folder.file("public/\(place)").path
      return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).count
    }
    while run.process.isRunning, left() < (place == "documents/two" ? 1 : wanted) { usleep(200) }
    kill(run.process.processIdentifier, SIGKILL)
    _ = try run.outcome()
    #expect(run.process.terminationReason == .uncaughtSignal && left() > 0)
    try FileManager.default.removeItem(at: project.folder.file("content/guides/third"))
    try FileManager.default.removeItem(at: project.folder.file("content/samples/two.json"))
    #expect(try build("public") == build("clean"))
  }

  /// The files of the output with what the file system says of them.
  private func stamps() throws -> [String: [String]] {
    var stamps: [String: [String]] = [:]
    for path in try project.folder.contents(of: "public").keys {
      let place = project.folder.file("public/\(path)").path
      let facts = try FileManager.default.attributesOfItem(atPath: place)
      stamps[path] = ["\(facts[.modificationDate] ?? "")", "\(facts[.systemFileNumber] ?? "")"]
    }
    return stamps
  }
}
