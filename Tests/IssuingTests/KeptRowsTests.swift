import DocumentTree
import Forms
import Records
import TestSupport
import Testing

@testable import Issuing

/// A roster is the same whether its rows were kept or read again.
struct KeptRowsTests {
  private static let settings = """
    title: {default: 名册}
    summary: 测试
    scope: roster
    select: {kinds: [new], gate: roster}
    order: [e.name, id]
    orientation: landscape
    empty: "—"
    """
  private static let body = """
    # {{form.title}}

    ```table filings
    序号 | {{seq}}号 | 10 | 中
    姓名 | e.name | 30 | 左
    单位 | emp.name | 30
    备注 | f.remark | 10 | 左 | 斜线
    核对 | {{f.remark:8}} | 20
    类别 | c.termType | 20 | 中 | 合并
    期限 | {{c.startDate:中文日期}}起，至{{c.endDate}}止 | 40
    月工资 | c.wage.monthly:千分位 | 20 | 右
    @group c.termType
    @pagetotal 小计{{page.count}}人 | {{合计:c.wage.monthly}} |
    @total 合计 | {{合计:c.wage.monthly}} |
    ```
    """

  /// Returns the roster of `json` when `room` bytes of rows are kept, as text, with how many rows were.
  private func roster(_ json: String, room: Int) throws -> (dump: String, kept: Int) {
    let form = try opened(Self.settings, Self.body)
    var builder = SelectionBuilder(form, room: room)
    let source = ByteSource(name: "a.json", bytes: Array(json.utf8))
    let file = try openRecords(source) { outcome, batch in
      if let batch { builder.visit(outcome, in: batch) }
    }
    let selection = builder.finish()
    let run = FormRun(form, of: file, selection: selection)
    let documents = try run.documents()
    return (
      documents[0].document.dump(showsOrigins: true),
      selection.rows.indices.count { selection.kept.contains($0) }
    )
  }

  @Test(arguments: 1...6 as ClosedRange<UInt64>)
  func keptRowsAreThoseThatAreReadAgain(seed: UInt64) throws {
    let json = RecordFixtures.batchJSON(rows: 40, seed: seed)
    let all = try roster(json, room: 1 << 20)
    let none = try roster(json, room: 0)
    #expect(all.kept > 0 && none.kept == 0)
    #expect(all.dump == none.dump, "seed \(seed)")
  }

  @Test func rowsBeyondTheRoomAreReadAgainInTheirPlaces() throws {
    let json = RecordFixtures.batchJSON(rows: 40, seed: 9)
    let whole = try roster(json, room: 1 << 20)
    let part = try roster(json, room: 700)
    #expect(part.kept > 0 && part.kept < whole.kept)
    #expect(part.dump == whole.dump)
  }

  @Test func longTextsAndRareCharactersAreKeptToTheByte() throws {
    let names = ["𠮷𬭼㛃", "阿卜杜拉·买买提", "e\u{301}", "é", String(repeating: "长", count: 50)]
    let json = RecordFixtures.document(
      names.enumerated().map { RecordFixtures.filing($0.offset + 1, name: $0.element) }
    )
    let (all, none) = (try roster(json, room: 1 << 20), try roster(json, room: 0))
    #expect(Array(all.dump.utf8) == Array(none.dump.utf8))
    for name in names where name != "e\u{301}" { #expect(all.dump.contains(name)) }
  }

  @Test func keptRowsNeedNoFileAnyMore() throws {
    let bytes = ChangingBytes(RecordFixtures.batchJSON(rows: 5))
    let run = try run(try rosterForm(), over: bytes.source())
    let before = try run.documents()[0].document.dump()
    bytes.become("{}")
    #expect(try run.documents()[0].document.dump() == before)
  }
}
