import Diagnostics
import Forms
import Testing

/// What is said of forms that open without fault but would print badly.
struct LintTests {
  private func said(_ body: String, _ settings: String = "") throws -> [String] {
    lint(try FormText.roster(body, settings).opened()).map(\.description)
  }

  @Test func aColumnTooNarrowForItsLongestNumberIsNamed() throws {
    // 18 digits of half an em at 9 pt, shrunk to four fifths, take 22.9 mm.
    let table = "```table filings\n甲 | e.idNumber | 24mm\n乙 | e.name | 20mm\n```"
    #expect(
      try said(table) == [
        "body.md:1:1：警告：第1列“甲”（e.idNumber）放不下最长的内容，会缩得太小或者断开；现为“22.0 mm”；应为至少 22.9 mm；请加宽这一列，宽度从放文字的列匀出；左右的留白（padding）不算在内 [form.narrowColumn]"
      ]
    )
    #expect(try said("```table filings\n甲 | e.idNumber | 25mm\n```").isEmpty)
  }

  @Test func aColumnUnderSeveralHeadsHasTheNameOfTheLowest() throws {
    let table = """
      ```table filings
      丙 | e.name | 90
      甲 > 乙 | e.name | 60
      甲 > 证件 // 号码 | e.idNumber | 6
      ```
      """
    #expect(try said(table).first?.contains("第3列“证件号码”（e.idNumber）") == true)
  }

  @Test func sharesAreReckonedFromTheSheet() throws {
    // A4 with margins of 28 and 26 mm leaves 156 mm: a tenth of it is too little for an account.
    let table = "```table filings\n甲 | e.bank.account | 1\n乙 | e.name | 9\n```"
    #expect(try said(table).count == 1)
  }

  @Test func aCellOfAGridHasTheRoomOfAllItsColumns() throws {
    // Three columns of 52 mm: an account of 19 digits needs 24.1 mm and has them; a third of 60 mm is too little.
    let grid = "```grid\n甲 | {{e.bank.account}} | <\n^ | 乙 | {{e.bank.account}}\n```"
    let form = FormText.filing(grid)
    #expect(lint(try form.opened()).isEmpty)
    let narrow = FormText.filing(grid, "margins: [20, 75, 20, 75]\n")
    let said = lint(try narrow.opened()).map(\.description)
    #expect(said.count == 1)
    #expect(said.first?.contains("第3列（e.bank.account）") == true, "\(said)")
  }

  @Test func moreRowsThanThePageHoldsAreTold() throws {
    let said = try said("甲", "table: {rowsPerPage: 40, rowHeight: 10}\n")
    #expect(said.count == 1)
    #expect(said.first?.contains("一页放不下 table 中 rowsPerPage 规定的行数；现为“40 行，") == true)
  }

  @Test func titlesAndSystemsAgree() throws {
    let yaml = "title: {default: 甲, CN-JL: 乙}\nsummary: 丙\nscope: roster\nsystems: [CN-SX]\n"
    let form = try FormText(yaml: yaml, body: "丁").opened()
    #expect(lint(form).map(\.code) == ["form.missingTitle", "form.foreignTitle"])
    #expect(lint(form).map(\.severity) == [.note, .warning])
  }

  @Test func moreHoldersThanCopiesOfAPlaceAreTold() throws {
    let settings =
      "copies: {default: 1, CN-JL: 2}\ncopyLabels: {CN-JL: [甲, 乙], CN-SX: [丙, 丁]}\nfooter: {end: '{{copy.label}}'}\n"
    let said = try said("甲", settings)
    #expect(said.count == 1)
    #expect(said.first?.contains("“CN-SX”在 copyLabels 中的各联比份数（copies）多；现为“2 联”；应为不超过 1 联") == true)
  }

  @Test func copiesThatLookAlikeAreTold() throws {
    #expect(try said("甲", "copies: 2\n").first?.contains("一式几联的表单没有印联次") == true)
    #expect(try said("甲", "copies: 2\nfooter: {end: '{{copy.label}}'}\n").isEmpty)
  }
}
