import Foundation
import TestSupport
import Testing

/// A roster that was saved gets the employer's seal and signature, and keeps its bytes and its number.
@Suite struct RosterSealTests {
  private let folder: TemporaryFolder
  private let authority: TestAuthority

  init() throws {
    folder = try TemporaryFolder()
    authority = try TestAuthority.shared.get()
    let filings = (1...60).map { RecordFixtures.filing($0) }
    try folder.write(RecordFixtures.document(filings), to: "a.json")
    try run("roster", "save", "roster-new", "a.json", "-o", "名册.pdf")
    try run("seal", "new", "公章", "--records", "a.json")
    try run("seal", "authorise", "YZ-0001", "--person", "李示例")
  }

  @discardableResult
  private func run(_ words: String..., status: Int32 = 0) throws -> Program.Outcome {
    try run(words, status: status)
  }

  @discardableResult
  private func run(_ words: [String], status: Int32) throws -> Program.Outcome {
    let outcome = try Program.mingce.run(
      words,
      in: folder.url,
      environment: ["MINGCE_KEY_PASSWORD": TestAuthority.password]
    )
    #expect(outcome.status == status, "\(words) \(outcome.said)")
    return outcome
  }

  @discardableResult
  private func seal(
    _ file: String,
    to target: String,
    _ more: [String] = [],
    status: Int32 = 0
  ) throws -> Program.Outcome {
    try run(
      ["sign", file, "--as", "employer", "--key", authority.path("employer.p12")]
        + ["--seal", "YZ-0001", "--person", "李示例", "-o", target] + more,
      status: status
    )
  }

  private func bytes(of name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.file(name)))
  }

  @Test func aSavedRosterIsSealedBehindItsOwnBytes() throws {
    try seal("名册.pdf", to: "盖章.pdf")
    let (saved, sealed) = (try bytes(of: "名册.pdf"), try bytes(of: "盖章.pdf"))
    #expect(sealed.starts(with: saved))
    for file in [saved, sealed] {
      let breaches = ArchivalJudge.breaches(in: file)
      #expect(breaches.isEmpty, "\(breaches)")
    }
    let verdict = try run("verify", "--roots", authority.path("root.pem"), "盖章.pdf")
    #expect(verdict.output.contains("有效，1 个签名"), "\(verdict.said)")
    let check = try Program.tool("qpdf").run(["--check", "盖章.pdf"], in: folder.url)
    #expect(check.status == 0 && check.complaints.isEmpty, "\(check.said)")
    let uses = try run("seal", "uses")
    #expect(uses.output.contains("最近三个月共 1 次"), "\(uses.said)")
    // It waits for nobody, and the ledger still knows its number and its file.
    #expect(try run("status").output.contains("共 0 份"))
    try run("ledger", "verify")
    try run("roster", "reprint", "XQ-2026-0001", "-o", "重印.pdf")
    #expect(try bytes(of: "重印.pdf") == saved)
  }

  /// The seal has its true size, and its middle is that of its place.
  @Test func theSealStandsInTheMiddleOfItsPlace() throws {
    try seal("名册.pdf", to: "盖章.pdf")
    let (before, after) = (try place(in: "名册.pdf"), try place(in: "盖章.pdf"))
    #expect(abs(before.x - after.x) < 0.01 && abs(before.y - after.y) < 0.01)
    // 40 mm are 113.386 pt.
    #expect(abs(after.width - 113.386) < 0.01 && abs(after.height - 113.386) < 0.01)
  }

  /// The file with nothing compressed.
  private func plain(_ name: String) throws -> String {
    let words = ["--qdf", "--object-streams=disable", name, "plain.pdf"]
    #expect(try Program.tool("qpdf").run(words, in: folder.url).status == 0)
    return String(decoding: try bytes(of: "plain.pdf"), as: UTF8.self)
  }

  private func place(
    in name: String
  ) throws -> (x: Double, y: Double, width: Double, height: Double) {
    let text = try plain(name)
    let found = try #require(
      text.firstMatch(of: /\/Rect \[\s*([-0-9.\s]+)\]/)?.output.1,
      "\(name) has a place"
    )
    let corners = found.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    try #require(corners.count == 4)
    return (
      (corners[0] + corners[2]) / 2, (corners[1] + corners[3]) / 2, corners[2] - corners[0],
      corners[3] - corners[1]
    )
  }

  /// Its slices stand on every page, ten at most of one seal, and beside the seal stands when that was and what it is.
  @Test(arguments: [([], 11), (["--duplex"], 6)])
  func aSealStandsAcrossThePagesOfASavedRoster(_ more: [String], _ slices: Int) throws {
    let filings = (101...265).map { RecordFixtures.filing($0) }
    try folder.write(RecordFixtures.document(filings), to: "b.json")
    try run("roster", "save", "roster-new", "b.json", "-o", "长名册.pdf")
    try seal("长名册.pdf", to: "盖章.pdf", ["--cross-page"] + more)
    let (saved, sealed) = (try bytes(of: "长名册.pdf"), try bytes(of: "盖章.pdf"))
    #expect(sealed.starts(with: saved))
    let breaches = ArchivalJudge.breaches(in: sealed)
    #expect(breaches.isEmpty, "\(breaches)")
    let verdict = try run("verify", "--roots", authority.path("root.pem"), "盖章.pdf")
    #expect(verdict.output.contains("有效，1 个签名"), "\(verdict.said)")
    let text = try plain("盖章.pdf")
    // Once for each slice, and once in the field.
    #expect(text.matches(of: /\/Seal Do/).count == slices + 1)
    #expect(text.matches(of: /\/BM \/Multiply/).count == 2)
    let paper = try Program.tool("pdftotext").run(["盖章.pdf", "-"], in: folder.url).output
    let check = try #require(paper.firstMatch(of: /校验码：([0-9a-f]{16})/)?.output.1)
    #expect(paper.contains("签署编号 \(check)") && paper.contains("电子签名"), "\(paper.prefix(500))")
    #expect(try !plain("长名册.pdf").contains("/Seal Do"))
  }

  /// Two pages on one sheet have no seam; who prints on one side only is told what to do.
  @Test func aSingleSheetHasNoSeam() throws {
    let filings = (101...120).map { RecordFixtures.filing($0) }
    try folder.write(RecordFixtures.document(filings), to: "b.json")
    try run("roster", "save", "roster-new", "b.json", "-o", "两页.pdf")
    let pages = try Program.tool("pdfinfo").run(["两页.pdf"], in: folder.url).output
    try #require(pages.contains(/Pages: +2\n/), "\(pages)")
    let sheet = try seal("两页.pdf", to: "一张.pdf", ["--cross-page", "--duplex"])
    #expect(sheet.complaints.contains("没有盖骑缝章") && sheet.complaints.contains("去掉 --duplex"))
    #expect(try plain("一张.pdf").matches(of: /\/Seal Do/).count == 1)
    let sheets = try seal("两页.pdf", to: "两张.pdf", ["--cross-page"])
    #expect(!sheets.complaints.contains("骑缝章"), "\(sheets.said)")
    #expect(try plain("两张.pdf").matches(of: /\/Seal Do/).count == 3)
    // The same of what is printed and sealed at one go.
    let printed = try seal(
      "b.json",
      to: "印好.pdf",
      ["--form", "roster-new", "--cross-page", "--duplex"]
    )
    #expect(printed.complaints.contains("没有盖骑缝章"), "\(printed.said)")
  }

  @Test func onlyWhatTheLedgerKnowsIsSealed() throws {
    var changed = try bytes(of: "名册.pdf")
    changed += Array("\n".utf8)
    try Data(changed).write(to: folder.file("改过.pdf"))
    try run("render", "roster-new", "a.json", "-o", "没有编号.pdf")
    for name in ["改过.pdf", "没有编号.pdf"] {
      let refused = try seal(name, to: "盖章.pdf", status: 1)
      #expect(refused.complaints.contains("不是账本里保存的名册"), "\(refused.said)")
    }
    try run("roster", "void", "XQ-2026-0001", "--reason", "登记错误")
    let void = try seal("名册.pdf", to: "盖章.pdf", status: 1)
    #expect(void.complaints.contains("已经作废"), "\(void.said)")
    #expect(!folder.holds("盖章.pdf"))
    #expect(try run("seal", "uses").output.contains("共 0 次"))
  }

  @Test func aSecondRunSealsNothingTwice() throws {
    try seal("名册.pdf", to: "盖章.pdf")
    let first = try bytes(of: "盖章.pdf")
    let again = try seal("名册.pdf", to: "盖章.pdf")
    #expect(again.complaints.contains("1 份以前签过"), "\(again.said)")
    #expect(try bytes(of: "盖章.pdf") == first)
    #expect(try run("seal", "uses").output.contains("共 1 次"))
  }
}
