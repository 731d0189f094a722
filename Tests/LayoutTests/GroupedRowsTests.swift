import DocumentTree
import Geometry
import Layout
import Pages
import Styling
import TestSupport
import Testing

/// How groups of rows stay together, and how the cells they share reach over them.
struct GroupedRowsTests {
  /// The runs of `text`, from top to bottom.
  private func runs(_ page: Page, _ text: String) -> [GlyphRun] {
    page.runs.filter { $0.text == text }.sorted { $0.origin.y < $1.origin.y }
  }

  /// The middle of the line of row `number`.
  private func baseline(_ page: Page, _ number: Int) throws -> Length {
    try #require(runs(page, "\(number)号").first).origin.y
  }

  @Test func aGroupedRosterIsSetAsItsGolden() throws {
    var roster = GroupedRoster(groups: [2, 1, 3], hasPageFoot: true)
    roster.unusedRows = .diagonal
    roster.closing = "（以下空白）"
    roster.total = "合计"
    var table = roster.table()
    let cell = { (text: String, columns: Int, rows: Int) in
      TableCell<Never>(
        content: [.text(text, Sample.origin)],
        columnSpan: columns,
        rowSpan: rows
      )
    }
    table.head = [
      TableRow(cells: [cell("组别", 1, 3), cell("内容", 2, 1)], origin: Sample.origin),
      TableRow(cells: [cell("编号", 1, 2), cell("工资", 1, 1)], origin: Sample.origin),
      TableRow(cells: [cell("金额", 1, 1)], origin: Sample.origin),
    ]
    let document = Sample.document(.table(table))
    let pages = try Sample.pages(document, Sample.landscape(rowsPerPage: 5))
    try expectGolden(pages.map { $0.dump() }.joined(), "grouped-roster.txt")
    try expectGolden(pages.structureDump(), "grouped-structure.txt")
  }

  @Test func aGroupMovesToTheNextPageWhole() throws {
    let pages = try GroupedRoster(groups: [15, 10, 11]).pages()
    #expect(pages.map(\.rowNumbers) == [Array(1...15), Array(16...36)])
    // A page holds a header and 21 rows: the second and the third group fill it to the last.
    #expect(pages.map { runs($0, "第2组").count } == [0, 1])
  }

  @Test func aGroupOfOneRowIsARow() throws {
    let pages = try GroupedRoster(groups: Array(repeating: 1, count: 22)).pages()
    #expect(pages.map(\.rowNumbers.count) == [21, 1])
    for number in 1...21 {
      #expect(
        try #require(runs(pages[0], "第\(number)组").first).origin.y == baseline(pages[0], number)
      )
    }
  }

  @Test func theNameOfAGroupStandsInItsMiddle() throws {
    let page = try #require(try GroupedRoster(groups: [1, 3, 2]).pages().first)
    #expect(try #require(runs(page, "第2组").first).origin.y == baseline(page, 3))
    let third = try #require(runs(page, "第3组").first).origin.y
    #expect(third == (try baseline(page, 5) + baseline(page, 6)) / 2)
  }

  @Test func noRuleCrossesACellThatReachesOverRows() throws {
    let page = try #require(try GroupedRoster(groups: [3, 2]).pages().first)
    let inner = page.rules.filter { $0.start.y == $0.end.y && $0.thickness == .mm(0.2) }
    let left = Length.mm(15)
    let whole = inner.filter { $0.start.x == left }.map { ($0.start.y - .mm(15)).millimetres }
    // Under the header and under the first group; the other three leave the first column free.
    #expect(whole == [8, 32])
    #expect(inner.count == 5)
  }

  @Test func aGroupTallerThanAPagePartsAndRepeatsItsName() throws {
    let pages = try GroupedRoster(groups: [3, 60, 2]).pages()
    #expect(pages.flatMap(\.rowNumbers) == Array(1...65))
    // It begins below the first group: no room is wasted where no page can hold it anyway.
    #expect(pages.map(\.rowNumbers.count) == [21, 21, 21, 2])
    let names = pages.map { runs($0, "第2组") }
    #expect(names.map(\.count) == [1, 1, 1, 0])
    // A reader who begins on a later page hears the name there as well.
    #expect(names.compactMap { $0.first?.mark }.allSatisfy { $0 != .decoration })
  }

  @Test func aGroupOfMoreRowsThanAPageMayHoldParts() throws {
    let pages = try GroupedRoster(groups: [2, 6, 3]).pages(rowsPerPage: 5)
    #expect(pages.map(\.rowNumbers) == [Array(1...5), Array(6...8), Array(9...11)])
  }

  @Test func rowsAreNotHeldBackByAnEndlessGroup() throws {
    let pulled = Mailbox()
    var behind: [Int] = []
    let table = GroupedRoster(groups: [2000]).table { pulled.number = $0 }
    let typesetter = try Typesetter(fonts: TestFonts.library())
    var printed = 0
    _ = try typesetter.layOut(Sample.document(.table(table)), style: Sample.landscape()) {
      page throws(LayoutFailure) in
      printed += page.rowNumbers.count
      behind.append(pulled.number - printed)
    }
    #expect(printed == 2000)
    // The rows of one page and those that follow may still move; no more are kept.
    #expect(try #require(behind.max()) <= 24)
  }

  @Test func aNameHigherThanItsRowsMakesTheFirstGrow() throws {
    var roster = GroupedRoster(groups: [1, 2])
    let name = String(repeating: "很长的名称", count: 20)
    roster.names[1] = name
    let page = try #require(try roster.pages().first)
    #expect(page.contentText.contains(name))
    let (second, third) = (try baseline(page, 2), try baseline(page, 3))
    #expect(second - (try baseline(page, 1)) > .mm(8))
    let lines = page.runs.filter { name.contains($0.text) && $0.text.count > 2 }.map(\.origin.y)
    #expect(try #require(lines.min()) > .mm(31))
    // The name's lines stand around the middle of both rows.
    let middle = (try #require(lines.min()) + #require(lines.max())) / 2
    #expect(middle > second - .mm(1) && middle < third)
  }

  @Test(arguments: [700, 3000])
  func aNameOfHalfAPageIsPrintedInEveryRow(length: Int) throws {
    var roster = GroupedRoster(groups: [2, 1])
    let name = String(repeating: "长", count: length)
    roster.names[0] = name
    let pages = try roster.pages()
    let text = pages.map(\.contentText).joined()
    #expect(text.filter { $0 == "长" }.count == length * 2)
    #expect(pages.flatMap(\.rowNumbers) == [1, 2, 3])
    for page in pages { #expect(page.runs.allSatisfy { $0.origin.y <= .mm(192) }) }
  }

  @Test func theLastGroupPartsFromItsSignaturesOnlyWhereItMust() throws {
    let signatures = Block<Never>.signatures(
      SignatureBlock(lines: [[[.text("签字：", Sample.origin)]]], origin: Sample.origin)
    )
    for count in 1...30 {
      let pages = try GroupedRoster(groups: [4, count]).pages(signatures)
      #expect(pages.flatMap(\.rowNumbers) == Array(1...(count + 4)), "\(count) rows")
      let last = try #require(pages.last)
      #expect(last.contentText.hasSuffix("签字："), "\(count) rows")
      #expect(!last.rowNumbers.isEmpty, "\(count) rows")
    }
  }

  @Test func aCellOverManyRowsIsRepeatedOnEachPage() throws {
    let rows = (1...50).map { number in
      var row = Sample.row(number == 1 ? ["跨行", "1号", ""] : ["\(number)号", ""])
      if number == 1 { row.cells[0].rowSpan = 50 }
      return row
    }
    var table = GroupedRoster(groups: [1]).table()
    table.body = .rows(rows)
    let pages = try Sample.pages(Sample.document(.table(table)), Sample.landscape())
    #expect(pages.flatMap(\.rowNumbers) == Array(1...50))
    #expect(pages.map { runs($0, "跨行").count } == [1, 1, 1])
    let cells = pages.map { page in
      page.structure.compactMap { step -> StructureRole? in
        guard case .leaf(let element) = step, let node = element.node else { return nil }
        return runs(page, "跨行").first?.mark == .node(node) ? element.role : nil
      }
    }
    // Each page has a cell of its own, over the rows that stand there.
    #expect(cells == [21, 21, 8].map { [.dataCell(CellSpan(rows: $0))] })
  }

  @Test func aCellStruckForItsWantOfAValueHasADiagonal() throws {
    var table = GroupedRoster(groups: [2]).table()
    var row = Sample.row(["甲", "", "乙"])
    row.cells[1].isStruck = true
    table.body = .rows([row])
    let pages = try Sample.pages(Sample.document(.table(table)), Sample.landscape())
    let strike = try #require(pages.first?.diagonals.first)
    #expect(pages.first?.diagonals.count == 1)
    #expect(strike.start.y == .mm(31) && strike.end.y == .mm(23))
    #expect(strike.end.x == .mm(242) && strike.start.x < strike.end.x)
  }
}

/// Carries the number of the last row asked for out of a closure.
// Unchecked because layout asks for rows in one task, the one of the test.
private final class Mailbox: @unchecked Sendable {
  var number = 0
}
