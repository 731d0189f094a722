import Foundation
import TestSupport
import Testing

/// Adding a form takes a folder with two text files and nothing else.
@Suite struct NewFormTests {
  private let project: TinyProject

  init() throws {
    project = try TinyProject()
    try project.add("letter", settings: LetterForm.settings, body: LetterForm.body)
    try project.folder.write(RecordFixtures.batchJSON(rows: 3), to: "记录.json")
  }

  @Test func theNewFormIsListedWithItsFields() throws {
    let list = try project.run("forms")
    #expect(list.status == 0, "\(list.said)")
    #expect(list.output.contains("letter  在职证明\n      各地：给在职人员开具的证明。"))
    let fields = try project.run("forms", "letter")
    #expect(fields.status == 0)
    #expect(fields.output.contains("CN-JL：吉林在职证明"))
    for path in ["e.name", "c.hireDate", "c.termType", "c.endDate", "c.insuranceKinds"] {
      #expect(fields.output.contains("  \(path) "), "\(path)")
    }
  }

  @Test func theNewFormIsPrintedInBothFormats() throws {
    let run = try project.run("render", "letter", "记录.json", "-o", "out/信", "--format", "pdf,html")
    #expect(run.status == 0, "\(run.said)")
    let text = try PrintedText(project.folder.file("out/信"))
    #expect(text.printed == text.told, "\(parting(text.printed, text.told))")
    #expect(text.pageCount == 3)
    #expect(text.told.matches(of: /吉林在职证明/).count == 3)
    #expect(text.told.contains("于2026年11月8日入职，现任"))
    #expect(text.told.contains("合同期限至2029年11月7日止。"))
    #expect(text.told.matches(of: /合同没有约定终止日期。/).count == 2)
    #expect(text.told.matches(of: /（以下空白）/).count == 3)
    #expect(text.told.hasSuffix("经办人：长春示例精密制造有限公司"))
    #expect(try GlyphScan(ofPDF: project.folder.file("out/信.pdf")).notdefCount == 0)
    let check = try Program.tool("qpdf").run(["--check", "out/信.pdf"], in: project.folder.url)
    #expect(check.status == 0, "\(check.said)")
  }

  /// Whoever copies an example of the manual has a form that prints.
  @Test(arguments: ["entry-sheet", "probation-roster"])
  func theFormsOfTheManualPrintAsTheyStand(_ name: String) throws {
    let manual = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "content/README.md")
    let text = try String(contentsOf: manual, encoding: .utf8)
    func example(_ file: String, _ fence: String) throws -> String {
      let start = try #require(text.range(of: "forms/\(name)/\(file)`：\n\n\(fence)"))
      let rest = text[start.upperBound...].drop { $0 != "\n" }.dropFirst()
      return String(rest[..<(try #require(rest.range(of: "\n\(fence)\n"))).lowerBound]) + "\n"
    }
    try project.add(
      name,
      settings: try example("form.yaml", "```"),
      body: try example("body.md", "````")
    )
    let sample = TinyProject.checkout.appending(path: "content/samples/jilin.json").path
    let run = try project.run("render", name, sample, "-o", "out/\(name).pdf")
    #expect(run.status == 0, "\(run.said)")
    let blank = try project.run("forms", name, "--blank", "-o", "out/空白.pdf")
    #expect(blank.status == 0 && blank.output.contains("1 页"), "\(blank.said)")
  }

  @Test func peopleOfOneNameHaveFilesOfTheirOwn() throws {
    let people = ["张三", "张三", "../张/三", "王㛃"].enumerated()
    let filings = people.map { RecordFixtures.filing($0.offset + 1, name: $0.element) }
    try project.folder.write(RecordFixtures.document(filings), to: "同名.json")
    let run = try project.run("render", "--split", "letter", "同名.json", "-o", "out")
    // A name with a slash in it is refused before it comes near the file system.
    #expect(run.status == 2, "\(run.said)")
    #expect(try project.folder.names(in: "out") == ["张三-2.pdf", "张三.pdf", "王㛃.pdf"])
    let pages = try ["张三", "张三-2"].map { name in
      try pageTexts(ofPDF: project.folder.file("out/\(name).pdf"))
    }
    #expect(pages.allSatisfy { $0.count == 1 && $0[0].contains("兹证明张三于") })
  }

  @Test func aFileNameIsSafeWhateverThePatternGives() throws {
    let settings = LetterForm.settings.replacing(#""{e.name}""#, with: #""../{e.name}:*?/{c.no}""#)
    try project.add("letter", settings: settings, body: LetterForm.body)
    let filing = RecordFixtures.filing(1, name: "张三")
    try project.folder.write(RecordFixtures.document([filing]), to: "一人.json")
    let run = try project.run("render", "letter", "一人.json", "--split", "-o", "out")
    #expect(run.status == 0, "\(run.said)")
    let names = try project.folder.names(in: "out")
    #expect(names.count == 1)
    #expect(names.allSatisfy { !$0.contains(/[\/:*?"<>|\\]/) && !$0.hasPrefix(".") })
    #expect(try project.folder.names().filter { $0.hasSuffix(".pdf") } == names.map { "out/\($0)" })
  }

  @Test func aMistakeInAFormIsToldWithPlaceAndCure() throws {
    let body = LetterForm.body.replacing("{{e.name:6}}", with: "{{e.nmae:6}}")
    try project.add("letter", settings: LetterForm.settings, body: body)
    let run = try project.run("render", "letter", "记录.json", "-o", "a.pdf")
    #expect(run.status == 1)
    #expect(run.complaints.contains("content/forms/letter/body.md:3:"))
    #expect(run.complaints.contains("e.name"))
    #expect(!project.folder.holds("a.pdf"))
  }
}

@Suite struct TinyProjectTests {
  @Test func aTinyProjectMakesItsWholeOutputTwiceTheSame() throws {
    let trees = try (0..<2).map { _ in
      let project = try TinyProject()
      try project.add("letter", settings: LetterForm.settings, body: LetterForm.body)
      try project.folder.write(
        RecordFixtures.batchJSON(rows: 2),
        to: "content/samples/one.json"
      )
      let run = try project.run("build")
      #expect(run.status == 0, "\(run.said)")
      return try project.folder.contents(of: "public")
    }
    let names = trees[0].keys.sorted()
    #expect(names == trees[1].keys.sorted())
    for name in names { #expect(trees[0][name] == trees[1][name], "\(name) differs") }
    #expect(
      names.filter { !$0.hasPrefix("assets/") } == [
        "404.html", "documents/one/letter.html", "documents/one/letter.json",
        "documents/one/letter.pdf", "documents/one/letter.png", "forms.html",
        "guides/first/01-start.html", "guides/first/01-start.pdf", "guides/first/first.pdf",
        "guides/first/index.html", "index.html", "search.html", "search/directory.js",
        "search/pages/0.js", "search/pages/1.js", "search/pairs/0.js",
      ]
    )
  }

  @Test func samplesBecomePicturesWhereTheyAreAskedFor() throws {
    let project = try TinyProject()
    try project.add("letter", settings: LetterForm.settings, body: LetterForm.body)
    try project.folder.write(RecordFixtures.batchJSON(rows: 2), to: "content/samples/one.json")
    let run = try project.run("build", "--format", "svg,png")
    #expect(run.status == 0, "\(run.said)")
    #expect(
      try project.folder.names(in: "public/documents/one") == [
        "letter-1.png", "letter-1.svg", "letter-2.png", "letter-2.svg", "letter.html",
        "letter.json", "letter.pdf", "letter.png",
      ]
    )
  }

  @Test func badSamplesAreToldAndTheRestIsBuilt() throws {
    let project = try TinyProject()
    try project.add("letter", settings: LetterForm.settings, body: LetterForm.body)
    let bad = RecordFixtures.filing(2, name: "")
    let filings = [RecordFixtures.filing(1), bad]
    try project.folder.write(RecordFixtures.document(filings), to: "content/samples/one.json")
    let run = try project.run("build", "-o", "站点")
    #expect(run.status == 2, "\(run.said)")
    #expect(run.complaints.contains("第 2 行"))
    #expect(project.folder.holds("站点/documents/one/letter.pdf"))
    #expect(project.folder.holds("站点/index.html"))
    #expect(!project.folder.holds("public"))
  }
}
