import Diagnostics
import Records
import TestSupport
import Testing

/// A change to one row of three, and the reasons it must be refused for.
struct BrokenRow: Sendable, CustomTestStringConvertible {
  let from: String
  let to: String
  let codes: [String]

  var testDescription: String { "\(from) → \(to)" }

  init(_ from: String, _ to: String, _ codes: String...) {
    (self.from, self.to, self.codes) = (from, to, codes)
  }

  static let all = [
    // The text is no JSON.
    BrokenRow(#""copies":2"#, #""copies":NaN"#, "json.badLiteral"),
    BrokenRow(#""copies":2"#, #""copies":02"#, "json.badNumber"),
    BrokenRow(#""signMode":"paper""#, #""signMode":"paper\ud83d""#, "json.badString"),
    BrokenRow(#""signMode":"paper""#, "\"signMode\":\"pa\tper\"", "json.rawControl"),
    BrokenRow(#""signMode":"paper""#, #""signMode":"paper"#, "json.*"),
    BrokenRow(#""signMode":"paper""#, #""signMode":paper"#, "json.badLiteral"),
    BrokenRow(#""rostered":false,"#, #""rostered":false,,"#, "json.*"),
    BrokenRow(#""rostered":false,"#, #""rostered":false"#, "json.*"),
    BrokenRow(#"{"system":"标准工时制"}"#, #"{"system":"标准工时制""#, "json.*"),
    BrokenRow(#"{"system":"标准工时制"}"#, #"{"system":"标准工时制"}}"#, "json.*"),
    BrokenRow(#"["110","210","310","410"]"#, #"["110","210","310","410""#, "json.*"),
    BrokenRow(#"["110","210","310","410"]"#, #"["110","210","310","410"],]"#, "json.*"),
    BrokenRow(#"{"system":"标准工时制"}"#, #"{"system":"标准工时制",}"#, "json.*"),
    // The text is JSON and no record.
    BrokenRow(#""copies":2"#, #""copies":2,"copies":3"#, "json.duplicateKey"),
    BrokenRow(#""copies":2"#, #""copies":"二""#, "record.number"),
    BrokenRow(#""copies":2"#, #""copies":{}"#, "record.number"),
    BrokenRow(#""rostered":false"#, #""rostered":"maybe""#, "json.type"),
    BrokenRow(#""name":"李示例""#, #""name":42"#, "json.type"),
    BrokenRow(#""name":"李示例","#, "", "V-09"),
    BrokenRow(#""name":"李示例""#, #""name":"""#, "V-09"),
    BrokenRow(#""name":"李示例""#, #""name":null"#, "V-09"),
    BrokenRow(#""name":"李示例""#, #""name":"李#示例""#, "V-01"),
    BrokenRow(#""name":"李示例""#, #""name":"李\u0000""#, "record.control"),
    BrokenRow(#""sex":""#, #""sex":"不明","x":""#, "record.unknownCode", "record.unknownKey"),
    BrokenRow(#""idType":"01""#, #""idType":"08""#, "V-02"),
    BrokenRow(#""idType":"01""#, #""idType":"77""#, "record.unknownCode"),
    BrokenRow(#""payDay":"15""#, #""payDay":"32""#, "V-08"),
    BrokenRow(#""payDay":"15""#, #""payDay":"每月15号""#, "V-08"),
    BrokenRow(#""monthly":""#, #""monthly":"三千五","y":""#, "V-07", "record.unknownKey"),
    BrokenRow(#""monthly":""#, #""monthly":"3500.123","y":""#, "V-07", "record.unknownKey"),
    BrokenRow(#""hireDate":"2026-11-08""#, #""hireDate":"2026-02-30""#, "V-06"),
    BrokenRow(#""hireDate":"2026-11-08""#, #""hireDate":"1026-02-03""#, "V-06"),
    BrokenRow(#""termType":"task""#, #""termType":"fixed""#, "V-16"),
    BrokenRow(#""termType":"task""#, #""termType":"task","endDate":"2026-11-08""#, "V-16"),
    BrokenRow(#""termType":"task""#, #""termType":"open","endDate":"2029-11-07""#, "V-16"),
    BrokenRow(#""task":"生产线设备安装调试项目","#, "", "V-09"),
    BrokenRow(#""kind":"new""#, #""kind":"terminate""#, "V-09"),
    BrokenRow(#""kind":"new""#, #""kind":"renew""#, "V-09"),
    BrokenRow(#""kind":"new""#, #""kind":"nwe""#, "record.unknownCode"),
    BrokenRow(#""contractState":"新订""#, #""contractState":"新定""#, "record.unknownCode"),
    BrokenRow(#""id":"f0000002""#, #""id":"f0000001""#, "record.repeatedID"),
    BrokenRow(
      #""contract":{"no":"LD-2026-000002","#,
      #""contract":{"#,
      "V-09"
    ),
  ]

  /// Three rows, of which the second is changed.
  func rows() throws -> [String] {
    let middle = RecordFixtures.filing(2, name: "李示例")
    try #require(middle.contains(from), "the fixture has no \(from)")
    return [
      RecordFixtures.filing(1, name: "张示例"),
      middle.replacingFirst(from, with: to),
      RecordFixtures.filing(3, name: "王示例"),
    ]
  }
}

extension String {
  /// Returns the text with the first `old` replaced.
  func replacingFirst(_ old: String, with new: String) -> String {
    guard let range = firstRange(of: old) else { return self }
    return replacingCharacters(in: range, new)
  }

  private func replacingCharacters(in range: Range<Index>, _ new: String) -> String {
    String(self[..<range.lowerBound]) + new + String(self[range.upperBound...])
  }
}

@Test(arguments: BrokenRow.all)
func aBrokenRowIsRefusedAloneWithItsReasons(_ row: BrokenRow) throws {
  let rows = try row.rows()
  let documents = [
    RecordFixtures.document(rows),
    ([RecordFixtures.head()] + rows).joined(separator: "\n"),
  ]
  for (number, text) in documents.enumerated() {
    let (file, outcomes) = try open(text)
    #expect(file.rows.count == 3, "layout \(number)")
    #expect(outcomes.compactMap { $0.filing?.employee.name } == ["张示例", "王示例"])
    let rejection = try #require(outcomes.compactMap(\.rejection).first)
    #expect(rejection.row == 2)
    if row.codes == ["json.*"] {
      #expect(rejection.reasons.allSatisfy { $0.code.hasPrefix("json.") })
    } else {
      #expect(rejection.reasons.map(\.code).sorted() == row.codes.sorted())
    }
    try expectPlaces(rejection, row: 2, line: number == 0 ? 3 : 3)
  }
}

private func expectPlaces(_ rejection: RowRejection, row: Int, line: Int) throws {
  for reason in rejection.reasons {
    guard case .record(let place) = reason.origin else {
      Issue.record("no place: \(reason)")
      continue
    }
    #expect(place.row == row)
    #expect(place.line == line, "\(reason)")
    #expect(place.column > 0)
  }
}

@Test func allReasonsOfARowAreTold() throws {
  let row = RecordFixtures.filing(1)
    .replacingFirst(#""no":"LD-2026-000001","#, with: "")
    .replacingFirst(#""payDay":"15""#, with: #""payDay":"0""#)
    .replacingFirst(#""signDate":"2026-11-08""#, with: #""signDate":"昨天""#)
    .replacingFirst(#""rostered":false"#, with: #""rostered":[]"#)
    .replacingFirst(#""phone":"13500000001""#, with: #""phone":"""#)
  let rejection = try #require(try open(RecordFixtures.document([row])).outcomes[0].rejection)
  #expect(rejection.reasons.map(\.code).sorted() == ["V-06", "V-08", "V-09", "V-09", "json.type"])
  #expect(rejection.name == "张示例")
  #expect(rejection.id == "f0000001")
}

@Test func bytesOfGBKAreRefusedInTheirRowOnly() throws {
  for separator in [",\n", "\n"] {
    let head = RecordFixtures.head()
    let isLines = separator == "\n"
    var bytes = Array((isLines ? head + "\n" : head.dropLast() + ",\"filings\":[\n").utf8)
    for number in 1...3 {
      let row = Array(RecordFixtures.filing(number).utf8)
      if number == 2 {
        let name = try #require(row.firstRange(of: Array("张示例".utf8)))
        // 张 in GBK, and a second character whose second byte is a backslash.
        bytes += row[..<name.lowerBound] + [0xD5, 0xC5, 0x81, 0x5C] + row[name.upperBound...]
      } else {
        bytes += row
      }
      if isLines || number < 3 { bytes += Array(separator.utf8) }
    }
    if !isLines { bytes += Array("\n]}".utf8) }
    var outcomes: [RowOutcome] = []
    _ = try openRecords(ByteSource(name: "gbk", bytes: bytes)) { outcomes.append($0) }
    #expect(outcomes.map { $0.filing != nil } == [true, false, true])
    #expect(outcomes[1].rejection?.reasons.map(\.code) == ["json.encoding"])
  }
}

@Test(arguments: [200, 100_000])
func aRowNestedTooDeepIsRefusedAlone(_ depth: Int) throws {
  let nest = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
  let row = RecordFixtures.filing(2).replacingFirst(
    #""rostered":"#,
    with: "\"x\":\(nest),\"rostered\":"
  )
  let (_, outcomes) = try open(
    RecordFixtures.document([RecordFixtures.filing(1), row, RecordFixtures.filing(3)])
  )
  #expect(outcomes.map { $0.filing != nil } == [true, false, true])
  #expect(outcomes[1].rejection?.reasons.map(\.code) == ["json.tooDeep"])
}

@Test func aNameOfTenMillionBytesIsRefusedShortly() throws {
  let row = RecordFixtures.filing(2, name: String(repeating: "长", count: 3_400_000))
  let (_, outcomes) = try open(
    RecordFixtures.document([RecordFixtures.filing(1), row, RecordFixtures.filing(3)])
  )
  #expect(outcomes.map { $0.filing != nil } == [true, false, true])
  let reasons = try #require(outcomes[1].rejection).reasons
  #expect(reasons.map(\.code) == ["V-01"])
  #expect(reasons.allSatisfy { $0.description.count < 300 })
}

@Test func warningsDoNotRefuseARow() throws {
  let row = RecordFixtures.filing(1)
    .replacingFirst(#""rostered":false"#, with: #""rostered":false,"reviewed":1"#)
    .replacingFirst(#""phone":"13500000001""#, with: #""phone":"12345""#)
    .replacingFirst(#""payDay":"15""#, with: #""payDay":31"#)
  let (file, outcomes) = try open(RecordFixtures.document([row]))
  let filing = try #require(outcomes[0].filing)
  #expect(file.diagnostics.map(\.code) == ["record.unknownKey"])
  #expect(filing.notices.map(\.code).sorted() == ["V-08"])
  #expect(filing.contract.wage.payDay == 31)
}

@Test func moneyWrittenAsANumberIsReadExactlyWithAWarning() throws {
  let row = RecordFixtures.filing(1).replacing(#/"monthly":"[0-9.]+"/#, with: "\"monthly\":3500.10")
  let filing = try #require(try open(RecordFixtures.document([row])).outcomes[0].filing)
  #expect(filing.contract.wage.monthly == Money(fen: 350_010))
  #expect(filing.notices.map(\.code) == ["V-07n"])
  for bad in ["3500.123", "1e3", "-5", "-0.00"] {
    let text = row.replacingFirst("3500.10", with: bad)
    let rejection = try open(RecordFixtures.document([text])).outcomes[0].rejection
    #expect(rejection?.reasons.map(\.code) == ["V-07"], "\(bad)")
  }
}

@Test func identityNumbersNeverAppearInFull() throws {
  let sound = RecordFixtures.resident(area: "220104", birth: "19860504", sequence: 3)
  let last = sound.hasSuffix("0") ? "1" : "0"
  let wrong = String(sound.dropLast()) + last
  let row = RecordFixtures.filing(1)
    .replacing(#/"idNumber":"[0-9X]+"/#, with: "\"idNumber\":\"\(wrong)\"")
    .replacingFirst(#""name":"张示例""#, with: "\"name\":\"\(wrong)\"")
    .replacingFirst(#""no":"LD-2026-000001""#, with: "\"no\":[\"\(wrong)\"]")
  let reasons = try #require(try open(RecordFixtures.document([row])).outcomes[0].rejection).reasons
  #expect(reasons.count >= 3)
  #expect(reasons.allSatisfy { !$0.description.contains(wrong) })
  #expect(reasons.contains { $0.found == "220104********" + wrong.suffix(4) })
}
