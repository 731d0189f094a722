import Diagnostics
import Forms
import Records
import TestSupport
import Testing

/// How packages are read, and what they take of the records.
struct PackageTests {
  private func read(_ yaml: String) -> ([FormPackage], [String]) {
    let (packages, diagnostics) = readPackages(yaml, file: "packages.yaml")
    return (packages, diagnostics.map(\.description))
  }

  private let text = """
    leave:
      title: 减员
      profile: CN-SX
      filings: f.kind=terminate
      lines: i.direction=减
      forms: [甲, 乙]
      tasks:
        - 盖章
        - {do: 上传证件, of: person, attachment: 有效身份证件}
    death:
      title: 工亡
      profile: CN-SX
      unsupported: 没有开放
    """

  @Test func aPackageNamesFormsAndWhatRemainsToBeDone() throws {
    let (packages, said) = read(text)
    #expect(said == [])
    let leave = try #require(packages.first)
    #expect(leave.forms == ["甲", "乙"])
    #expect(leave.tasks.map(\.text) == ["盖章", "上传证件"])
    #expect(leave.tasks.map(\.attachment) == [nil, "有效身份证件"])
    #expect(packages.last?.refusal == "没有开放")
  }

  @Test func onlyWhatBelongsToTheMatterIsTaken() throws {
    let leave = try #require(read(text).0.first)
    let number = "220104198605040039"
    let rows = ["增", "减"].map { direction in
      #"{"employee":{"name":"张示例","idNumber":"\#(number)"},"direction":"\#(direction)","changeDate":"2026-11"}"#
    }
    let filings = [RecordFixtures.filing(1), RecordFixtures.filing(2, kind: .terminate)]
    let json =
      RecordFixtures.document(filings).dropLast(2)
      + ",\"insuranceChanges\":[\(rows.joined(separator: ","))]}"
    var found: [Filing] = []
    let source = ByteSource(name: "记录.json", bytes: Array(String(json).utf8))
    let file = try openRecords(source) { outcome in
      if case .accepted(let filing) = outcome { found.append(filing) }
    }
    let form = leave.narrowing(try FormText.filing("甲").opened())
    #expect(found.map { form.chooses($0, in: file.batch) } == [false, true])
    #expect(found.map { leave.takes($0, in: file.batch) } == [false, true])
    let people = ["01:" + number]
    #expect(leave.narrowing(file, to: Set(people)).batch.lines[.insuranceChanges].map(\.row) == [2])
    #expect(leave.narrowing(file, to: []).batch.lines[.insuranceChanges].isEmpty)
    #expect(file.batch.lines[.insuranceChanges].count == 2)
  }

  @Test(arguments: [
    ("a: {profile: CN-SX}", "缺少必填的键“title”"),
    ("a: {title: 甲, profile: CN-BJ}", "应为地区方案的代码，例如 CN-SX"),
    ("a: {title: 甲, profile: CN-SX, filings: i.wage=1}", "应为“字段=值”，例如 t.retires=是"),
    ("a: {title: 甲, profile: CN-SX, form: [乙]}", "不认识的键“form”"),
    ("a: {title: 甲, profile: CN-SX, tasks: [{of: person}]}", "缺少必填的键“do”"),
  ])
  func aMistakeIsNamed(_ yaml: String, _ expected: String) {
    let said = read(yaml).1
    #expect(said.count == 1)
    #expect(said.first?.contains(expected) == true, "\(said)")
  }
}
