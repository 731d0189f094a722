import DocumentTree
import Forms
import Issuing
import Records
import TestSupport
import Testing

@Test func aNumberedRosterPrintsNumberAndCheckAndTheSameRows() throws {
  let settings = """
    title: 名册
    summary: 测试
    scope: roster
    select: {kinds: [new], gate: roster}
    footer: {start: "编号{{roster.no}}校验{{roster.check}}"}
    """
  let body = "```table filings\n序号 | seq | 10 | 中\n姓名 | e.name | 30 | 左\n```\n"
  let plain = try run(try opened(settings, body), over: RecordFixtures.batchJSON(rows: 3))
  let numbered = plain.numbered("XQ-1", check: "0123")
  let (before, after) = (try plain.documents()[0].document, try numbered.documents()[0].document)
  #expect(before.footer?.start.isEmpty == true)
  #expect(after.footer?.start.plainText == "编号XQ-1校验0123")
  let bodies = [before, after].map { $0.dump().split(separator: "\n").prefix { $0 != "  footer" } }
  #expect(bodies[0] == bodies[1] && bodies[0].contains { $0.contains("table") })
  #expect(numbered.selection.rows == plain.selection.rows)
}
