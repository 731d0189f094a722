import Diagnostics
import Foundation
import Issuing
import Records
import TestSupport
import Testing

/// A file with a sound row, a row that cannot be read and a row that a rule forbids.
private func sample() throws -> JudgedFile {
  let unread = RecordFixtures.filing(6, name: "李示例")
    .replacing("\"payDay\":\"15\"", with: "\"payDay\":\"每月,\\\"4\\\"号\"")
  let forbidden = RecordFixtures.filing(9, name: "王示例")
    .replacing("2018\",\"employmentForm", with: "2019\",\"employmentForm")
  let text = RecordFixtures.document([RecordFixtures.filing(3), unread, forbidden])
    .replacing("\"insuranceKinds\"", with: "\"hazards\":\"无\",\"insuranceKinds\"")
  return try judged(text, by: houseShelf(), workers: 1)
}

@Test func aClerkReadsRowByRowWhatIsWrong() throws {
  let text = written(CheckText(), try sample(), titles: ["V-08": "发工资日期"])
  #expect(
    text == """
      第 2 行　李示例
        错误　发工资日期应填写1至31的数字　[V-08]
              现为　每月,"4"号
              应为　"4" 一类的数字（表示每月4日）

      第 3 行　王示例
        错误　合同模板：使用合同模板没有【劳动合同书（备案试运行文本）2019】对应的序号　[V-28]
              现为　劳动合同书（备案试运行文本）2019
              应为　劳动合同书（备案试运行文本）2018
              依据　吉林用工备案批量上传的失败提示

      整个文件
        警告　未配置最低工资标准，2条备案未作这项检查　[V-12]
              办法　请在 content/rules/tables/min-wage.yaml 中补充，写明出处和起止日期

      按规则统计（用 mingce explain 代码 查看说明）：
        V-08　发工资日期　1 处
        V-12　　1 处
        V-28　　1 处

      单位：长春示例精密制造有限公司　地区：吉林用工备案　基准日期：2026-11-20
      共 3 条记录：1 条可用，2 条有错误，另有 1 处警告。

      """
  )
}

@Test func partsOfARecordAreCalledByTheirNames() throws {
  let text = RecordFixtures.document([RecordFixtures.filing(3)])
    .replacing("\"contact\":", with: "\"contakt\":")
  let report = written(CheckText(), try judged(text, by: houseShelf(), workers: 1))
  #expect(report.contains("　单位联系人：必填项未填写：单位联系人　[V-09]"), "\(report)")
  // What nobody knows has no name.
  #expect(report.contains("　contakt：不认识的键"), "\(report)")
}

@Test func theTableIsOneThatSpreadsheetsRead() throws {
  let text = written(CheckTable(), try sample())
  #expect(text.unicodeScalars.first == "\u{FEFF}")
  let lines = text.dropFirst(0).components(separatedBy: "\r\n")
  #expect(lines.count == 5 && lines[4].isEmpty)
  #expect(lines[0] == "\u{FEFF}行号,姓名,字段,级别,问题,现为,应为,办法,依据,规则码,备案编号")
  #expect(lines[1].hasPrefix("2,李示例,发工资日期,错误,发工资日期应填写1至31的数字,\"每月,\"\"4\"\"号\","))
  #expect(lines[3].hasPrefix(",,,警告,未配置最低工资标准"))
}

@Test(arguments: ["=1+1", "+1", "-1", "@SUM(A1)", "＝1"])
func noCellIsTakenForAFormula(_ text: String) throws {
  let row = RecordFixtures.filing(3).replacing("劳动合同书（备案试运行文本）2018", with: text)
  let table = written(
    CheckTable(),
    try judged(RecordFixtures.document([row]), by: houseShelf(), workers: 1)
  )
  #expect(table.contains(",'\(text),"))
  #expect(!table.contains(",\(text),"))
}

@Test func theJSONReportTellsEverything() throws {
  let text = written(CheckJSON(), try sample())
  let whole = try #require(
    try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
  )
  let findings = try #require(whole["findings"] as? [[String: Any]])
  #expect(findings.count == 3)
  #expect(findings[0]["row"] as? Int == 2 && findings[0]["rule"] as? String == "V-08")
  #expect(findings[0]["line"] as? Int == 3 && findings[0]["severity"] as? String == "error")
  #expect(findings[0]["path"] as? String == "/filings/1/contract/wage/payDay")
  #expect(findings[1]["field"] as? String == "合同模板" && findings[1]["line"] as? Int == 4)
  #expect(findings[1]["path"] as? String == "c.templateCode" && findings[1]["column"] == nil)
  let summary = try #require(whole["summary"] as? [String: Any])
  #expect(summary["rows"] as? Int == 3 && summary["refused"] as? Int == 2)
  #expect(summary["profile"] as? String == "CN-JL" && summary["asOf"] as? String == "2026-11-20")
}

@Test func aColumnIsToldFromTheFirstOn() throws {
  let row = RecordFixtures.filing(3).replacing("\"payDay\":\"15\"", with: "\"payDay\":\n\"每月\"")
  let text = written(
    CheckJSON(),
    try judged(RecordFixtures.document([row]), by: houseShelf(), workers: 1)
  )
  let whole = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
  let findings = try #require(whole?["findings"] as? [[String: Any]])
  #expect(findings[0]["rule"] as? String == "V-08" && findings[0]["column"] as? Int == 1)
}

@Test func theSARIFReportHasWhatTheStandardAsksFor() throws {
  let report = CheckSARIF(file: "记录 1.json", version: "1.2.3")
  let text = written(report, try sample(), titles: ["V-08": "发工资日期"])
  let log = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  #expect(log["version"] as? String == "2.1.0")
  let run = try #require((log["runs"] as? [[String: Any]])?.first)
  let driver = try #require((run["tool"] as? [String: [String: Any]])?["driver"])
  #expect(driver["name"] as? String == "mingce" && driver["version"] as? String == "1.2.3")
  let rules = try #require(driver["rules"] as? [[String: Any]]).compactMap { $0["id"] as? String }
  let results = try #require(run["results"] as? [[String: Any]])
  #expect(rules == ["V-08", "V-12", "V-28"])
  #expect(results.compactMap { $0["ruleId"] as? String } == ["V-08", "V-28", "V-12"])
  #expect(results.compactMap { $0["level"] as? String } == ["error", "error", "warning"])
  let place = try #require((results[0]["locations"] as? [[String: Any]])?.first)
  let physical = try #require(place["physicalLocation"] as? [String: [String: Any]])
  #expect(physical["artifactLocation"]?["uri"] as? String == "%E8%AE%B0%E5%BD%95%201.json")
  #expect(physical["region"]?["startLine"] as? Int == 3)
  let whole = try #require((results[2]["locations"] as? [[String: Any]])?.first)
  #expect((whole["physicalLocation"] as? [String: Any])?["region"] == nil)
}

@Test func aFileWithoutProblemsIsAnEmptyReport() throws {
  let file = try judged(RecordFixtures.head(profile: "CN"), by: houseShelf(), workers: 1)
  for text in [
    written(CheckJSON(), file), written(CheckSARIF(file: "a", version: "1"), file),
  ] {
    #expect((try? JSONSerialization.jsonObject(with: Data(text.utf8))) != nil, "\(text)")
  }
  #expect(written(CheckText(), file).hasSuffix("共 0 条记录：0 条可用，0 条有错误。\n"))
}

@Test func errorsOfTheHeadAreCountedThoughEveryRowIsSound() throws {
  let seals = ["甲", "乙", "丙"].map { #"{"type":"公章","name":"\#($0)"}"# }.joined(separator: ",")
  let text = RecordFixtures.document([RecordFixtures.filing(3)], profile: "CN")
    .replacing(#","filings""#, with: #","seals":[\#(seals)],"filings""#)
    .replacing("\"insuranceKinds\"", with: "\"hazards\":\"无\",\"insuranceKinds\"")
  let file = try judged(text, by: houseShelf(), workers: 1)
  let said = written(CheckText(), file)
  #expect(said.hasSuffix("共 1 条记录：1 条可用，0 条有错误；单位信息、列表或者整个文件有 2 处错误，另有 1 处警告。\n"), "\(said)")
  let whole = try #require(
    try JSONSerialization.jsonObject(with: Data(written(CheckJSON(), file).utf8)) as? [String: Any]
  )
  let summary = try #require(whole["summary"] as? [String: Any])
  #expect(summary["refused"] as? Int == 0 && summary["errors"] as? Int == 2)
  #expect(summary["fileErrors"] as? Int == 2)
}

@Test func noReportShowsAnIdentityNumberInFull() throws {
  let number = try #require(
    RecordFixtures.filing(3).firstMatch(of: /"idNumber":"(\d{17}.)"/)?.output.1
  )
  let wrong = number.dropLast() + (number.hasSuffix("0") ? "1" : "0")
  let row = RecordFixtures.filing(3).replacing(number, with: wrong)
  let file = try judged(
    RecordFixtures.document([row, RecordFixtures.filing(3)]),
    by: houseShelf(),
    workers: 1
  )
  for text in [
    written(CheckText(), file), written(CheckTable(), file), written(CheckJSON(), file),
    written(CheckSARIF(file: "a", version: "1"), file),
  ] {
    #expect(text.contains("V-02a"))
    #expect(!text.contains(wrong) && !text.contains(number))
  }
}

/// A broken record has no field by which it could be found, so it is told where the file is to be mended.
@Test func whatIsNoJSONIsToldWithItsPlaceInTheFile() throws {
  let text = RecordFixtures.batchJSON(rows: 1).replacing(",\"kind\"", with: "\"kind\"")
  let report = written(CheckText(), try judged(text, by: houseShelf(), workers: 1))
  let place = /\[json\.badStructure\]\n        位置　文件的第 \d+ 行第 \d+ 列\n/
  #expect(report.contains(place), "\(report)")
  #expect(report.components(separatedBy: "位置").count == 2)
}

@Test func aListOfTheHeadIsCalledByItsChineseName() throws {
  let text =
    RecordFixtures.head(profile: "CN").dropLast()
    + #","seals":[{"type":"公章","name":"甲"},{"type":"公章","name":"乙"}]}"#
  let report = written(CheckText(), try judged(String(text), by: houseShelf(), workers: 1))
  #expect(report.contains("整个文件\n  错误　印章第2条：该类型印章已申请　[V-51]"), "\(report)")
}
