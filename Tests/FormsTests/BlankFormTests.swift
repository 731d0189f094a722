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
    #expect(said[1] == #"paragraph body "姓名：" fillIn(6: ) "，份数" "1" "，职务：" fillIn(9: )"#)
  }

  @Test func aDayLeavesRoomForItsNumbers() throws {
    let said = try lines(.filing("日期：{{c.startDate:中文日期}}"))
    #expect(said == [#"paragraph body "日期：" fillIn(2: "　　年　月　日")"#])
  }

  @Test func boxesStandThereToBeTicked() throws {
    #expect(try lines(.filing("{{e.sex:勾选}}")).first?.contains("☐男　☐女") == true)
  }

  @Test func everyAlternativeIsPrintedAndNoAbsence() throws {
    let text = """
      {{#c.termType=fixed}}

      固定至{{c.endDate}}

      {{/c.termType}}

      {{#c.termType=open}}

      无固定

      {{/c.termType}}

      {{^f.remark}}

      没有备注

      {{/f.remark}}
      """
    let said = try lines(.filing(text)).joined()
    #expect(said.contains("固定至") && said.contains("无固定") && !said.contains("没有备注"))
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
}
