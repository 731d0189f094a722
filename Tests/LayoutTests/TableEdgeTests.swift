import Diagnostics
import DocumentTree
import Geometry
import Layout
import Pages
import Styling
import TestSupport
import Testing

/// Tables where pages end, and cells where columns end.
struct TableEdgeTests {
  private let text = { (string: String) -> Inline<Never> in .text(string, Sample.origin) }

  private func cell(_ string: String, _ columns: Int = 1, rows: Int = 1) -> TableCell<Never> {
    TableCell(content: [.text(string, Sample.origin)], columnSpan: columns, rowSpan: rows)
  }

  private func table(
    _ rows: [[TableCell<Never>]],
    shares: [Double?] = [1, 1, 1],
    head: [TableRow<Never>] = []
  ) -> Table<Never> {
    Table(
      columns: shares.map { Column(share: $0) },
      head: head,
      body: .rows(rows.map { TableRow(cells: $0, origin: Sample.origin) }),
      origin: Sample.origin
    )
  }

  private func pages(_ blocks: Block<Never>..., style: PageStyle = Sample.landscape()) throws
    -> [Page]
  {
    try Sample.pages(Document(title: "", body: blocks), style)
  }

  @Test func textInAColumnWithoutRoomKeepsASize() throws {
    let rows = [[cell("甲"), cell("To Fo. AVAVAV")]]
    for page in try pages(.table(table(rows, shares: [1, 0.000_01]))) {
      for run in page.runs { #expect(run.size > .pt(0.01), "\(run)") }
    }
  }

  @Test func headerRowsThatNothingFollowsAreTheBody() throws {
    let head = [Sample.row(["姓名", "岗位", "备注"])]
    func parts(_ table: Table<Never>) throws -> [StructureRole] {
      try pages(.table(table)).flatMap(\.structure).compactMap { step in
        guard case .open(let element) = step else { return nil }
        return [.tableHead, .tableBody].contains(element.role) ? element.role : nil
      }
    }
    #expect(try parts(table([], head: head)) == [.tableBody])
    #expect(try parts(table([[cell("甲", 3)]], head: head)) == [.tableHead, .tableBody])
    var closed = table([], head: head)
    closed.closing = "（以下空白）"
    #expect(try parts(closed) == [.tableHead, .tableBody])
  }

  /// The heights of the level rules from the top of the text area, in millimetres.
  private func levels(_ page: Page) -> [Double] {
    Set(page.rules.filter { $0.start.y == $0.end.y }.map(\.start.y)).sorted()
      .map { ($0 - .mm(15)).millimetres }
  }

  // MARK: Page ends

  // 177 mm hold a header and 21 rows of 8 mm, with 1 mm to spare.

  @Test(arguments: [(20, 1), (21, 1), (22, 2), (42, 2), (43, 3)])
  func pagesHoldAsManyRowsAsFit(count: Int, pageCount: Int) throws {
    #expect(try pages(.table(Sample.roster(count))).count == pageCount)
  }

  @Test func footRowsTakeTheLastBodyRowAlong() throws {
    var roster = Sample.roster(21)
    roster.foot = [
      Sample.row(["合计", "21人", "", "", ""]), Sample.row(["说明", "无", "", "", ""]),
    ]
    roster.closing = nil
    let pages = try pages(.table(roster))
    #expect(pages.count == 2)
    #expect(pages.first?.contentText.contains("第20号5,500.00") == true)
    #expect(pages.last?.contentText == "21张三第21号5,500.00合计21人说明无")
  }

  @Test func theClosingRowFollowsTheFootOrIsDroppedWithoutIt() throws {
    var roster = Sample.roster(20)
    roster.foot = [Sample.row(["合计", "20人", "", "", ""])]
    // Header, twenty rows and the foot fill the page: no room is left to say that it is empty.
    let full = try pages(.table(roster))
    #expect(full.count == 1)
    #expect(full[0].contentText.hasSuffix("合计20人"))
    roster = Sample.roster(19)
    roster.foot = [Sample.row(["合计", "19人", "", "", ""])]
    #expect(try pages(.table(roster)).last?.contentText.hasSuffix("合计19人（以下空白）") == true)
  }

  @Test func aHeaderOfAThirdOfThePageIsNotRepeated() throws {
    func heads(_ lines: Int) throws -> [Int] {
      let tall = (1...lines).map(String.init).joined(separator: "\n")
      var roster = Sample.roster(60)
      roster.head = [Sample.row([tall, "姓名", "号码", "工资", "备注"])]
      return try pages(.table(roster)).map { page in page.runs.count { $0.text == "姓名" } }
    }
    // 12 pt a line: thirteen lines take some 56 of 177 mm, fifteen some 64.
    #expect(try heads(13).allSatisfy { $0 == 1 })
    #expect(try heads(15).first == 1)
    #expect(try heads(15).dropFirst().allSatisfy { $0 == 0 })
  }

  @Test func headersOfSeveralRowsAreRepeatedWhole() throws {
    var roster = Sample.roster(60)
    roster.head = [
      TableRow(cells: [cell("序号", rows: 2), cell("人员", 2), cell("待遇", 2)], origin: Sample.origin),
      TableRow(cells: ["姓名", "号码", "工资", "备注"].map { cell($0) }, origin: Sample.origin),
    ]
    let pages = try pages(.table(roster))
    #expect(pages.count == 3)
    for page in pages {
      let head = page.runs.filter { ["序号", "人员", "待遇", "姓名", "号码", "工资", "备注"].contains($0.text) }
      #expect(head.count == 7)
      #expect(head.allSatisfy { ($0.mark == .decoration) == (page.number > 1) })
      #expect(levels(page).prefix(4) == [0, 8, 16, 24])
    }
  }

  @Test func rowsThatHangTogetherMoveToTheNextPageTogether() throws {
    let filler = (1...20).map { number in ["\(number)", "", ""].map { cell($0) } }
    let tied = [
      [cell("跨行", rows: 3), cell("甲"), cell("")], [cell("乙"), cell("")], [cell("丙"), cell("")],
    ]
    let pages = try pages(.table(table(filler + tied)))
    #expect(pages.count == 2)
    #expect(pages[1].contentText.contains("跨行"))
    for part in ["甲", "乙", "丙"] { #expect(pages[1].contentText.contains(part)) }
    #expect(!pages[0].contentText.contains("甲"))
  }

  @Test func rowsThatHangTogetherPartWhereNoPageHoldsThem() throws {
    let rows = (1...50).map { number -> [TableCell<Never>] in
      (number == 1 ? [cell("跨行", rows: 50)] : []) + [cell("第\(number)项"), cell("")]
    }
    let pages = try pages(.table(table(rows)))
    #expect(pages.count == 3)
    let found = pages.map { $0.contentText.replacing("跨行", with: "") }.joined()
    #expect(found == (1...50).map { "第\($0)项" }.joined())
    #expect(pages.allSatisfy { $0.contentText.hasPrefix("跨行") })
    for page in pages { #expect(levels(page).allSatisfy { $0 <= 177 }) }
  }

  @Test func aPageOfFiveRowsPartsRowsThatHangTogetherInSeven() throws {
    let rows = (1...7).map { number -> [TableCell<Never>] in
      (number == 1 ? [cell("跨", rows: 7)] : []) + [cell("\(number)"), cell("")]
    }
    let pages = try pages(.table(table(rows)), style: Sample.landscape(rowsPerPage: 5))
    #expect(pages.map(\.contentText) == ["跨12345", "跨67"])
  }

  @Test func theRowsThatAPageHoldsAreThoseOfTheBody() throws {
    var roster = Sample.roster(5)
    roster.foot = [Sample.row(["合计", "5人", "", "", ""])]
    let pages = try pages(.table(roster), style: Sample.landscape(rowsPerPage: 5))
    #expect(pages.count == 1)
    #expect(pages[0].contentText.hasSuffix("合计5人"))
  }

  @Test func twoTablesCountTheirRowsEachByItself() throws {
    let style = Sample.landscape(rowsPerPage: 5)
    let pages = try pages(.table(Sample.roster(3)), .table(Sample.roster(4)), style: style)
    #expect(pages.count == 1)
  }

  @Test func theMastheadIsCountedWhereRowsArePlaced() throws {
    // Two lines of 22 pt and the space before the table leave room for a header and eighteen rows.
    var document = Sample.document(.table(Sample.roster(36)))
    document.masthead = [Sample.paragraph("甲\n乙", .line)]
    let pages = try Sample.pages(document, Sample.landscape())
    #expect(pages.count == 2)
    let counts = pages.map { page in page.runs.count { $0.text == "张三" } }
    #expect(counts == [18, 18])
    for page in pages { #expect(page.rules.allSatisfy { $0.end.y <= .mm(192) }) }
  }

  @Test func aSealInTheMastheadHasItsPlaceOnTheFirstPageOnly() throws {
    var document = Sample.document(.table(Sample.roster(40)))
    document.masthead = [
      .paragraph(
        Paragraph(
          role: .line,
          content: [text("盖章"), .stampPlace(StampPlace(name: "employer", millimetres: 10))],
          origin: Sample.origin
        )
      )
    ]
    let pages = try Sample.pages(document, Sample.landscape())
    #expect(pages.map(\.stamps.count) == [1, 0, 0])
    #expect(pages.allSatisfy { $0.lines.first == "盖章" })
  }

  @Test func signaturesStayWholeEvenWhereNoRowCanComeAlong() throws {
    let lines = (1...6).map { [[text("第\($0)行")]] }
    let signatures = SignatureBlock<Never>(lines: lines, origin: Sample.origin)
    let filler = Sample.paragraph(Array(repeating: "甲", count: 20).joined(separator: "\n"), .line)
    let pages = try pages(filler, .signatures(signatures))
    #expect(pages.count == 2)
    #expect(pages[1].contentText.hasSuffix("第1行第2行第3行第4行第5行第6行"))
    #expect(!pages[0].contentText.contains("第1行"))
  }

  // MARK: Cells

  /// The sizes of the runs of one cell's text in a column of 53.4 mm, less 2 mm of padding.
  private func sizes(_ string: String, share: Double? = 20) throws -> [Length] {
    let page = try #require(
      try pages(.table(table([[cell(string), cell("")]], shares: [share, 80]))).first
    )
    return page.runs.map(\.size)
  }

  @Test func aCellShrinksToFourFifthsAndNoFurther() throws {
    let column = Length.mm(267) * 0.2 - .mm(2)
    let full = Int(column / .pt(9))
    for count in full...full + 8 {
      let found = try sizes(String(repeating: "吐", count: count))
      let needed = column / (.pt(9) * count)
      #expect((found.count == 1) == (needed * 0.999 >= 0.8 || count == full), "\(count)")
      #expect(found.allSatisfy { $0 >= .pt(9) * 0.8 }, "\(count)")
      #expect(Set(found).count == 1, "\(count)")
    }
  }

  @Test func wrappedTextTakesTheLargestSizeThatDoesNotMakeTheRowGrow() throws {
    // Two lines of 12 pt are 8.5 mm, more than the 7 mm of a row; at four fifths they are 6.8 mm.
    let twoLines = try sizes(String(repeating: "吐", count: 24))
    #expect(twoLines.count == 2)
    #expect(Set(twoLines) == [.pt(9) * 0.8])
    // Nothing helps four lines: they stand at the size with the fewest lines.
    let many = try sizes(String(repeating: "吐", count: 70))
    #expect(many.count == 4)
    #expect(Set(many).count == 1)
  }

  @Test func proseInAColumnWithoutShareIsNeverSmall() throws {
    let string = String(repeating: "说明文字", count: 60)
    let page = try #require(
      try pages(.table(table([[cell(string), cell("甲")]], shares: [nil, 50]))).first
    )
    #expect(Set(page.runs.map(\.size)) == [.pt(9)])
  }

  @Test func rowsGrowWithTheirTallestCell() throws {
    let lines = (1...5).map { "第\($0)行" }.joined(separator: "\n")
    let page = try #require(
      try pages(.table(table([[cell("甲"), cell(lines), cell("")], [cell("乙")]]))).first
    )
    let tall = Length.pt(12) * 5 + .mm(1)
    #expect(levels(page) == [0, tall.millimetres, tall.millimetres + 8])
    // The short cell stands in the middle of the tall row.
    let (one, third) = (page.runs.first { $0.text == "甲" }, page.runs.first { $0.text == "第3行" })
    #expect(one?.origin.y == third?.origin.y)
  }

  @Test func aTallCellOverTwoRowsMakesTheLastOneGrow() throws {
    let lines = (1...5).map { "第\($0)行" }.joined(separator: "\n")
    let page = try #require(
      try pages(.table(table([[cell(lines, rows: 2), cell("甲")], [cell("乙")]]))).first
    )
    let tall = Length.pt(12) * 5 + .mm(1)
    #expect(levels(page) == [0, 8, tall.millimetres])
  }

  @Test func cellsAreAlignedAsTheirColumnAndHeadersCentred() throws {
    let columns = [
      Column(share: 1, alignment: .start), Column(share: 1, alignment: .centre),
      Column(share: 1, alignment: .end),
    ]
    let table = Table<Never>(
      columns: columns,
      head: [Sample.row(["头", "头", "头"])],
      body: .rows([Sample.row(["甲", "乙", "丙"])]),
      closing: "完",
      origin: Sample.origin
    )
    let page = try #require(try pages(.table(table)).first)
    let (em, column) = (Length.pt(9), Length.mm(89))
    let middles = (0..<3).map { Length.mm(15) + column * $0 + (column - em) / 2 }
    func close(_ found: [Length], _ wanted: [Length]) -> Bool {
      zip(found, wanted).allSatisfy { abs(($0 - $1).nanometres) <= 2 }
    }
    #expect(close(page.runs.prefix(3).map(\.origin.x), middles))
    let wanted = [.mm(16), middles[1], Length.mm(15) + column * 3 - .mm(1) - em]
    #expect(close(page.runs.dropFirst(3).prefix(3).map(\.origin.x), wanted))
    #expect(close([page.runs[6].origin.x], [middles[1]]))
  }

  @Test func headersStandAsTheirStyleSaysWhateverTheirColumn() throws {
    var style = Sample.landscape()
    style.roles[.tableHead] = TextStyle(size: .pt(9), linePitch: .pt(12), alignment: .left)
    let table = Table<Never>(
      columns: [Column(share: 1, alignment: .centre), Column(share: 1, alignment: .distributed)],
      head: [Sample.row(["头", "头头"])],
      body: .rows([Sample.row(["甲", "乙丙"])]),
      closing: "完",
      origin: Sample.origin
    )
    let page = try #require(try pages(.table(table), style: style).first)
    let (left, column) = (Length.mm(16), Length.mm(133.5))
    for (run, place) in zip(page.runs, [left, left + column]) {
      #expect(abs((run.origin.x - place).nanometres) <= 2, "\(run.text)")
    }
    #expect(page.runs[2].origin.x > left + .mm(60))
    let closing = try #require(page.runs.last)
    #expect(closing.text == "完" && closing.origin.x > left + .mm(120))
  }

  @Test func headerCellsInTheBodyAreSetLikeTheHeader() throws {
    var label = cell("姓名")
    label.isHeader = true
    let page = try #require(try pages(.table(table([[label, cell("姓名"), cell("")]]))).first)
    #expect(page.runs.map(\.text) == ["姓名", "姓名"])
    #expect(page.runs[0].font != page.runs[1].font)
  }

  @Test func aNarrowColumnGivesUpItsPaddingBeforeItsText() throws {
    let page = try #require(
      try pages(.table(table([[cell("一"), cell("")]], shares: [1.6, 98.4]))).first
    )
    // 4.3 mm hold a character of 3.2 mm only when a millimetre each side is not insisted upon.
    #expect(page.runs.map(\.size) == [.pt(9)])
  }

  @Test func columnsAreMadeUpFromTheHeaderWhereNoneAreGiven() throws {
    let table = Table<Never>(
      columns: [],
      head: [TableRow(cells: [cell("甲", 2), cell("乙")], origin: Sample.origin)],
      body: .rows([Sample.row(["一", "二", "三"])]),
      origin: Sample.origin
    )
    let page = try #require(try pages(.table(table)).first)
    #expect(page.contentText == "甲乙一二三")
    let upright = page.rules.filter { $0.start.x == $0.end.x && $0.thickness == .mm(0.2) }
    #expect(upright.count == 2)
  }

  @Test func aTableWithoutColumnsIsNothing() throws {
    let table = Table<Never>(columns: [], head: [], body: .rows([]), origin: Sample.origin)
    #expect(try pages(.table(table), Sample.paragraph("甲")).first?.contentText == "甲")
  }

  @Test func pulledRowsTakeContentWidthsLikeListedOnes() throws {
    func edges(_ body: TableBody<Never>) throws -> [Length] {
      let table = Table<Never>(
        columns: [Column(), Column()],
        head: [],
        body: body,
        origin: Sample.origin
      )
      return try #require(try pages(.table(table)).first).rules.map(\.start.x)
    }
    let rows = (1...5).map { Sample.row(["\($0)", String(repeating: "长", count: $0 * 3)]) }
    let source = RowSource(count: 5) {
      var next = 0
      return { () throws(RowSource.Failure) in
        defer { next += 1 }
        return next < 5 ? rows[next] : nil
      }
    }
    #expect(try edges(.pulled(source)) == edges(.rows(rows)))
  }

  @Test func aCaptionIsNeverLeftByItsTable() throws {
    for count in 15...24 {
      var roster = Sample.roster(3)
      roster.caption = [text("表一")]
      let filler = Sample.paragraph(
        Array(repeating: "甲", count: count).joined(separator: "\n"),
        .line
      )
      let pages = try pages(filler, .table(roster))
      let page = try #require(pages.first { $0.contentText.contains("表一") })
      #expect(page.contentText.contains("序号"), "\(count)")
      #expect(page.contentText.contains("第1号"), "\(count)")
    }
  }
}
