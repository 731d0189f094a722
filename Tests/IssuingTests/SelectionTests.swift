import DocumentTree
import Forms
import Issuing
import Records
import TestSupport
import Testing

@Suite struct SelectionTests {
  /// Returns the filing `number` after replacements of its text.
  private func filing(
    _ number: Int,
    kind: RecordFixtures.Kind = .new,
    name: String = "张示例",
    _ changes: (String, String)...
  ) -> String {
    changes.reduce(RecordFixtures.filing(number, kind: kind, name: name)) {
      #expect($0.contains($1.0), "nothing to replace: \($1.0)")
      return $0.replacing($1.0, with: $1.1)
    }
  }

  private let approved = #""review":{"status":"审核通过""#

  private func reviewed(_ status: String) -> (String, String) {
    (approved, #""review":{"status":"\#(status)""#)
  }

  private func selection(_ form: Form, _ filings: [String]) throws -> Selection {
    try run(form, over: RecordFixtures.document(filings)).selection
  }

  private func told(_ selection: Selection) -> [String] {
    selection.exclusions.map { "\($0.reason.label) \($0.count)" }
  }

  @Test func aRosterTakesOnlyItsKinds() throws {
    let json = RecordFixtures.batchJSON(rows: 6, kinds: [.new, .renew, .terminate])
    let chosen = try run(try rosterForm(kinds: "[new]"), over: json).selection
    #expect(chosen.rows.sorted() == [1, 4])
    #expect(told(chosen).isEmpty)
    let ended = try run(try rosterForm(kinds: "[terminate, renew]"), over: json).selection
    #expect(ended.rows.sorted() == [2, 3, 5, 6])
    #expect(ended.facts.terminated == 2)
  }

  @Test func aFormWithoutKindsTakesAll() throws {
    let json = RecordFixtures.batchJSON(rows: 3, kinds: [.new, .renew, .terminate])
    #expect(try run(try rosterForm(kinds: "[]"), over: json).selection.rows.count == 3)
  }

  @Test func onlyAnImportMayHavePassedByItself() throws {
    let automatic = reviewed("自动通过")
    let chosen = try selection(
      try rosterForm(),
      [
        filing(1, automatic),
        filing(2, automatic, (#""kind":"new""#, #""kind":"import""#)),
        filing(3, (#""kind":"new""#, #""kind":"import""#)),
      ]
    )
    #expect(chosen.rows == [2, 3])
    #expect(told(chosen) == ["尚未审核通过 1"])
  }

  @Test func whatIsLeftOutIsCountedInTheOrderOfTheReasons() throws {
    let chosen = try selection(
      try rosterForm(),
      [
        filing(1, reviewed("审核不通过")), filing(2, reviewed("未审核")),
        filing(3, reviewed("已提交")), filing(4, reviewed("撤销")), filing(5, reviewed("作废")),
        filing(6, (#""contractState":"新订""#, #""contractState":"确定""#)), filing(7),
      ]
    )
    #expect(chosen.rows == [7])
    #expect(told(chosen) == ["已作废 1", "已撤销 1", "合同状态含义不明 1", "尚未审核通过 2", "审核不通过 1"])
    #expect(chosen.facts.count == 1)
  }

  @Test func anEmployerNotApprovedHasNoRoster() throws {
    let json = RecordFixtures.batchJSON(rows: 3, kinds: [.new, .new, .renew])
      .replacing(#""review":{"status":"审核通过"}"#, with: #""review":{"status":"未审核"}"#)
    let chosen = try run(try rosterForm(), over: json).selection
    #expect(chosen.rows.isEmpty)
    #expect(told(chosen) == ["单位基本信息尚未审核通过 2"])
    #expect(try run(try letterForm(), over: json).selection.rows.count == 3)
  }

  @Test(arguments: ["contract", "certificate"])
  func whatIsSignedOnPaperDoesNotWaitForTheReview(_ gate: String) throws {
    let chosen = try selection(
      try letterForm(gate: gate),
      [
        filing(1, reviewed("未审核")), filing(2, reviewed("审核不通过")), filing(3, reviewed("作废")),
        filing(4, (#""contractState":"新订""#, #""contractState":"作废""#)),
      ]
    )
    #expect(chosen.rows == [1, 2])
    #expect(told(chosen) == ["已作废 2"])
  }

  @Test func refusedRowsAreCountedAndNeverChosen() throws {
    let chosen = try selection(
      try rosterForm(),
      [filing(1), filing(2, (#""name":"张示例""#, #""name":7"#)), filing(3)]
    )
    #expect(chosen.rows == [1, 3])
    #expect(chosen.refusedCount == 1)
  }

  @Test func rowsStandByApprovalThenNameThenID() throws {
    let day = #""approvedAt":"2026-11-19""#
    let late = (day, #""approvedAt":"2026-11-20""#)
    let none = (day + ",", "")
    let unhandled = (#","handledAt":"2026-11-19 10:22:31.0""#, "")
    let chosen = try selection(
      try rosterForm(),
      [
        filing(1, name: "乙", late), filing(2, name: "甲", none, unhandled),
        filing(3, name: "丁"), filing(4, name: "丙"),
        filing(5, name: "丙", ("f0000005", "e0000005")), filing(6, name: "乙"),
      ]
    )
    // 丁 U+4E01, 丙 U+4E19, 乙 U+4E59: names stand by code points.
    #expect(chosen.rows == [3, 5, 4, 6, 1, 2])
  }

  @Test func theOrderDoesNotDependOnTheOrderOfTheFile() throws {
    for seed in 1...10 as ClosedRange<UInt64> {
      var random = SeededGenerator(seed: seed)
      let names = ["王伟", "李娜", "张三", "王伟", "阿依古丽", "㛃", "𬭼"]
      let filings = names.enumerated().map { filing($0.offset + 1, name: $0.element) }
      let ordered = { (filings: [String]) in
        try run(try rosterForm(), over: RecordFixtures.document(filings)).documents()[0]
          .document.dump()
      }
      let shuffled = filings.shuffled(using: &random)
      #expect(try ordered(filings) == ordered(shuffled), "seed \(seed)")
    }
  }
}
