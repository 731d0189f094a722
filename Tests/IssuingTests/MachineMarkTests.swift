import Diagnostics
import Digests
import DocumentTree
import Forms
import Issuing
import PDFFiles
import Records
import TestSupport
import Testing

@Suite struct MachineMarkTests {
  private let people = RecordFixtures.document(
    ["丁一", "丙二"].enumerated().map { RecordFixtures.filing($0.offset + 1, name: $0.element) }
  )

  private func letter(_ mark: String = "machineMark: text") throws -> Form {
    let settings = """
      title: 通知
      summary: 测试
      scope: filing
      edition: "3"
      order: [e.name, id]
      \(mark)
      """
    return try opened(settings, "# {{form.title}}\n\n致{{e.name}}（{{e.idNumber}}）：见附件。\n")
  }

  private func roster(_ mark: String) throws -> Form {
    let settings = "title: 名册\nsummary: 测试\nscope: roster\n\(mark)\n"
    return try opened(settings, "```table filings\n序号 | seq | 10\n姓名 | e.name | 30\n```\n")
  }

  /// The first digits of the hash of what the file of `run` carries.
  private func hash(of run: FormRun, choices: PaperChoices = PaperChoices()) throws -> String {
    var bytes: [UInt8] = []
    let press = try PDFPress(of: run, fonts: try TestFonts.library(), choices: choices) {
      bytes += $0
    }
    try run.forEachBound { bound, _ throws(IssuingFailure) in
      _ = try press.add(bound, style: run.form.style)
    }
    try press.finish()
    return Digest(of: try #require(try PDFFile(bytes).record())).short
  }

  private func marks(_ run: FormRun) throws -> [String?] {
    try run.documents().map(\.document.mark?.text)
  }

  @Test func aPaperShowsTheHashOfTheRecordInItsFile() throws {
    let one = RecordFixtures.document([RecordFixtures.filing(1, name: "丁一")])
    let letters = try run(try letter(), over: one)
    #expect(try marks(letters) == ["校验码：\(try hash(of: letters))　第3版"])
    let roster = try run(try roster("machineMark: text"), over: people)
    #expect(try marks(roster) == ["校验码：\(try hash(of: roster))　第1版"])
  }

  @Test func inABatchEachPaperShowsWhatItWouldAlone() throws {
    let alone = try ["丁一", "丙二"].enumerated().map {
      let filing = RecordFixtures.filing($0.offset + 1, name: $0.element)
      return try marks(try run(try letter(), over: RecordFixtures.document([filing])))[0]
    }
    #expect(try marks(try run(try letter(), over: people)) == alone)
    #expect(alone[0] != alone[1])
  }

  @Test func anotherValueGivesAnotherMarkAndTheSameTheSame() throws {
    let letters = try run(try letter(), over: people)
    #expect(try marks(letters) == marks(try run(try letter(), over: people)))
    let other = people.replacing("丁一", with: "丁三")
    #expect(try marks(letters)[0] != marks(try run(try letter(), over: other))[0])
  }

  @Test func aNumberedRosterShowsWhatTheLedgerKnows() throws {
    let run = try run(try roster("machineMark: qr"), over: people)
      .numbered("XQ-2026-0001", check: "0123456789abcdef")
    let mark = try #require(try run.documents()[0].document.mark)
    #expect(mark.text == "名册编号：XQ-2026-0001　校验码：0123456789abcdef　第1版")
    #expect(mark.code?.side == 29)
  }

  @Test func aMaskedPaperShowsTheHashOfItsMaskedRecord() throws {
    var form = try letter()
    form.mask = .web
    let one = RecordFixtures.document([RecordFixtures.filing(1, name: "丁一")])
    let (masked, whole) = (try run(form, over: one), try run(try letter(), over: one))
    #expect(try marks(masked) == ["校验码：\(try hash(of: masked))　第3版"])
    #expect(try marks(masked) != marks(whole))
  }

  @Test func onlyFormsThatAskForItHaveAMark() throws {
    #expect(try marks(try run(try letter(""), over: people)) == [nil, nil])
    let line = try run(try letter(), over: people).documents()[0].document.mark
    #expect(line != nil && line?.code == nil)
  }

  @Test func aRowThatChangesWhileItIsHashedStopsTheFile() throws {
    let bytes = ChangingBytes(people)
    let run = try run(try roster("machineMark: text"), over: bytes.source(), keeping: 0)
    bytes.become(people.replacing(#""idType":"01""#, with: #""idType":[1]"#))
    let failure = #expect(throws: IssuingFailure.self) { _ = try run.documents() }
    #expect(failure?.diagnostics?.first?.code == "record.changed")
  }
}
