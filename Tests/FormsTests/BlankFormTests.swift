import Diagnostics
import DocumentTree
import Forms
import Records
import Testing

/// Sheets to be filled in by hand.
struct BlankFormTests {
  private func lines(_ text: FormText) throws -> [String] {
    body(of: bindBlank(try text.opened(), profile: .shanxi)).split(separator: "\n")
      .map { String($0.drop { $0 == " " }) }
  }

  @Test func valuesLeaveRulesAndTheFormKeepsItsOwnWords() throws {
    let said = try lines(
      .filing("# {{form.title}}\n\n姓名：{{e.name}}，份数{{form.copies}}，职务：{{c.position:9}}")
    )
    #expect(said.first == ##"heading 1 #s1 "证明""##)
    #expect(said[1] == #"paragraph body "姓名：" fillIn(5: ) "，份数" "1" "，职务：" fillIn(9: )"#)
  }

  @Test func aDayLeavesRoomForItsNumbers() throws {
    let said = try lines(.filing("日期：{{c.startDate:中文日期}}"))
    #expect(said == [#"paragraph body "日期：" fillIn(2: "　　年　月　日")"#])
  }

  @Test func boxesStandThereToBeTicked() throws {
    #expect(try lines(.filing("{{e.sex:勾选}}")).first?.contains("☐男　☐女") == true)
  }

  @Test func everyAlternativeIsPrintedWithABoxToTick() throws {
    let text = """
      {{#c.termType=fixed}}

      **第二条**　固定至{{c.endDate}}

      {{/c.termType}}

      {{#c.termType=open}}

      无固定

      {{/c.termType}}

      {{^c.probation.has}}

      没有试用期

      {{/c.probation.has}}
      """
    let said = try lines(.filing(text))
    #expect(said.count == 3)
    #expect(said[0].hasPrefix(#"paragraph body strong("第二条") "　" "□" "固定至""#), "\(said)")
    #expect(said[1] == #"paragraph body "□" "无固定""#)
    #expect(said[2] == #"paragraph body "□" "没有试用期""#)
  }

  @Test func whatTheFormAndTheHandDecideIsDecided() throws {
    let text = """
      {{#c.signMode=electronic}}

      电子签

      {{/c.signMode}}

      {{#c.signMode=paper}}

      {{#form.copies=2}}

      两份

      {{/form.copies}}

      {{#form.copies=3}}

      三份

      {{/form.copies}}

      {{/c.signMode}}
      """
    #expect(try lines(.filing(text, "copies: 3\n")) == [#"paragraph body "三份""#])
  }

  @Test func aListLeavesRoomForThreeThings() throws {
    let text = """
      {{#c.clauses}}

      （{{item.no:无线}}）{{item.text:无线}}

      {{/c.clauses}}

      {{^c.clauses}}

      没有约定

      {{/c.clauses}}
      """
    let said = try lines(.filing(text))
    #expect(said.count == 3)
    #expect(said.last == #"paragraph body "（" "三" "）" fillIn(26: )"#)
  }

  @Test func wordsOfAShortListStandThereToBeStruck() throws {
    let said = try lines(.filing("# {{t.type:无线}}证明\n\n已{{t.type:无线}}，{{e.idType:无线}}号码"))
    #expect(said[0].hasSuffix(#""解除／终止" "证明""#))
    #expect(said[1] == #"paragraph body "已" "解除／终止" "，" fillIn(8: ) "号码""#)
  }

  @Test func aValueAloneUnderASealNeedsNoRule() throws {
    let text = "```signatures\n单位（盖章）： | 经办人：{{emp.agent.name:无线}}\n{{emp.name:无线}} |\n```"
    let said = try lines(.filing(text)).joined(separator: " ")
    #expect(said.matches(of: /fillIn/).count == 1, "\(said)")
  }

  @Test func theWordsOfSumsStayWithRoomForTheNumber() throws {
    let table = "```table filings\n序 | seq\n姓名 | e.name\n@total 合计：{{roster.count}}人 |\n```"
    let said = try lines(.roster(table, "table: {rowsPerPage: 3}\n"))
    #expect(said.last?.hasPrefix(#"foot: "合计：" fillIn(3: ) "人""#) == true, "\(said)")
  }

  @Test func severalTablesShareTheSheet() throws {
    let table = "```table insuranceChanges\n姓名 | e.name\n```\n\n"
    let said = try lines(.roster(table + table, "table: {rowsPerPage: 12}\n"))
    #expect(said.count { $0.hasPrefix("row:") } == 8)
  }

  @Test func aTableHasNumberedEmptyRowsToTheEndOfTheSheet() throws {
    let table =
      "```table filings\n序 | seq\n姓名 | e.name\n@closing （以下空白）\n@total 合计 | {{合计:c.wage.monthly}}\n```"
    let said = try lines(.roster(table, "table: {rowsPerPage: 3}\n"))
    #expect(
      said.filter { $0.hasPrefix("row") } == [#"row: "1" | -"#, #"row: "2" | -"#, #"row: "3" | -"#]
    )
    #expect(said.last == #"foot: "合计" | -"#)
  }

  @Test func cellsOfAGridStayEmpty() throws {
    let said = try lines(.roster("```grid\n单位 | {{emp.name}}\n日期 | {{batch.asOf}}\n```"))
    #expect(said.suffix(2) == [#"row: header "单位" | -"#, #"row: header "日期" | -"#])
  }

  // MARK: Copies

  @Test func copiesHaveNumbersAndHolders() throws {
    let settings = "copies: {default: 3, CN-JL: 2}\ncopyLabels: [用人单位存, 劳动者存]\n"
    let form = try FormText.filing("甲{{copy.label}}", settings).opened()
    #expect(form.numberedCopies(for: .jilin).map(\.label) == ["第一联（共二联）　用人单位存", "第二联（共二联）　劳动者存"])
    #expect(form.numberedCopies(for: .law).map(\.number) == [1, 2, 3])
    #expect(form.numberedCopies(for: .law).last?.label == "第三联（共三联）")
  }

  @Test func holdersDifferByPlace() throws {
    let settings = "copies: 2\ncopyLabels: {CN-YN-ZHANYI: [社保存, 单位存], CN-JL: []}\n"
    let form = try FormText.filing("甲{{copy.label}}", settings).opened()
    let holders = { (profile: Profile) in form.numberedCopies(for: profile).map(\.label) }
    #expect(holders(.zhanyi) == ["第一联（共二联）　社保存", "第二联（共二联）　单位存"])
    #expect(holders(.law) == ["第一联（共二联）", "第二联（共二联）"])
    let other = try FormText.filing(
      "甲{{copy.label}}",
      "copies: 2\ncopyLabels: {default: [甲方存, 乙方存], CN-JL: []}\n"
    ).opened()
    #expect(other.numberedCopies(for: .law).last?.label == "第二联（共二联）　乙方存")
    #expect(other.numberedCopies(for: .jilin).last?.label == "第二联（共二联）")
  }
}
