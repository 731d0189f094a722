import Diagnostics
import Rules
import TestSupport
import Testing

/// The scenarios of the trade that need a whole file.
@Suite struct ScenarioTests {
  private let shelf: RuleShelf

  init() throws {
    shelf = try RulesTests.shelf()
  }

  private func row(_ number: Int, _ edits: [(String, String)]) throws -> [String: Any] {
    let identity = RecordFixtures.resident(
      area: "220102",
      birth: "19860504",
      sequence: 2 * number + 1
    )
    var row = SoundRows.filing("new", id: "f\(number)")
    for (path, json) in [("employee.idNumber", "\"\(identity)\"")] + edits {
      row = try edited(row, path.split(separator: ".").map(String.init)[...], json)
    }
    return row
  }

  /// T1: seventeen rows of every kind, one of them open-ended with an end.
  @Test func ofSeventeenNewRowsTheOpenEndedOneWithAnEndIsRefused() throws {
    var rows: [[String: Any]] = []
    for number in 1...16 {
      let edits: [[(String, String)]] = [
        [], [("contract.termType", "\"open\""), ("contract.endDate", "-")],
        [
          ("contract.termType", "\"task\""), ("contract.endDate", "-"),
          ("contract.task", "\"生产线安装\""),
        ],
      ]
      rows.append(try row(number, edits[number % 3]))
    }
    rows.append(try row(17, [("contract.termType", "\"open\"")]))
    let judged = try judge(rows, under: SoundRows.head("CN-JL", asOf: "2021-10-20"), by: shelf)
    #expect(judged.rows.prefix(16).allSatisfy { $0.marks.isEmpty })
    #expect(judged.rows[16].marks == ["V-16:E"])
  }

  /// T11: fifteen rows filled in by dragging, the same person twice among them.
  @Test func theFifteenRowsOfADraggedUploadAreToldOneByOne() throws {
    let rows = try (0..<15).map { index in
      try row(
        index == 14 ? 13 : index,
        [
          ("id", "\"f\(index)\""),
          ("contract.templateCode", "\"劳动合同书（备案试运行文本）\(2018 + min(index, 12))\""),
          ("contract.startDate", "\"2021-10-\(index < 5 ? "0" : "")\(index + 5)\""),
          ("contract.hireDate", "\"2021-10-05\""), ("contract.endDate", "\"2024-10-04\""),
        ]
      )
    }
    let judged = try judge(rows, under: SoundRows.head("CN-JL", asOf: "2021-10-20"), by: shelf)
    #expect(judged.rows[0].marks == [])
    #expect(judged.rows[1..<14].allSatisfy { $0.marks.contains("V-28:E") })
    #expect(judged.rows[14].marks.contains("V-26:E"))
    let dragged = (judged.rows.flatMap { $0 } + judged.file).filter { $0.message.contains("下拉填充") }
    #expect(dragged.compactMap(\.found).sorted() == ["第1行至第13行", "第1行至第15行"])
  }

  /// T2: names of any length pass but in upload templates.
  @Test(arguments: [10, 11, 25, 26, 50])
  func namesOfAnyLengthPass(_ length: Int) throws {
    let name = String(repeating: "甲", count: length)
    let rows = [try row(1, [("employee.name", "\"\(name)\"")])]
    let head = try SoundRows.head("CN-JL", asOf: "2021-10-20")
    #expect(try judge(rows, under: head, by: shelf).rows[0].marks == [])
    let upload = try judge(rows, under: head, by: shelf, isUpload: true).rows[0].marks
    #expect(upload == (length > 10 ? ["V-01a:E"] : []))
  }
}
