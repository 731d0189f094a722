import Foundation
import TestSupport
import Testing

/// What holds for every document that the shipped project makes.
@Suite struct SampleDocumentTests {
  private let build: SampleBuild

  init() throws {
    build = try SampleBuild.shared.get()
  }

  @Test func aNewProjectIsBuiltWithoutComplaint() throws {
    #expect(build.statuses == [0, 0], "\(build.said)")
    #expect(!build.said.joined().contains("错误"))
    #expect(!build.said.joined().contains("警告"))
    let files = try build.files("")
    for name in ["index.html", "404.html", "guides/jilin-filing/jilin-filing.pdf"] {
      #expect(files.contains(name))
    }
    #expect(try build.files(".pdf", below: "documents/").count >= 20)
    #expect(try build.files(".pdf", below: "guides/").count == 5 + 66)
    #expect(try build.files(".part").isEmpty)
  }

  @Test func theSameProjectMakesTheSameBytesTwice() throws {
    // Ledgers beside the output hold stamps of files, which no two files share.
    let trees = try build.projects.map { project in
      try fileContents(below: project).filter { !$0.key.hasPrefix(".mingce/") }
    }
    #expect(trees[0].keys.sorted() == trees[1].keys.sorted())
    for (path, bytes) in trees[0] {
      #expect(trees[1][path] == bytes, "\(path) differs")
    }
  }

  @Test func qpdfFindsNothingWrongInAnyFile() throws {
    for path in try build.files(".pdf") {
      let outcome = try Program.tool("qpdf").run(["--check", path], in: build.output)
      #expect(outcome.status == 0, "\(path): \(outcome.said)")
      #expect(outcome.complaints.isEmpty, "\(path): \(outcome.complaints)")
      #expect(outcome.output.contains("No syntax or stream encoding errors found"), "\(path)")
    }
  }

  @Test func everyFileKeepsTheClausesOfArchivesAndListeners() throws {
    for path in try build.files(".pdf") {
      let file = Array(try Data(contentsOf: build.output.appending(path: path)))
      let breaches = ArchivalJudge.breaches(in: file)
      #expect(breaches.isEmpty, "\(path): \(breaches.prefix(3))")
    }
  }

  @Test func everyPrintedTextComesBackAsItWasBound() throws {
    for path in try build.files(".pdf", below: "documents/") {
      let text = try PrintedText(build.output.appending(path: String(path.dropLast(4))))
      // The shortest, a proof of one period, has some hundred and ninety characters.
      #expect(text.told.count > 150, "\(path)")
      #expect(
        text.printed == text.told || text.printed == text.toldWithoutClosing,
        "\(path): \(parting(text.printed, text.told))"
      )
    }
  }

  @Test func everyCertificateStandsOnOnePage() throws {
    for path in try build.files(".pdf", below: "documents/") where path.contains("/certificate") {
      let stem = build.output.appending(path: String(path.dropLast(4)))
      let html = try String(contentsOf: stem.appendingPathExtension("html"), encoding: .utf8)
      let sheets = html.matches(of: /<article class="sheet">/).count
      #expect(try PrintedText(stem).pageCount == sheets, "\(path)")
    }
  }

  @Test func noFileDrawsAMissingGlyph() throws {
    for path in try build.files(".pdf") {
      let file = build.output.appending(path: path)
      let scan = try GlyphScan(ofPDF: file)
      let written = try pageTexts(ofPDF: file).joined().unicodeScalars.count
      #expect(scan.notdefCount == 0, "\(path)")
      #expect(scan.puzzle == nil, "\(path)")
      #expect(scan.glyphCount >= written * 9 / 10, "\(path)")
    }
  }

  @Test(arguments: ["㛃", "䶮", "𬭼", "𠅤", "𫓧"])
  func aRareNameIsPrinted(_ character: String) throws {
    let roster = build.output.appending(path: "documents/jilin/roster-new.pdf")
    #expect(try pageTexts(ofPDF: roster).joined().contains(character))
  }

  @Test func everyRosterPageHasHeadAndNumber() throws {
    for path in try build.files(".pdf", below: "documents/") where path.contains("/roster-") {
      let pages = try pageTexts(ofPDF: build.output.appending(path: path))
      for (index, page) in pages.enumerated() {
        #expect(page.contains("统一社会信用代码："), "\(path)")
        #expect(page.contains("序号"), "\(path)")
        #expect(page.hasSuffix("第\(index + 1)页共\(pages.count)页"), "\(path)")
      }
    }
  }

  @Test(arguments: [
    "jilin-filing", "zhanyi-signing", "shanxi-packages", "jilin-econtract", "zhuzhou-rst",
  ])
  func aGuideOnPaperSaysWhatItsPagesSay(_ guide: String) throws {
    let pdf = build.output.appending(path: "guides/\(guide)/\(guide).pdf")
    let printed = try withoutRunningLines(try pageTexts(ofPDF: pdf))
    let pages = try build.files(".html", below: "guides/\(guide)/").filter {
      $0.contains(/\/\d\d-/)
    }
    #expect(pages.count > 5)
    for page in pages {
      let html = try String(contentsOf: build.output.appending(path: page), encoding: .utf8)
      let texts = try blockTexts(of: html)
      #expect(texts.count > 5, "\(page)")
      let missing = texts.filter { !printed.contains($0) }
      #expect(missing.isEmpty, "\(page): \(missing.prefix(3))")
    }
  }

  /// Returns the text of all pages without their running lines, which the cover has not: what the foot says, the same but
  /// for the page's number, and behind that the head, which begins with the same name.
  private func withoutRunningLines(_ pages: [String]) throws -> String {
    let cover = try #require(pages.first)
    let others = try pages.enumerated().dropFirst().map { index, page in
      let number = try #require(page.ranges(of: "—\(index + 1)—").last)
      return (text: page[..<number.lowerBound], head: page[number.upperBound...])
    }
    let label = shared(others.map { String($0.text.reversed()) })
    #expect(!label.isEmpty)
    #expect(!shared(others.map { String($0.head) }).isEmpty)
    return cover + others.map { $0.text.dropLast(label.count) }.joined()
  }

  /// Returns how all texts begin.
  private func shared(_ texts: [String]) -> String {
    texts.dropFirst().reduce(texts.first ?? "") { $0.commonPrefix(with: $1) }
  }

  /// Returns what each heading, paragraph, list item and table cell of a guide's page says.
  private func blockTexts(of html: String) throws -> [String] {
    let article = try #require(html.firstMatch(of: /<article class="prose">((?s:.*?))<\/article>/))
    // On paper a mark may follow the number of a chapter.
    let text = article.output.1.replacing(/<span class="number">.*?<\/span>/, with: "")
    return text.matches(of: /<(h1|h2|h3|p|li|th|td)\b([^>]*)>((?s:.*?))<\/\1>/)
      .filter { !$0.output.2.contains("class=\"facts\"") }
      .map { denseText(ofHTML: $0.output.3) }.filter { !$0.isEmpty }
  }
}

extension PrintedText {
  /// The web page's text without the line that ends a roster, which an exactly full page does not need.
  var toldWithoutClosing: String { told.replacing("（以下空白）", with: "") }
}

@Suite struct GlyphScanTests {
  private func scan(_ content: String) throws -> GlyphScan {
    let file = "%% Contents for page 1\n4 0 obj\n<<\n>>\nstream\n\(content)\nendstream\n(\0\0) Tj\n"
    return try GlyphScan(ofPlainForm: Array(file.utf8))
  }

  @Test func aMissingGlyphIsSeen() throws {
    let found = try scan("BT\n(\0\u{12}\0\0) Tj\n[(\0\u{3}) -20 (\0\0)] TJ\nET")
    #expect(found.glyphCount == 4)
    #expect(found.notdefCount == 2)
    #expect(found.puzzle == nil)
  }

  @Test func zerosAcrossTwoGlyphsAreNoMissingGlyph() throws {
    #expect(try scan("(\u{12}\0\04) Tj").notdefCount == 0)
  }

  @Test func aReverseSolidusIsNoPartOfAGlyph() throws {
    let found = try scan(#"(\(\)\\\n\r4) Tj"#)
    #expect(found.glyphCount == 3)
    #expect(found.puzzle == nil)
  }

  @Test(arguments: ["(abc) Tj", "<1234> Tj", "(ab", #"(\101) Tj"#])
  func whatCannotBeReadIsTold(content: String) throws {
    #expect(try scan(content + (content.hasSuffix("Tj") ? "" : " Tj")).puzzle != nil)
  }
}
