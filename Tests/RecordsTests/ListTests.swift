import Calendar
import Diagnostics
import TestSupport
import Testing

@testable import Records

/// The lists beside the filings: what their rows say, and what is said of rows that cannot be used.
struct ListTests {
  private static let number = "220104198605040039"

  /// Opens a head with `list`, which goes into the member `name`.
  private func read(_ name: String, _ list: String) throws -> (RecordLines, [String]) {
    let file = try open(try head([Edit(name, list)])).file
    return (file.batch.lines, file.diagnostics.map(\.description))
  }

  private func change(_ members: String = "") -> String {
    """
    {"employee":{"name":"张示例","idNumber":"\(Self.number)"},"direction":"增","changeDate":"2026-11"\(members)}
    """
  }

  @Test func everyListIsAMemberOfTheHead() {
    let known = RecordKey.allCases.map(\.spelling)
    for list in RecordList.allCases {
      #expect(known.contains(list.rawValue))
      #expect(Set(list.fields.map(\.path)).count == list.fields.count, "\(list)")
      let own = list.fields.filter { !["e", "x"].contains($0.path.prefix { $0 != "." }) }
      #expect(own.allSatisfy { $0.path.hasPrefix(list.prefix + ".") }, "\(list)")
    }
    #expect(Set(RecordList.allCases.map(\.prefix)).count == RecordList.allCases.count)
  }

  @Test func aRowSaysWhatItsMembersSay() throws {
    let more = #","wage":"4200","kinds":["110","失业"],"reason":"新招录","civilSubsidy":false"#
    let (lines, said) = try read("insuranceChanges", "[\(change(more))]")
    #expect(said == [])
    let line = try #require(lines[.insuranceChanges].first)
    #expect(line.row == 1)
    #expect(line.text("e.name") == "张示例")
    #expect(line.text("i.wage") == "4200.00")
    #expect(line.text("i.kinds") == "企业职工基本养老保险、失业保险")
    #expect(line.text("i.civilSubsidy") == "否")
    // A month stays a month; a day that nobody wrote is not made up.
    #expect(line.text("i.changeDate") == "2026-11")
    // What the number says need not be written twice, and 在职 is what the form presumes.
    #expect(line.text("e.sex") == "男")
    #expect(line.text("e.birthDate") == "1986-05-04")
    #expect(line.text("i.personStatus") == "在职")
    #expect(line.text("i.birthMonth") == "1986-05")
  }

  @Test func changesOfInsuranceNameTheirPersonAsFilingsDo() throws {
    let old = Self.number.prefix(6) + Self.number.dropFirst(8).prefix(9)
    let leave = #","kind":"退休","reason":"退休""#
    let rows = [
      change().replacing("增", with: "增加"),
      change(leave).replacing("增", with: "减员").replacing(Self.number, with: old),
      change(leave).replacing("\"idNumber\"", with: #""idType":"08","idNumber""#),
    ]
    let file = try open(try head([Edit("insuranceChanges", "[\(rows.joined(separator: ","))]")]))
      .file
    let changes = file.batch.insuranceChanges
    #expect(changes.map(\.person) == ["01", "01", "08"].map { "\($0):\(Self.number)" })
    #expect(changes.map(\.direction) == [.increase, .decrease, .increase])
    #expect(changes.map(\.kind) == [nil, "退休", "退休"])
    #expect(changes.map(\.reason) == [nil, "退休", "退休"])
    #expect(file.diagnostics == [])
  }

  /// Joins a row of insuranceChanges that writes the person's number as `written` with a filing about `number`.
  private func joined(_ written: String, _ number: String, _ more: String = "") throws -> String? {
    let row = change(#","wage":"4200.00""#).replacing(Self.number, with: written)
      .replacing("\"idNumber\"", with: "\(more)\"idNumber\"")
    let filing = RecordFixtures.filing(1).replacing(
      #/"employee":\{[^}]*\}/#,
      with:
        #""employee":{"name":"张示例","idType":"01","idNumber":"\#(number)","phone":"13500000001"}"#
    )
    let text = RecordFixtures.document([filing]).replacing(
      #","filings""#,
      with: #","insuranceChanges":[\#(row)],"filings""#
    )
    let (file, outcomes) = try open(text)
    let person = try #require(outcomes.first?.filing)
    return file.batch.lines.line(of: .insuranceChanges, for: person)?.text("i.wage")
  }

  @Test(arguments: [
    "22010419900307018X", "22010419900307018x", "２２０１０４１９９００３０７０１８Ｘ", "220104 19900307 018X",
    " 22010419900307018X ",
  ])
  func aRowJoinsItsPersonHoweverTheNumberIsWritten(_ written: String) throws {
    let number = "22010419900307018X"
    #expect(try joined(written, number) == "4200.00")
    #expect(try joined(number, written) == "4200.00")
  }

  @Test func aRowWithAnOldNumberJoinsTheNewOneAndOtherPapersDoNot() throws {
    let old = String(Self.number.prefix(6) + Self.number.dropFirst(8).prefix(9))
    #expect(try joined(old, Self.number) == "4200.00")
    #expect(try joined(Self.number, Self.number, #""idType":"08","#) == nil)
    #expect(try joined("220104198605040012", Self.number) == nil)
  }

  @Test func aLeavingWithoutAReasonIsUsedAndTold() throws {
    let (lines, said) = try read(
      "insuranceChanges",
      "[\(change()),\(change().replacing("增", with: "减"))]"
    )
    #expect(lines[.insuranceChanges].map(\.row) == [1, 2])
    #expect(said.count == 1)
    #expect(said.first?.contains("警告") == true)
    #expect(said.first?.contains("必填项未填写：参保变更第2条的变更原因") == true, "\(said)")
  }

  @Test func sealsAreReadAsFarAsTheyAreJudged() throws {
    let seal =
      #"{"id":"1","type":"公章","name":"示例公章","ownerUscc":"91220102ma0y00008l","status":"作废","diameter":40}"#
    let file = try open(try head([Edit("seals", #"[\#(seal),{"type":"公章"},7]"#)])).file
    #expect(file.batch.seals.map(\.name) == ["示例公章"])
    #expect(file.batch.seals.map(\.status) == [.void])
    #expect(file.batch.seals.map(\.ownerUscc) == ["91220102MA0Y00008L"])
    #expect(file.diagnostics.map(\.code) == ["V-09", "json.type"])
  }

  @Test func onlyWagesThatDifferAndChangesThatSayOfWhatAreRequests() throws {
    let person = #""name":"张示例","idNumber":"\#(Self.number)""#
    let changes = [
      #"{"item":"月工资","status":"待确认","employee":{\#(person)}}"#, #"{"employee":{\#(person)}}"#,
      #"{"item":"联系电话","employee":{\#(person)}}"#,
    ]
    let wages = ["4000", "5000.00"].map { #"{\#(person),"oldWage":"4000.00","newWage":"\#($0)"}"# }
    let text = try head([
      Edit("infoChanges", "[\(changes.joined(separator: ","))]"),
      Edit("wages", #"[\#(wages.joined(separator: ",")),{\#(person),"oldWage":"1"}]"#),
    ])
    let file = try open(text).file
    let requests = file.batch.changeRequests
    #expect(requests.map(\.place.field) == ["infoChanges/1", "infoChanges/3", "wages/2"])
    #expect(requests.map(\.place) == requests.map { ListPlace(field: $0.place.field) })
    let others = ["wages", "wages/", "wages/1/2", "wage/1", "e.name"]
    #expect(others.allSatisfy { ListPlace(field: $0) == nil })
    #expect(requests.map(\.item) == ["缴费工资", "联系电话", "缴费工资"])
    #expect(requests.map(\.status) == [.unconfirmed, nil, nil])
    #expect(Set(requests.map(\.person)) == ["01:" + Self.number])
    #expect(file.diagnostics == [])
  }

  @Test func aBadRowIsLeftOutAloneAndEveryReasonIsTold() throws {
    let bad =
      #"{"employee":{"name":"李<b>","idNumber":"220104198605040038"},"direction":"加","wage":"一"}"#
    let (lines, said) = try read("insuranceChanges", "[\(change()),\(bad),\(change())]")
    #expect(lines[.insuranceChanges].map(\.row) == [1, 3])
    let place = "/insuranceChanges/1"
    #expect(said.count == 5)
    for reason in ["V-01", "V-02a", "record.unknownCode", "V-07", "V-09"] {
      #expect(said.contains { $0.contains("[\(reason)]") && $0.contains("参保变更第2条") }, "\(reason)")
    }
    #expect(said.allSatisfy { $0.contains(place) }, "\(said)")
    #expect(!said.joined().contains("220104198605040038"))
  }

  @Test(arguments: [
    (#"{"a":1}"#, "参保变更 insuranceChanges的类型不对；现为“对象”；应为数组"),
    ("[7]", "参保变更第1条的类型不对；现为“数字 7”；应为对象"),
  ])
  func whatIsNoListOfRowsIsTold(_ list: String, _ expected: String) throws {
    let (lines, said) = try read("insuranceChanges", list)
    #expect(lines[.insuranceChanges].isEmpty)
    #expect(said.count == 1)
    #expect(said.first?.contains(expected) == true, "\(said)")
  }

  @Test func anUnknownMemberIsNamedWithItsLikeliestMeaning() throws {
    let (lines, said) = try read("insuranceChanges", "[\(change(#","wag":"1","id":"x""#))]")
    #expect(lines[.insuranceChanges].count == 1)
    #expect(said.count == 1)
    let words = "不认识的键，已忽略；现为“insuranceChanges/0/wag”；是否想写“缴费工资”（wage）？"
    #expect(said.first?.contains(words) == true, "\(said)")
  }

  @Test func aRepeatedMemberRefusesItsRowOnly() throws {
    let text =
      RecordFixtures.head().dropLast()
      + #","insuranceChanges":[\#(change(#","wage":"1","wage":"2""#)),\#(change())]}"#
    let file = try open(String(text)).file
    #expect(file.batch.lines[.insuranceChanges].map(\.row) == [2])
    #expect(file.diagnostics.map(\.code) == ["json.duplicateKey"])
  }

  // MARK: What follows from the rest of a row

  private func claim(_ members: String) -> String {
    """
    {"section":"meal","name":"张示例","idNumber":"\(Self.number)","injuryDate":"2026-10-01",
    "hospital":"市医院",\(members)}
    """
  }

  @Test func daysCountBothEndsAndAmountsFollowFromThem() throws {
    let members = #""inDate":"2026-10-01","outDate":"2026-10-12","rate":"30""#
    let (lines, said) = try read("injuryClaims", "[\(claim(members))]")
    #expect(said == [])
    let line = try #require(lines[.injuryClaims].first)
    #expect(line.text("k.days") == "12")
    #expect(line.text("k.amount") == "360.00")
    #expect(line.text("k.cost") == "360.00")
  }

  @Test(arguments: [
    (#""inDate":"2026-10-01","outDate":"2026-10-12","days":11"#, "天数与其他栏目不符；现为“11”；应为12"),
    (#""days":3,"rate":"30","amount":"91""#, "伙食费金额与其他栏目不符；现为“91.00”；应为90.00"),
    (
      #""lodgingFee":"100.50","transportFee":"2","total":"102""#,
      "交通食宿费合计与其他栏目不符；现为“102.00”；应为102.50"
    ),
    (
      #""inDate":"2026-10-02","outDate":"2026-10-01""#,
      "结束日期与其他栏目不符；现为“2026-10-01”；应为不早于开始日期 2026-10-02"
    ),
    (#""sex":"女""#, "性别与其他栏目不符；现为“女”；应为男"),
  ])
  func whatDoesNotAddUpIsRefused(_ members: String, _ expected: String) throws {
    let (lines, said) = try read("injuryClaims", "[\(claim(members))]")
    #expect(lines[.injuryClaims].isEmpty)
    #expect(said.count == 1)
    #expect(said.first?.contains(expected) == true, "\(said)")
  }

  @Test func anAmountBeyondReckoningIsTold() throws {
    let members = #""days":99999999,"rate":"999999999999.99","inDate":null"#
    let (lines, said) = try read("injuryClaims", "[\(claim(members))]")
    #expect(lines[.injuryClaims].isEmpty)
    #expect(said.count == 1)
    let expected = "标准乘以天数与其他栏目不符；现为“999,999,999,999.99元 × 99999999天”；应为不到一亿亿元"
    #expect(said.first?.contains(expected) == true, "\(said)")
  }

  @Test func rowsWithinARowHaveMembersOfTheirOwn() throws {
    let periods = #"[{"unit":"甲厂","from":"2015-03"},{"unit":"乙厂","people":"三"},{"unti":"丙厂"}]"#
    let (lines, said) = try read(
      "injuryProofs",
      #"[{"section":"个人","periods":[{"unit":"甲厂","people":3},{"unit":"乙厂"}]},{"section":"个人","periods":\#(periods)}]"#
    )
    guard case .list(let items)? = lines[.injuryProofs].first?.values["p.periods"] else {
      Issue.record("no periods")
      return
    }
    #expect(items.map { $0.members["people"]?.printed } == ["3", nil])
    // A row within a row that cannot be used refuses the whole, and says where it stands.
    #expect(lines[.injuryProofs].count == 1)
    #expect(said.contains { $0.contains("工伤保险参保证明第2条的参保明细第2行的参保人数") }, "\(said)")
    #expect(said.contains { $0.contains("不认识的键") && $0.contains("unti") }, "\(said)")
  }

  // MARK: Filings and their lists

  @Test func aFilingFindsTheRowOfItsPerson() throws {
    let filing = RecordFixtures.filing(3, kind: .terminate)
    let number = try #require(try judged(filing).filing).employee.idNumber
    let rows = ["增", "减"].map { direction in
      #"{"employee":{"name":"张示例","idNumber":"\#(number)"},"direction":"\#(direction)","changeDate":"2026-11"}"#
    }
    let text =
      RecordFixtures.document([filing]).dropLast(2)
      + ",\"insuranceChanges\":[\(rows.joined(separator: ","))]}"
    let (file, outcomes) = try open(String(text))
    let subject = FieldSubject(batch: file.batch, filing: try #require(outcomes.first?.filing))
    #expect(FieldCatalogue["i.direction"]?.value(subject)?.printed == "减")
    #expect(FieldCatalogue["w.name"]?.value(subject) == nil)
  }

  @Test func personsOfARowAreMaskedEvenInItsWords() throws {
    let row = change(#","remark":"张示例本人已签字""#)
    let file = try open(try head([Edit("insuranceChanges", "[\(row)]")])).file
    let line = try #require(file.batch.lines[.insuranceChanges].first)
    let subject = FieldSubject(batch: file.batch, line: line, mask: .web)
    let list = RecordList.insuranceChanges
    #expect(list["e.name"]?.value(subject)?.printed == "张**")
    #expect(list["e.idNumber"]?.value(subject)?.printed == "**************0039")
    #expect(list["i.remark"]?.value(subject)?.printed == "张**本人已签字")
  }
}
