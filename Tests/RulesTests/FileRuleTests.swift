import Diagnostics
import Foundation
import Rules
import TestSupport
import Testing

/// Rules that only the whole file shows.
@Suite struct FileRuleTests {
  private let shelf: RuleShelf

  init() throws {
    shelf = try RulesTests.shelf()
  }

  /// Returns a filing with members changed.
  private func row(_ kind: String = "new", _ id: String, _ edits: [(String, String)] = []) throws
    -> [String: Any]
  {
    var row = SoundRows.filing(kind, id: id)
    for (path, json) in edits {
      row = try edited(row, path.split(separator: ".").map(String.init)[...], json)
    }
    return row
  }

  private func said(
    _ rows: [[String: Any]],
    profile: String = "CN-JL",
    asOf: String = "2021-10-20",
    stats: [String: Int] = [:],
    attachments: [String] = []
  ) throws -> Judged {
    var head = try SoundRows.head(profile, asOf: asOf)
    var employer = head["employer"] as? [String: Any] ?? [:]
    if !stats.isEmpty { employer["stats"] = stats }
    employer["attachments"] = attachments.map { ["kind": $0, "uploaded": true] }
    head["employer"] = employer
    return try judge(rows, under: head, by: shelf)
  }

  /// Returns an identity number of a man, by a number.
  private func identity(_ number: Int) -> String {
    "\"\(RecordFixtures.resident(area: "220102", birth: "19860504", sequence: 2 * number + 1))\""
  }

  @Test func theSameFilingTwiceIsRefusedTheSecondTime() throws {
    let judged = try said([
      row("new", "a"), row("new", "b", [("employee.idNumber", identity(7))]), row("new", "c"),
    ])
    #expect(judged.rows.map(\.marks) == [[], [], ["V-56:E"]])
    #expect(judged.rows[2].first?.message == "重复数据（第1行）")
  }

  @Test func aVoidOrRejectedFilingIsNoDuplicate() throws {
    let void = try row("new", "a", [("contractState", "\"作废\""), ("review.status", "\"作废\"")])
    let rejected = try row("new", "b", [("review.status", "\"审核不通过\"")])
    #expect(try said([void, rejected, row("new", "c")]).rows.map(\.marks) == [[], [], []])
  }

  @Test func oneFilingAtATimeMayBePending() throws {
    let later = try row(
      "new",
      "b",
      [
        ("contract.startDate", "\"2021-10-09\""), ("contract.endDate", "\"2024-10-08\""),
      ]
    )
    let judged = try said([row("new", "a"), later])
    #expect(judged.rows.map(\.marks) == [[], ["V-26:E"]])
    #expect(judged.rows[1][0].message == "此人存在未审核的备案信息（第1行）")
  }

  @Test(arguments: [("未审核", ["V-26:E"]), ("审核通过", ["V-26:W"])])
  func twoFullTimeContractsMayNotOverlap(_ review: String, _ marks: [String]) throws {
    let approved = [("review.status", "\"审核通过\"")]
    let second = [
      ("review.status", "\"\(review)\""), ("contract.startDate", "\"2021-10-09\""),
      ("contract.endDate", "\"2024-10-08\""), ("contract.no", "\"LD-2\""),
    ]
    let first = try row("new", "a", approved)
    let judged = try said([first, row("new", "b", second)])
    #expect(judged.rows[1].marks == marks)
    #expect(judged.rows[1][0].message.hasPrefix("此人在单位【长春示例精密制造有限公司】已存在全日制劳动合同"))
    let partTime = try row("new", "c", second + [("contract.employmentForm", "\"非全日制\"")])
    #expect(try said([first, partTime]).rows[1].marks == [])
  }

  @Test func whoeverHasLeftMayBeHiredAgain() throws {
    let approved = [("review.status", "\"审核通过\"")]
    let old = [
      ("contract.startDate", "\"2018-10-08\""), ("contract.hireDate", "\"2018-10-08\""),
      ("contract.endDate", "\"2024-10-07\""), ("contract.signDate", "\"2018-10-08\""),
    ]
    let left = [
      ("contract.endDate", "\"2024-10-07\""), ("termination.type", "\"解除\""),
      ("termination.reasonCode", "\"T36E\""), ("termination.basis", "[\"LCL-36\"]"),
    ]
    let rows = [
      try row("new", "a", approved + old), try row("terminate", "b", approved + left),
      try row("new", "c", [("contract.no", "\"LD-2\"")]),
    ]
    #expect(try said(rows, asOf: "2021-10-20").rows.map(\.marks) == [[], [], []])
    #expect(try said([rows[0], rows[2]], asOf: "2021-10-20").rows[1].marks == ["V-26:E"])
  }

  @Test func aSecondProbationIsRefused() throws {
    let probation = (
      "contract.probation", "{\"has\":true,\"endDate\":\"2021-11-07\",\"wage\":\"3000.00\"}"
    )
    let first = try row(
      "new",
      "a",
      [
        ("review.status", "\"审核通过\""), probation, ("contract.hireDate", "\"2018-10-08\""),
        ("contract.startDate", "\"2018-10-08\""), ("contract.endDate", "\"2021-10-07\""),
        ("contract.signDate", "\"2018-10-08\""),
        ("contract.probation", "{\"has\":true,\"endDate\":\"2018-11-07\",\"wage\":\"3000.00\"}"),
      ]
    )
    let judged = try said([first, row("new", "b", [probation])])
    #expect(judged.rows.map(\.marks) == [[], ["V-13:E"]])
    #expect(judged.rows[1][0].found == "第1行已约定")
  }

  @Test func aContractEndsOnce() throws {
    let again = try row(
      "terminate",
      "b",
      [
        ("review.status", "\"审核通过\""), ("contract.startDate", "\"2018-10-09\""),
      ]
    )
    let judged = try said(
      [row("terminate", "a", [("review.status", "\"审核通过\"")]), again],
      asOf: "2021-10-10"
    )
    #expect(judged.rows.map(\.marks) == [[], ["V-47:E"]])
    #expect(judged.rows[1][0].message == "该合同已在第1行解除（终止）")
  }

  @Test(arguments: [(4, false), (5, true), (13, true)])
  func labelsThatGrowRowByRowAreDragged(_ count: Int, _ isTold: Bool) throws {
    let rows = try (0..<count).map { index in
      try row(
        "new",
        "f\(index)",
        [
          ("employee.idNumber", identity(index)),
          ("contract.templateCode", "\"劳动合同书（备案试运行文本）\(2018 + index)\""),
        ]
      )
    }
    let judged = try said(rows)
    #expect(judged.rows.map(\.marks) == [[]] + [[String]](repeating: ["V-28:E"], count: count - 1))
    let told = judged.file.filter { $0.message.contains("疑似下拉填充") }
    #expect(told.map(\.found) == (isTold ? ["第1行至第\(count)行"] : []))
  }

  @Test func datesThatGrowRowByRowAreDragged() throws {
    let rows = try (0..<6).map { index in
      try row(
        "new",
        "f\(index)",
        [
          ("employee.idNumber", identity(index)), ("contract.startDate", "\"2021-10-1\(index)\""),
          ("contract.endDate", "\"2024-10-01\""),
        ]
      )
    }
    // A row of another date ends the run, and the warning comes then.
    let judged = try said(rows + [row("new", "z", [("employee.idNumber", identity(99))])])
    #expect(judged.rows[6].map(\.message) == ["合同起始日期逐行加一，疑似下拉填充，请核对"])
    #expect(judged.rows[6][0].origin == .field(FieldLocation(row: 1, field: "c.startDate")))
  }

  @Test(arguments: [
    (19, 201, false), (20, 1000, true), (19, 190, true), (19, 191, false), (20, 0, true),
    (1, 10, true),
  ])
  func manyLayoffsMustBeReported(_ count: Int, _ staff: Int, _ isTold: Bool) throws {
    let rows = try (0..<count).map { index in
      try row(
        "terminate",
        "f\(index)",
        [
          ("employee.idNumber", identity(index)), ("termination.type", "\"解除\""),
          ("termination.reasonCode", "\"T41-2\""), ("termination.basis", "[\"LCL-41-p1-2\"]"),
          ("termination.unionNotifiedDate", "\"2021-09-01\""),
        ]
      )
    }
    let judged = try said(rows, asOf: "2021-10-10", stats: staff == 0 ? [:] : ["staff": staff])
    #expect(judged.rows.allSatisfy { $0.marks.isEmpty })
    let told = judged.file.filter { $0.code == "V-44" }
    #expect(told.map(\.severity) == (isTold ? [.error] : []))
    let reported = try said(
      rows,
      asOf: "2021-10-10",
      stats: staff == 0 ? [:] : ["staff": staff],
      attachments: ["裁减人员情况报告"]
    )
    #expect(!reported.file.contains { $0.code == "V-44" })
  }

  @Test func anEmptyTableIsToldOnceForAllRows() throws {
    let rows = try (0..<30).map { try row("new", "f\($0)", [("employee.idNumber", identity($0))]) }
    let judged = try said(rows)
    #expect(judged.rows.allSatisfy { $0.isEmpty })
    #expect(
      judged.file.map(\.description) == [
        "警告：未配置最低工资标准，30条备案未作这项检查；请在 content/rules/tables/min-wage.yaml 中补充，写明出处和起止日期 [V-12]"
      ]
    )
  }

  @Test func aBatchUploadIsJudgedHarder() throws {
    let long = try row("new", "a", [("employee.name", "\"张一二三四五六七八九十\"")])
    let old = try row(
      "new",
      "b",
      [
        ("employee.idNumber", "\"220104650101123\""), ("employee.sex", "null"),
        ("contract.endDate", "\"2024-12-31\""),
      ]
    )
    let head = try SoundRows.head("CN-JL", asOf: "2021-10-20")
    let upload = try judge([long, old], under: head, by: shelf, isUpload: true)
    #expect(upload.rows.map(\.marks) == [["V-01a:E"], ["V-02d:E"]])
    #expect(try judge([long, old], under: head, by: shelf).rows.map(\.marks) == [[], ["V-02d:W"]])
    let spelt = try row("new", "c", [("contract.startDate", "\"2021年10月8日\"")])
    #expect(
      try judge([spelt], under: head, by: shelf, isUpload: true).rows.map(\.marks)
        == [["V-06a:W", "V-06a:E"]]
    )
    #expect(try judge([spelt], under: head, by: shelf).rows.map(\.marks) == [["V-06a:W"]])
    let zhanyi = try SoundRows.head("CN-YN-ZHANYI", asOf: "2021-10-20")
    #expect(try judge([long], under: zhanyi, by: shelf, isUpload: true).rows[0].marks == [])
  }
}
