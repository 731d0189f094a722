import Diagnostics
import DocumentTree
import Geometry
import Layout
import Pages
import Styling
import TestSupport
import Testing

/// The sums under the rows of each page, and the rows that a page leaves unused.
struct PageFootTests {
  /// The number of rows and the amount under the rows of a page.
  private func sums(_ page: Page) -> [String] {
    page.lines.filter { $0.hasPrefix("小计") }
  }

  /// What should stand under the rows of a page.
  private func expected(_ page: Page) -> [String] {
    let amount = page.rowNumbers.map(GroupedRoster.amount).reduce(0, +)
    return page.rowNumbers.isEmpty ? [] : ["小计\(page.rowNumbers.count)行\(amount)元"]
  }

  private let plain = GroupedRoster(groups: Array(repeating: 1, count: 45), hasPageFoot: true)

  // MARK: Sums

  @Test func everyPageAddsUpItsRows() throws {
    let pages = try plain.pages()
    // 177 mm hold a header, 20 rows and their sums.
    #expect(pages.map(\.rowNumbers.count) == [20, 20, 5])
    for page in pages {
      #expect(sums(page) == expected(page))
      #expect(page.lines.last?.hasPrefix("小计") == true)
    }
  }

  @Test func theSumsAreContentNotDecoration() throws {
    let marks = try plain.pages().flatMap { page in
      page.runs.filter { $0.text == "小计" }.map(\.mark)
    }
    #expect(marks.count == 3)
    #expect(!marks.contains(.decoration))
    #expect(Set(marks).count == 3)
  }

  @Test(arguments: [(19, 1), (20, 1), (21, 2), (40, 2), (41, 3)])
  func aTableMayEndWhereThePageEnds(count: Int, pageCount: Int) throws {
    let roster = GroupedRoster(groups: Array(repeating: 1, count: count), hasPageFoot: true)
    let pages = try roster.pages()
    #expect(pages.count == pageCount)
    for page in pages { #expect(sums(page) == expected(page)) }
  }

  @Test(arguments: 15...24)
  func theTotalTakesTheLastRowAndItsSumsAlong(count: Int) throws {
    var roster = GroupedRoster(groups: Array(repeating: 1, count: count), hasPageFoot: true)
    roster.total = "合计"
    roster.closing = "（以下空白）"
    let pages = try roster.pages()
    #expect(pages.flatMap(\.rowNumbers) == Array(1...count))
    for page in pages {
      #expect(sums(page) == expected(page), "\(count) rows")
      #expect(page.rules.allSatisfy { $0.end.y <= .mm(192) }, "\(count) rows")
    }
    let last = try #require(pages.last).lines
    let total = try #require(last.firstIndex(of: "合计"))
    #expect(last[total - 1].hasPrefix("小计"))
    // The row that says that nothing follows is the only one that may be left out.
    #expect(last.dropFirst(total + 1).allSatisfy { $0 == "（以下空白）" })
  }

  @Test func aTableWithoutRowsHasNoSums() throws {
    let page = try #require(try GroupedRoster(groups: [], hasPageFoot: true).pages().first)
    #expect(page.contentText == "组别编号金额")
  }

  @Test func aRowThatPartsCountsWhereItEnds() throws {
    var roster = GroupedRoster(groups: [1, 1, 1], hasPageFoot: true)
    roster.texts[2] = "2号" + String(repeating: "很长的说明", count: 1500)
    let pages = try roster.pages()
    #expect(pages.count > 2)
    let counted = pages.flatMap(sums)
    // Sums between the parts of a row would end its cells in the structure.
    let ends = pages.map { $0.contentText.contains("1号") || $0.contentText.contains("3号") }
    #expect(pages.map { !sums($0).isEmpty } == ends)
    let whole = (1...3).map(GroupedRoster.amount).reduce(0, +)
    let amounts = counted.compactMap { $0.firstMatch(of: /行([0-9]+)元/).flatMap { Int($0.1) } }
    #expect(amounts.reduce(0, +) == whole)
    #expect(pages.map(\.contentText).joined().filter { $0 == "很" }.count == 1500)
    for page in pages { #expect(page.rules.allSatisfy { $0.end.y <= .mm(192) }) }
  }

  @Test func sumsThatWouldCrowdOutTheRowsAreRefused() throws {
    var table = plain.table()
    let tall = (1...15).map(String.init).joined(separator: "\n")
    table.pageFoot = .tallied(
      PageTally(widest: Sample.row([tall, "", ""])) { _, _ in Sample.row([tall, "", ""]) }
    )
    let (pages, outcome) = try Sample.laidOut(Sample.document(.table(table)), Sample.landscape())
    #expect(outcome.diagnostics.map(\.code) == ["layout.pageFoot"])
    #expect(pages.flatMap(\.rowNumbers) == Array(1...45))
  }

  @Test func aFootWiderThanTheTableLosesNothing() throws {
    var table = plain.table()
    var row = Sample.row(["本页", "小计", "多一格", "再多一格"])
    row.cells[0].columnSpan = 9
    let wide = row
    table.pageFoot = .tallied(PageTally(widest: wide) { _, _ in wide })
    let pages = try Sample.pages(Sample.document(.table(table)), Sample.landscape())
    for page in pages {
      let text = page.contentText.filter { $0 != " " }
      #expect(text.hasSuffix("本页小计多一格再多一格"))
    }
  }

  @Test(arguments: 0..<40 as Range<UInt64>)
  func pagesAlwaysAddUpToTheWhole(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var roster = GroupedRoster(groups: [], hasPageFoot: true)
    roster.groups = (0..<Int.random(in: 0...12, using: &random)).map { _ in
      Int.random(in: 1...(Bool.random(using: &random) ? 4 : 30), using: &random)
    }
    for number in 0..<roster.rowCount where Int.random(in: 0..<6, using: &random) == 0 {
      let count = Int.random(in: 1...200, using: &random)
      roster.texts[number] = "\(number)号" + String(repeating: "说明", count: count)
    }
    roster.total = Bool.random(using: &random) ? "合计" : nil
    roster.closing = Bool.random(using: &random) ? "（以下空白）" : nil
    roster.unusedRows = UnusedRows.allCases.randomElement(using: &random)
    let rowsPerPage = Bool.random(using: &random) ? Int.random(in: 1...22, using: &random) : nil
    let pages = try roster.pages(rowsPerPage: rowsPerPage)
    let numbers = pages.flatMap(\.rowNumbers)
    #expect(numbers == Array(1..<roster.rowCount + 1), "seed \(seed)")
    for page in pages {
      #expect(sums(page) == expected(page), "seed \(seed) page \(page.number)")
      #expect(page.rowNumbers.count <= rowsPerPage ?? .max, "seed \(seed)")
      let inside = page.rules.allSatisfy { max($0.start.y, $0.end.y) <= .mm(192) }
      #expect(inside, "seed \(seed) page \(page.number)")
    }
  }

  // MARK: Unused rows

  private func voided(
    _ unused: UnusedRows,
    rows: Int,
    closing: String? = nil
  ) throws -> Page {
    var roster = GroupedRoster(groups: Array(repeating: 1, count: rows), hasPageFoot: true)
    roster.unusedRows = unused
    roster.closing = closing
    return try #require(try roster.pages(rowsPerPage: 10).last)
  }

  /// The number of level rules, the frame's included, of the table on a page.
  private func levels(_ page: Page) -> Int {
    Set(page.rules.filter { $0.start.y == $0.end.y }.map(\.start.y)).count
  }

  @Test func unusedRowsAreRuledLikeTheOthers() throws {
    for rows in 1...10 {
      // A header, ten rows and the sums: thirteen rules, the two of the frame among them.
      #expect(levels(try voided(.open, rows: rows)) == 13, "\(rows) rows")
      #expect(levels(try voided(.open, rows: rows, closing: "（以下空白）")) == 13, "\(rows) rows")
      #expect(try voided(.open, rows: rows).diagonals.isEmpty)
    }
  }

  @Test func aDiagonalRunsFromTheUpperRightToTheLowerLeft() throws {
    let page = try voided(.diagonal, rows: 4)
    let line = try #require(page.diagonals.first)
    #expect(page.diagonals.count == 1)
    // Under the header and four rows, to the bottom of the tenth row, a little inside the corners.
    #expect(line.start == Point(x: .mm(281), y: .mm(15 + 40 + 1)))
    #expect(line.end == Point(x: .mm(16), y: .mm(15 + 88 - 1)))
  }

  @Test func aZHasOneDiagonalBetweenTwoLevels() throws {
    let page = try voided(.zigzag, rows: 9)
    #expect(page.diagonals.count == 1)
    let inset = page.rules.filter { $0.start.y == $0.end.y && $0.start.x == .mm(16) }
    #expect(inset.map { ($0.start.y - .mm(15)).millimetres } == [81, 87])
  }

  @Test func aFullPageHasNothingToVoid() throws {
    let page = try voided(.diagonal, rows: 10, closing: "（以下空白）")
    #expect(page.diagonals.isEmpty)
    #expect(!page.contentText.contains("以下空白"))
    #expect(try voided(.diagonal, rows: 9, closing: "（以下空白）").diagonals.isEmpty)
    #expect(try voided(.diagonal, rows: 8, closing: "（以下空白）").diagonals.count == 1)
  }

  @Test func theSumsStandBelowTheVoidedRows() throws {
    var roster = GroupedRoster(groups: [3], hasPageFoot: true)
    roster.unusedRows = .diagonal
    roster.closing = "（以下空白）"
    roster.total = "合计"
    let page = try #require(try roster.pages(rowsPerPage: 8).first)
    #expect(page.lines.suffix(3) == ["（以下空白）", "小计3行17元", "合计"])
    let strike = try #require(page.diagonals.first)
    let foot = try #require(page.runs.first { $0.text == "小计" })
    #expect(strike.end.y < foot.origin.y)
  }

  @Test func rowsThatAGroupLeftUnusedAreVoidedToo() throws {
    var roster = GroupedRoster(groups: [7, 6], hasPageFoot: true)
    roster.unusedRows = .diagonal
    let pages = try roster.pages(rowsPerPage: 10)
    #expect(pages.map(\.rowNumbers.count) == [7, 6])
    #expect(pages.map(\.diagonals.count) == [1, 1])
    #expect(pages.map(levels) == [13, 13])
  }

  @Test func aTableWithoutRowsIsVoidedWhole() throws {
    var roster = GroupedRoster(groups: [])
    roster.unusedRows = .diagonal
    let page = try #require(try roster.pages(rowsPerPage: 10).first)
    #expect(levels(page) == 12)
    #expect(page.diagonals.count == 1)
  }

  @Test func signaturesFindRoomBelowTheVoidedRows() throws {
    let signatures = Block<Never>.signatures(
      SignatureBlock(lines: [[[.text("签字：", Sample.origin)]]], origin: Sample.origin)
    )
    var roster = GroupedRoster(groups: [3], hasPageFoot: true)
    roster.unusedRows = .diagonal
    // Twenty rows and the sums fill the page: the signatures take room from the voided rows.
    let pages = try roster.pages(rowsPerPage: 20, signatures)
    #expect(pages.count == 1)
    #expect(pages[0].contentText.hasSuffix("签字："))
    #expect(pages[0].diagonals.count == 1)
  }
}
