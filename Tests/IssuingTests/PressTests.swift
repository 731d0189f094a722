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
private func printed(_ run: FormRun) throws -> [UInt8] {
  var bytes: [UInt8] = []
  let press = try PDFPress(
    title: run.title,
    date: run.file.batch.asOf,
    fonts: try TestFonts.library()
  ) { bytes += $0 }
  try run.forEachDocument { document, filing throws(IssuingFailure) in
    let notices = try press.add(document, style: run.form.style, bookmark: filing?.employee.name)
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
    let told = try #require(failure?.diagnostic).description
    for word in ["第 2 行 e.name", "\u{31350}（U+31350）", "Noto Serif CJK SC", "HanaMinB"] {
      #expect(told.contains(word), "\(told)")
    }
  }

  @Test func aRowThatChangesWhileItIsPrintedStopsTheFile() throws {
    let bytes = ChangingBytes(people)
    let run = try run(try rosterForm(), over: bytes.source())
    bytes.become(people.replacing(#""idType":"01""#, with: #""idType":[1]"#))
    let failure = #expect(throws: IssuingFailure.self) { _ = try printed(run) }
    #expect(failure?.diagnostic?.code == "record.changed")
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
    #expect(failure?.diagnostic == nil)
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
    let run = try run(try rosterForm(), over: bytes.source())
    bytes.become(people.replacing(#""idType":"01""#, with: #""idType":[1]"#))
    let failure = #expect(throws: IssuingFailure.self) {
      _ = try page(run, .linked(href: "a.css"))
    }
    #expect(failure?.diagnostic?.code == "record.changed")
  }
}
