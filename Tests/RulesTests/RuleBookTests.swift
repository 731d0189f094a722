import Calendar
import Diagnostics
import Records
import Testing

@testable import Rules

/// Returns the complaints about the house's books with one file changed.
private func complaints(_ name: String, _ change: (String) -> String) throws -> [String] {
  let text = try #require(try ruleTexts().first { $0.name == name }).text
  return readRuleShelf(try ruleTexts(replacing: [name: change(text)])).1.map(\.description)
}

@Test(arguments: Profile.allCases)
func everyPlaceHasABookWithAllFigures(_ profile: Profile) throws {
  let book = try shelf().book(for: profile)
  #expect(!book.name.isEmpty && !book.source.isEmpty)
  #expect(Figure.allCases.allSatisfy { book.figures[$0.name] != nil })
  #expect(book.labels.count == FilingKind.allCases.count)
  #expect(book.probation.count == 4 && book.retirement.count == 2)
}

@Test func aPlaceTakesOverWhatItDoesNotSay() throws {
  let shelf = try shelf()
  let (law, zhanyi) = (shelf.book(for: .law), shelf.book(for: .zhanyi))
  #expect(zhanyi[.contractCopies] == 3 && law[.contractCopies] == 2)
  #expect(zhanyi[.newMonths] == law[.newMonths])
  #expect(zhanyi.labels[.new] == "新参保" && zhanyi.labels[.change] == law.labels[.change])
  #expect(law.hasAuthorityBlock && !zhanyi.hasAuthorityBlock)
  #expect(shelf.book(for: .jilinElectronic).required == shelf.book(for: .jilin).required)
  #expect(shelf.book(for: .jilinElectronic).parent == .jilin)
}

@Test func anUnknownRuleIsAnsweredWithTheNearest() throws {
  let said = try complaints("CN-SX.yaml") { $0 + "severities: {V-13z: error}\n" }
  #expect(said.count == 1 && said[0].contains("没有规则“V-13z”") && said[0].contains("是否想写“V-13”？"))
}

@Test func anUnknownFieldFigureOrKeyIsTold() throws {
  #expect(
    try complaints("CN-SX.yaml") { $0 + "required: [e.nmae]\n" }.first?.contains("e.name") == true
  )
  #expect(
    try complaints("CN-SX.yaml") { $0 + "figures: {newMonth: 1}\n" }.first?.contains("newMonths")
      == true
  )
  #expect(try complaints("CN-SX.yaml") { $0 + "labls: {}\n" }.first?.contains("labels") == true)
  for figure in [
    "probationWagePercent: 101", "compensationAverageMultiple: 101", "noticeDays: 10001",
  ] {
    #expect(try !complaints("CN-SX.yaml") { $0 + "figures: {\(figure)}\n" }.isEmpty, "\(figure)")
  }
  #expect(
    try complaints("CN-SX.yaml") { $0 + "severities: {V-13: grave}\n" }.first?.contains(
      "error、warning、note 或 off"
    ) == true
  )
}

@Test func aMissingFigureMakesNoShelf() throws {
  let texts = try ruleTexts(replacing: [
    "CN.yaml": try #require(try ruleTexts().first { $0.name == "CN.yaml" }).text
      .replacing("  newMonths: 1 ", with: "  # newMonths: 1 ")
  ])
  let (shelf, said) = readRuleShelf(texts)
  #expect(shelf == nil)
  #expect(
    said.allSatisfy { $0.message == "缺少数值“newMonths”" } && said.count == 1
  )
}

/// Not also that it lacks every figure, as do the books that build on it.
@Test func aBookThatCannotBeReadIsToldOfOnce() throws {
  let said = try complaints("CN.yaml") { $0 + "figures: [\n" }
  #expect(said.count == 1 && said[0].contains("CN.yaml:") && said[0].hasSuffix("[yaml.syntax]"))
}

@Test func parentsInACircleAreTold() throws {
  let said = try complaints("CN.yaml") { "parent: CN-JL\n" + $0 }
  #expect(said.contains { $0.contains("绕成了圈") })
}

@Test func aMissingFileIsTold() throws {
  let (shelf, said) = readRuleShelf(try ruleTexts().filter { $0.name != "tables/holidays.yaml" })
  #expect(shelf == nil && said.contains { $0.message.contains("tables/holidays.yaml") })
}

@Test func allMistakesAreToldAtOnce() throws {
  let texts = try ruleTexts(replacing: [
    "CN-SX.yaml": "parent: CX\nname: 山西\nsource: 手册\n",
    "tables/min-wage.yaml": "source: 通知\nrows:\n  - {region: \"22\", monthly: 很多}\n",
    "tables/holidays.yaml":
      "source: 通知\nyears:\n  - {year: 2021, holidays: [{from: 2021-13-01}]}\n",
  ])
  let said = readRuleShelf(texts).1.map(\.description)
  #expect(said.count == 3, "\(said)")
}

@Test func aTableIsReadAsOfADay() throws {
  let table = """
    source: 通知
    rows:
      - {region: "22", monthly: "1000.00", to: 2020-12-31}
      - {region: "22", monthly: "1100.00", from: 2021-01-01}
      - {region: "2201", monthly: "1300.00", hourly: "13.00", from: 2021-01-01, to: 2021-12-31}
    """
  let wages = try shelf(replacing: ["tables/min-wage.yaml": table]).tables.minimumWages
  func amount(_ code: String, _ day: String) throws -> String? {
    wages.values(on: try #require(CivilDate(iso: day))).amount(of: code)?.monthly.description
  }
  #expect(try amount("220104", "2020-12-31") == "1000.00")
  #expect(try amount("220104", "2021-01-01") == "1300.00")
  #expect(try amount("220204", "2021-01-01") == "1100.00")
  #expect(try amount("220104", "2022-01-01") == "1100.00")
  #expect(try amount("530303", "2022-01-01") == nil)
}

@Test func aRuleCanBeSwitchedOffOrMadeGraver() throws {
  let head = try SoundRows.head("CN-SX", asOf: "2021-10-20")
  var row = try edited(SoundRows.filing("new"), ["contract", "copies"], "1")
  row["attachments"] = [["kind": "增减申报表照片", "uploaded": true]]
  let own = try #require(try ruleTexts().first { $0.name == "CN-SX.yaml" }).text
  for (severity, marks) in [("off", []), ("error", ["M-10:E"]), ("warning", ["M-10:W"])] {
    let books = ["CN-SX.yaml": own + "severities: {M-10: \(severity)}\n"]
    #expect(try judge([row], under: head, by: shelf(replacing: books)).rows[0].marks == marks)
  }
}

@Test func withoutTheTablesTheGapsAreTold() throws {
  let bare = "source: 无\nrows: []\n"
  let shelf = try shelf(replacing: [
    "tables/min-wage.yaml": bare, "tables/divisions.yaml": bare,
    "tables/contract-templates.yaml": bare, "tables/holidays.yaml": "source: 无\nyears: []\n",
  ])
  var late = SoundRows.filing("new")
  late = try edited(late, ["submittedAt"], "\"2021-11-08\"")
  let said = try judge([late], under: SoundRows.head("CN", asOf: "2021-11-08"), by: shelf).file
  #expect(said.map(\.code).sorted() == ["V-02e", "V-12", "V-25", "V-28"])
  #expect(said.allSatisfy { $0.severity == .warning && $0.message.hasSuffix("1条备案未作这项检查") })
}

@Test(arguments: [("false", "2027-03-01", 0), ("true", "2027-03-01", 1), ("true", "2026-11-20", 0)])
func aYearWithoutHolidaysIsToldWhereWindowsMove(_ moves: String, _ asOf: String, _ told: Int) throws
{
  let book = try #require(ruleTexts().first { $0.name == "CN.yaml" }).text
    .replacing("shiftHolidays: false", with: "shiftHolidays: \(moves)")
  var row = SoundRows.filing("new")
  row = try edited(row, ["contract", "hireDate"], "\"\(asOf)\"")
  let head = try SoundRows.head("CN", asOf: asOf)
  let said = try judge([row], under: head, by: shelf(replacing: ["CN.yaml": book])).file
  #expect(said.count { $0.message.hasPrefix("未配置该年的节假日和调休") } == told, "\(said)")
}

@Test(arguments: [("2026-02-06", 0), ("2027-02-05", 1)])
func aYearWithoutHolidaysIsToldWhereWorkingDaysCount(_ granted: String, _ told: Int) throws {
  let row = try edited(SoundRows.filing("import"), ["review", "handledAt"], "\"\(granted)\"")
  var head = try SoundRows.head("CN-YN-ZHANYI", asOf: granted)
  head = try edited(head, ["employer", "hallGrantedAt"], "\"\(granted)\"")
  let said = try judge([row], under: head, by: shelf()).file
  #expect(said.count { $0.message.hasPrefix("未配置该年的节假日和调休") } == told, "\(said)")
}

/// The days by which the notices of the State Council differ from weekends.
@Test(arguments: [
  ("2022-01-30", true), ("2022-01-31", false), ("2022-10-08", true), ("2023-01-02", false),
  ("2023-06-25", true),
  ("2023-10-06", false), ("2024-02-18", true), ("2024-09-17", false), ("2024-10-12", true),
  ("2025-02-04", false),
  ("2025-09-28", true), ("2025-10-08", false), ("2026-02-28", true), ("2026-09-25", false),
])
func holidaysAndMakeUpDaysAreThoseOfTheNotices(_ day: String, _ isWorked: Bool) throws {
  let date = try #require(CivilDate(iso: day))
  #expect(try shelf().tables.workingDays.isWorkingDay(date) == isWorked)
}
