import Diagnostics
import DocumentTree
import Forms
import Issuing
import Records
import TestSupport
import Testing

@Suite struct PreviewPressTests {
  private let people = RecordFixtures.document(
    ["丁一", "丙二"].enumerated().map { RecordFixtures.filing($0.offset + 1, name: $0.element) }
  )
  private let twoPages = "# {{form.title}}\n\n致{{e.name}}：\n\n```pagebreak\n```\n\n见附件。\n"

  /// The pictures of all documents of `run`, as text, by their numbers.
  private func pictures(
    _ run: FormRun,
    _ choices: PreviewChoices = PreviewChoices(),
    taking: @escaping (Int) throws -> Void = { _ in }
  ) throws -> [Int: String] {
    var pictures: [Int: String] = [:]
    let press = PreviewPress(
      title: run.title,
      fonts: try TestFonts.library(),
      format: .svg,
      choices: choices
    ) {
      try taking($0)
      pictures[$0] = String(decoding: $1, as: UTF8.self)
    }
    try run.forEachDocument { document, _ throws(IssuingFailure) in
      _ = try press.add(document, style: run.form.style)
    }
    try press.finish()
    #expect(press.pictureCount == pictures.count)
    return pictures
  }

  @Test func picturesAreNumberedThroughAllDocuments() throws {
    let pictures = try pictures(try run(try letterForm(body: twoPages), over: people))
    #expect(pictures.keys.sorted() == [1, 2, 3, 4])
    for (number, text) in pictures { #expect(text.contains("<title>《通知》第\(number)页</title>")) }
    // The foot says how many pages the document has, and the letters differ by a name alone.
    #expect(pictures[1] != pictures[3])
    let nameless = { (text: String?) in text?.replacing(/<title>.*<\/title>/, with: "") }
    #expect(nameless(pictures[2]) == nameless(pictures[4]))
  }

  @Test func onlyThePagesThatWereAskedForAreDrawn() throws {
    let run = try run(try letterForm(body: twoPages), over: people)
    let all = try pictures(run)
    let some = try pictures(run, PreviewChoices(pages: 2...3))
    #expect(some == all.filter { (2...3).contains($0.key) })
  }

  @Test func pagesThatAreNotThereAreTold() throws {
    let run = try run(try letterForm(body: twoPages), over: people)
    let failure = #expect(throws: IssuingFailure.self) {
      _ = try pictures(run, PreviewChoices(pages: 4...5))
    }
    let told = try #require(failure?.diagnostics?.first).description
    #expect(told.contains("《通知》共 4 页") && told.contains("第 4 页至第 5 页"), "\(told)")
  }

  @Test func aMissingGlyphStopsThePictures() throws {
    let strange = RecordFixtures.document([RecordFixtures.filing(1, name: "张\u{31350}")])
    let failure = #expect(throws: IssuingFailure.self) {
      _ = try pictures(try run(try rosterForm(), over: strange))
    }
    #expect(failure?.diagnostics?.first?.description.contains("U+31350") == true)
  }

  @Test func theReceiversOwnFailureComesBackAsItWas() throws {
    struct DiskFull: Error {}
    let run = try run(try letterForm(), over: people)
    let failure = #expect(throws: IssuingFailure.self) {
      _ = try pictures(run) { if $0 == 2 { throw DiskFull() } }
    }
    guard case .sink(let error)? = failure else {
      Issue.record("not the sink's failure: \(String(describing: failure))")
      return
    }
    #expect(error is DiskFull)
  }
}
