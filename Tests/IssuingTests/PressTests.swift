import Calendar
import Diagnostics
import DocumentTree
import Fonts
import Forms
import Issuing
import Records
import TestSupport
import Testing

/// Prints all documents of `run` into one PDF, each under its person's name.
///
/// `receive` may stop the bytes before they are kept.
private func printed(
  _ run: FormRun,
  writesBehind: Bool = false,
  receive: @escaping () throws -> Void = {}
) throws -> [UInt8] {
  var bytes: [UInt8] = []
  let press = try PDFPress(
    of: run,
    fonts: try TestFonts.library(),
    writesBehind: writesBehind
  ) {
    try receive()
    bytes += $0
  }
  try run.forEachBound { bound, filing throws(IssuingFailure) in
    let notices = try press.add(bound, style: run.form.style, bookmark: filing?.employee.name)
    #expect(notices.map(\.description) == [])
  }
  try press.finish()
  return bytes
}

@Suite struct PDFPressTests {
  private let people = RecordFixtures.document(
    ["丁一", "丙二"].enumerated().map { RecordFixtures.filing($0.offset + 1, name: $0.element) }
  )
  private let twoPages = "# {{form.title}}\n\n致{{e.name}}：\n\n```pagebreak\n```\n\n见附件。\n"

  @Test func everyDocumentOfABatchHasItsOwnPageNumbers() throws {
    let file = try printed(try run(try letterForm(body: twoPages), over: people))
    #expect(
      try pageTexts(of: file) == [
        "通知致丁一：—1/2—", "见附件。—2/2—", "通知致丙二：—1/2—", "见附件。—2/2—",
      ]
    )
  }

  @Test func everyDocumentOfABatchHasItsBookmark() throws {
    let file = try printed(try run(try letterForm(body: twoPages), over: people))
    #expect(try bookmarks(of: file) == ["丁一 1", "丙二 3"])
  }

  @Test func aRosterIsPrintedFromPulledRows() throws {
    let file = try printed(try run(try rosterForm(), over: people))
    #expect(
      try pageTexts(of: file) == [
        "吉林名册序号姓名编号1丁一f00000012丙二f0000002（以下空白）合计2人，"
          + genders(of: people) + "。第1页共1页"
      ]
    )
  }

  private func genders(of json: String) -> String {
    "男\(json.matches(of: /"sex":"男"/).count)人，女\(json.matches(of: /"sex":"女"/).count)人"
  }

  @Test func theSameRecordsGiveTheSameBytes() throws {
    let form = try letterForm(body: twoPages)
    #expect(try printed(try run(form, over: people)) == printed(try run(form, over: people)))
  }

  @Test func pagesAreCountedAsTheyLeave() throws {
    let run = try run(try letterForm(body: twoPages), over: people)
    let press = try PDFPress(title: "", date: nil, fonts: try TestFonts.library()) { _ in }
    var counts: [Int] = []
    press.onPage = { counts.append($0) }
    try run.forEachDocument { document, _ throws(IssuingFailure) in
      _ = try press.add(document, style: run.form.style)
    }
    try press.finish()
    #expect(counts == [1, 2, 3, 4])
    #expect(press.pageCount == 4)
  }

  @Test func aMissingGlyphNamesRowFieldCharacterAndFonts() throws {
    let filings = [
      RecordFixtures.filing(1), RecordFixtures.filing(2, name: "张\u{31350}"),
    ]
    let run = try run(try rosterForm(), over: RecordFixtures.document(filings))
    let failure = #expect(throws: IssuingFailure.self) { _ = try printed(run) }
    let told = try #require(failure?.diagnostics?.first).description
    for word in ["第 2 行 e.name", "\u{31350}（U+31350）", "Noto Serif CJK SC", "HanaMinB"] {
      #expect(told.contains(word), "\(told)")
    }
  }

  @Test func aRowThatChangesWhileItIsPrintedStopsTheFile() throws {
    let bytes = ChangingBytes(people)
    let run = try run(try rosterForm(), over: bytes.source(), keeping: 0)
    bytes.become(people.replacing(#""idType":"01""#, with: #""idType":[1]"#))
    let failure = #expect(throws: IssuingFailure.self) { _ = try printed(run) }
    #expect(failure?.diagnostics?.first?.code == "record.changed")
  }

  @Test func theReceiversOwnFailureComesBackAsItWas() throws {
    let run = try run(try letterForm(), over: people)
    let failure = #expect(throws: IssuingFailure.self) {
      let press = try PDFPress(title: "", date: nil, fonts: try TestFonts.library()) { _ in
        throw DiskFull()
      }
      try run.forEachDocument { document, _ throws(IssuingFailure) in
        _ = try press.add(document, style: run.form.style)
      }
      try press.finish()
    }
    guard case .sink(let error)? = failure else {
      Issue.record("not the sink's failure: \(String(describing: failure))")
      return
    }
    #expect(error is DiskFull)
    #expect(failure?.diagnostics == nil)
  }
}

/// A writer on a thread of its own tells and makes what one in the same task does.
@Suite(.timeLimit(.minutes(5))) struct WritingBehindTests {
  private let rows = RecordFixtures.batchJSON(rows: 400)

  @Test func aRosterIsTheSameByteByByte() throws {
    let run = try run(try rosterForm(), over: rows)
    let bytes = try printed(run, writesBehind: true)
    #expect(bytes == (try printed(run)))
    #expect(try pageTexts(of: bytes).count > 10)
  }

  @Test func aBatchIsTheSameByteByByte() throws {
    let form = try letterForm(
      body: "# {{form.title}}\n\n## 致{{e.name}}\n\n见[附件](#h)，[网页](https://a.example/)。\n"
        .replacing("[附件](#h)", with: "附件")
    )
    let run = try run(form, over: RecordFixtures.batchJSON(rows: 30))
    let bytes = try printed(run, writesBehind: true)
    #expect(bytes == (try printed(run)))
    #expect(try bookmarks(of: bytes).count == 30)
  }

  @Test func pagesAreCountedAsTheyLeave() throws {
    let run = try run(try letterForm(), over: RecordFixtures.batchJSON(rows: 3))
    let press = try PDFPress(
      title: "",
      date: nil,
      fonts: try TestFonts.library(),
      writesBehind: true
    ) { _ in }
    var counts: [Int] = []
    press.onPage = { counts.append($0) }
    try run.forEachDocument { document, _ throws(IssuingFailure) in
      _ = try press.add(document, style: run.form.style)
    }
    try press.finish()
    #expect(counts == [1, 2, 3])
    #expect(press.pageCount == 3)
  }

  @Test func aFileOfNoPagesIsRefused() throws {
    let press = try PDFPress(
      title: "",
      date: nil,
      fonts: try TestFonts.library(),
      writesBehind: true
    ) { _ in }
    let failure = #expect(throws: IssuingFailure.self) { try press.finish() }
    #expect(failure?.diagnostics?.first?.code == "issue.pdf")
    let next = #expect(throws: IssuingFailure.self) { try press.finish() }
    #expect(next?.diagnostics?.first?.message.contains("此前已出错") == true)
  }

  @Test(arguments: [true, false])
  func missingGlyphsOfAllRowsAreTold(_ writesBehind: Bool) throws {
    let rare = [20, 290]
    let filings = (1...300).map { row in
      RecordFixtures.filing(row, name: rare.contains(row) ? "张\u{31350}" : "张")
    }
    let run = try run(try rosterForm(), over: RecordFixtures.document(filings))
    let failure = #expect(throws: IssuingFailure.self) {
      _ = try printed(run, writesBehind: writesBehind)
    }
    let told = (failure?.diagnostics ?? []).map(\.description)
    #expect(told.count == rare.count)
    for (row, line) in zip(rare, told) { #expect(line.contains("第 \(row) 行 e.name")) }
    let words = try EnglishWords.vocabulary()
    for diagnostic in failure?.diagnostics ?? [] {
      let english = diagnostic.line(in: words)
      #expect(english.contains("fonts tried: ") && !english.contains { "、，（）".contains($0) })
    }
  }

  @Test(arguments: [true, false])
  func everythingThatAPDFMayNotHoldIsToldWithItsOrigin(_ writesBehind: Bool) throws {
    let long = "https://example.cn/" + String(repeating: "a", count: 40_000)
    let lines = (1...2).map { line in
      Block<Never>.paragraph(
        Paragraph(
          content: [
            .link(
              Link(
                destination: long + "\(line)",
                content: [
                  .text("网站", .source(SourceLocation(file: "body.md", line: line)))
                ],
                origin: .unknown
              )
            )
          ],
          origin: .unknown
        )
      )
    }
    let press = try PDFPress(
      title: "",
      date: nil,
      fonts: try TestFonts.library(),
      writesBehind: writesBehind
    ) { _ in }
    let document = Document<Never>(title: "甲", body: lines)
    let style = try rosterForm().style
    _ = try press.add(document, style: style)
    _ = try press.add(Document<Never>(title: "乙", body: lines), style: style)
    let failure = #expect(throws: IssuingFailure.self) { try press.finish() }
    let told = failure?.diagnostics ?? []
    #expect(told.map(\.code) == ["issue.pdf", "issue.pdf"])
    #expect(Set(told.map(\.message)) == ["PDF 的链接地址过长：40020 字节，最多 32767 字节"])
    #expect(
      told.map(\.origin) == (1...2).map { .source(SourceLocation(file: "body.md", line: $0)) }
    )
  }

  @Test(arguments: [true, false])
  func violationsAreToldTogetherWithMissingGlyphs(_ writesBehind: Bool) throws {
    func paragraph(_ content: Inline<Never>) -> Block<Never> {
      .paragraph(Paragraph(content: [content], origin: .unknown))
    }
    let long = "https://example.cn/" + String(repeating: "a", count: 40_000)
    let link = Link<Never>(destination: long, content: [.text("甲", .unknown)], origin: .unknown)
    let press = try PDFPress(
      title: "",
      date: nil,
      fonts: try TestFonts.library(),
      writesBehind: writesBehind
    ) { _ in }
    let style = try rosterForm().style
    _ = try press.add(Document<Never>(title: "甲", body: [paragraph(.link(link))]), style: style)
    let rare = Document<Never>(title: "乙", body: [paragraph(.text("张\u{31350}", .unknown))])
    let failure = #expect(throws: IssuingFailure.self) { _ = try press.add(rare, style: style) }
    #expect(failure?.diagnostics?.map(\.code) == ["issue.pdf", "layout.missingGlyph"])
  }

  @Test(arguments: [true, false])
  func aLateRowThatChangesIsTold(_ writesBehind: Bool) throws {
    let bytes = ChangingBytes(rows)
    let run = try run(try rosterForm(), over: bytes.source(), keeping: 0)
    let last = RecordFixtures.filing(400)
    #expect(rows.contains(#""id":"f0000400""#))
    bytes.become(
      rows.replacing(#""id":"f0000400","kind":"new""#, with: #""id":"f0000400","kind":[01]"#)
    )
    #expect(last.contains(#""kind":"new""#))
    let failure = #expect(throws: IssuingFailure.self) {
      _ = try printed(run, writesBehind: writesBehind)
    }
    #expect(failure?.diagnostics?.first?.code == "record.changed")
    #expect(failure?.diagnostics?.first?.message.contains("第 400 行") == true)
  }

  @Test(arguments: [0, 1, 2, 5])
  func aReceiverThatFailsStopsTheFileWhereverItDoes(_ times: Int) throws {
    let run = try run(try rosterForm(), over: rows)
    var left = times
    let failure = #expect(throws: IssuingFailure.self) {
      _ = try printed(run, writesBehind: true) {
        if left == 0 { throw DiskFull() }
        left -= 1
      }
    }
    guard case .sink(let error)? = failure else {
      Issue.record("not the sink's failure: \(String(describing: failure))")
      return
    }
    #expect(error is DiskFull)
  }

  @Test func theReceiversFailureGoesBeforeThatOfALaterRow() throws {
    let filings = (1...300).map { RecordFixtures.filing($0, name: $0 == 290 ? "张\u{31350}" : "张") }
    let run = try run(try rosterForm(), over: RecordFixtures.document(filings))
    let failure = #expect(throws: IssuingFailure.self) {
      _ = try printed(run, writesBehind: true) { throw DiskFull() }
    }
    #expect(failure?.diagnostics == nil)
  }

  @Test func aPressThatIsLetGoLeavesNoThreadBehind() throws {
    let run = try run(try rosterForm(), over: rows)
    let press = try PDFPress(
      title: "",
      date: nil,
      fonts: try TestFonts.library(),
      writesBehind: true
    ) { _ in }
    try run.forEachDocument { document, _ throws(IssuingFailure) in
      _ = try press.add(document, style: run.form.style)
    }
  }
}

/// A receiver that takes no more.
private struct DiskFull: Error {}

@Suite struct HTMLPressTests {
  private let people = RecordFixtures.document(
    ["丁一", "丙二"].enumerated().map { RecordFixtures.filing($0.offset + 1, name: $0.element) }
  )

  /// Returns all documents of `run` as one page.
  private func page(_ run: FormRun, _ stylesheet: HTMLPress.Stylesheet) throws -> String {
    var page = ""
    let press = try HTMLPress(title: run.title, stylesheet: stylesheet) { page += $0 }
    try run.forEachDocument { document, _ throws(IssuingFailure) in try press.add(document) }
    try press.finish()
    return page
  }

  @Test func everyDocumentIsASheet() throws {
    let page = try page(try run(try letterForm(), over: people), .linked(href: "a b.css"))
    #expect(page.hasPrefix("<!DOCTYPE html>\n<html lang=\"zh-CN\">"))
    #expect(page.hasSuffix("</html>\n"))
    #expect(page.matches(of: /<article class="sheet">/).count == 2)
    #expect(page.contains("<title>通知</title>"))
    #expect(page.contains("致丁一：见附件。") && page.contains("致丙二：见附件。"))
    #expect(page.contains(/<link rel="stylesheet" href="a(%20| )b.css">/))
    #expect(!page.contains("<style"))
  }

  @Test func aPageMayCarryItsRulesItself() throws {
    let run = try run(try rosterForm(), over: people)
    let css = try run.css(theme: ":root{--accent:#123456}")
    #expect(css.contains("--accent:#123456"))
    #expect(css.contains(/@page\s*\{[^}]*size:/))
    let page = try page(run, .inline(css: css))
    #expect(page.contains("--accent:#123456"))
    #expect(!page.contains("<link"))
    #expect(page.contains("<td>丁一</td>"))
  }

  @Test func theReceiversOwnFailureComesBackAsItWas() throws {
    let failure = #expect(throws: IssuingFailure.self) {
      _ = try HTMLPress(title: "", stylesheet: .inline(css: "")) { _ in throw DiskFull() }
    }
    guard case .sink(let error)? = failure else {
      Issue.record("not the sink's failure: \(String(describing: failure))")
      return
    }
    #expect(error is DiskFull)
  }

  @Test func aRowThatChangesStopsThePage() throws {
    let bytes = ChangingBytes(people)
    let run = try run(try rosterForm(), over: bytes.source(), keeping: 0)
    bytes.become(people.replacing(#""idType":"01""#, with: #""idType":[1]"#))
    let failure = #expect(throws: IssuingFailure.self) {
      _ = try page(run, .linked(href: "a.css"))
    }
    #expect(failure?.diagnostics?.first?.code == "record.changed")
  }
}
