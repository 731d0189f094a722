import Calendar
import Digests
import Foundation
import Testing

@testable import Archive

/// Documents are found by whatever part of what they tell.
@Suite struct SearchTests {
  private let folder: IndexFolder

  init() throws {
    folder = try IndexFolder()
  }

  private func code(_ content: String) throws -> String { try holding(content).code }

  @Test(arguments: [
    "张示例", "张示", "示例", "张", "例", "LD-2026-0001", "2026-0001", "精密制造", "合同", "contract",
  ])
  func anyPartIsEnough(_ word: String) throws {
    try folder.add(try holding("甲"))
    try folder.add(
      try holding("乙", person: "王㛃") {
        ($0.numbers, $0.employer, $0.title, $0.form) = ([], nil, "离职证明", "leaving")
      }
    )
    #expect(try folder.codes { $0.words = [word] } == [try code("甲")])
  }

  @Test(arguments: ["王㛃", "李䶮", "赵𬭼", "𠅤𫓧", "卜杜拉·买", "阿卜杜拉买买提", "José", "josé", "ＪＯＳÉ"])
  func rareCharactersAndOtherScriptsAreFound(_ word: String) throws {
    try folder.add(try holding("甲", person: "无关"))
    try folder.add(
      try holding("乙") { $0.persons = ["王㛃", "李䶮", "赵𬭼", "𠅤𫓧", "阿卜杜拉·买买提", "José Luis"] }
    )
    #expect(try folder.codes { $0.name = word } == [try code("乙")])
  }

  @Test(arguments: ["示张", "例张", "三李", "张三李四", "二00", "LD-2026-00019"])
  func whatStandsNowhereIsNotFound(_ word: String) throws {
    try folder.add(try holding("甲") { $0.persons = ["张示例", "张三", "李四"] })
    #expect(try folder.codes { $0.words = [word] } == [])
  }

  @Test(arguments: ["", "·", "。！", "\"", "*"])
  func aWordWithoutLettersFindsNothingAndBreaksNothing(_ word: String) throws {
    try folder.add(try holding("甲"))
    #expect(try folder.codes { $0.words = [word] } == [])
  }

  @Test func conditionsMustAllHold() throws {
    try folder.add(try holding("甲"))
    try folder.add(try holding("乙") { $0.employer = "吉林示例商贸有限公司" })
    #expect(try folder.codes { ($0.name, $0.employer) = ("张示", "吉林") } == [try code("乙")])
    #expect(try folder.codes { ($0.name, $0.employer) = ("吉林", nil) } == [])
    #expect(try folder.codes { $0.employer = "ma0y00008l" }.count == 2)
  }

  @Test func daysAndTermsNarrowTheSearch() throws {
    try folder.add(try holding("甲") { $0.retention = .years(10) })
    try folder.add(try holding("乙") { $0.day = $0.day.addingDays(40) })
    let day = try #require(CivilDate(iso: "2026-11-20"))
    #expect(try folder.codes { $0.from = day.addingDays(1) } == [try code("乙")])
    #expect(try folder.codes { $0.through = day } == [try code("甲")])
    #expect(try folder.codes { $0.expiredOn = CivilDate(iso: "2036-12-31") } == [])
    #expect(try folder.codes { $0.expiredOn = CivilDate(iso: "2037-01-01") } == [try code("甲")])
  }

  /// Few documents of some days are looked up before the words are, many behind them.
  @Test func wordsAndDaysAreFoundInEitherOrder() throws {
    let day = try #require(CivilDate(iso: "2026-01-01"))
    for number in 0..<40 {
      try folder.add(try holding("\(number)") { $0.day = day.addingDays(number) })
    }
    for (length, few) in [(0, 1), (0, 100), (1, 2), (7, 8), (7, 9), (39, 1), (39, 100)] {
      var query = ArchiveQuery()
      (query.employer, query.from, query.through) = ("精密", day, day.addingDays(length))
      let found = try folder.index.find(query, limit: 100, few: few).matches.map(\.code)
      #expect(try found == (0...length).reversed().map { try code("\($0)") }, "few \(few)")
      query.employer = nil
      let all = try folder.index.find(query, limit: 100, few: few).matches.map(\.code)
      #expect(all == found, "few \(few), without words")
    }
    #expect(try folder.codes { ($0.words, $0.through) = (["精密"], day.addingDays(-1)) } == [])
  }

  @Test func theLastArchivedComeFirstAndMoreIsTold() throws {
    for content in ["甲", "乙", "丙"] { try folder.add(try holding(content)) }
    let last = [try code("丙"), try code("乙")]
    #expect(try folder.codes(limit: 2) { $0.words = ["张"] } == last)
    let all = try folder.index.find(ArchiveQuery(), limit: 2)
    #expect(all.hasMore && all.matches.map(\.code) == last)
    #expect(try !folder.index.find(ArchiveQuery(), limit: 3).hasMore)
  }

  @Test func aFormerVersionIsFoundOnlyWhenAskedFor() throws {
    try folder.add(try holding("甲"))
    try folder.add(try holding("乙") { $0.derivedFrom = try? code("甲") })
    #expect(try folder.codes { $0.words = ["张示"] } == [try code("乙")])
    let all = try folder.codes { ($0.words, $0.includesFormerVersions) = (["张示"], true) }
    #expect(all == [try code("乙"), try code("甲")])
    #expect(try folder.index.successor(of: code("甲"))?.code == code("乙"))
  }

  @Test func theSameDocumentIsThereOnce() throws {
    try folder.add(try holding("甲"))
    try folder.add(try holding("甲", person: "别人"))
    #expect(try folder.codes { $0.kind = "contract" } == [try code("甲")])
    #expect(try folder.codes { $0.name = "别人" } == [])
  }

  @Test func aCodeIsKnownByItsBeginning() throws {
    try folder.add(try holding("甲"))
    let code = try code("甲")
    #expect(try folder.index.find(code: String(code.prefix(3))).map(\.code) == [code])
    #expect(try folder.index.find(code: "zz").isEmpty)
  }

  @Test func aPersonIsFoundByTheWholeNumberWhichStandsNowhere() throws {
    let number = "22010419860504003X"
    try folder.add(try holding("甲"), record: record(number))
    try folder.add(try holding("乙"), record: record("220104198605040039"))
    #expect(try folder.codes { $0.identity = number } == [try code("甲")])
    #expect(try folder.codes { $0.identity = number.lowercased() } == [try code("甲")])
    #expect(try folder.codes { $0.identity = String(number.dropLast()) } == [])
    #expect(try folder.codes { $0.words = ["19860504"] } == [])
    try folder.index.close()
    let bytes = try Data(contentsOf: URL(filePath: folder.path))
    for part in [number, "19860504", "198605", "003X"] {
      #expect(bytes.range(of: Data(part.utf8)) == nil, "\(part) is in the file")
    }
  }
}

/// Whatever is no index of this version is to be made anew.
@Suite struct IndexFileTests {
  @Test func anythingElseIsUnusable() throws {
    let folder = try IndexFolder()
    try folder.add(try holding("甲"))
    try folder.index.close()
    let url = URL(filePath: folder.path)
    let whole = try Data(contentsOf: url)
    for bytes in [Data(), Data("wrong".utf8), Data(repeating: 7, count: 4096), whole.prefix(100)] {
      try bytes.write(to: url)
      #expect(throws: IndexFailure.self) { try ArchiveIndex(at: folder.path) }
    }
    var other = whole
    other[60..<64] = Data([0, 0, 0, 99])
    try other.write(to: url)
    #expect(throws: IndexFailure.self) { try ArchiveIndex(at: folder.path) }
  }
}
