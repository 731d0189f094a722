import Diagnostics
import DocumentTree
import Geometry
import Layout
import Pages
import Styling
import TestSupport
import Testing

/// How tables are set and flow over pages.
struct TableTests {
  private func pages(_ table: Table<Never>, rowsPerPage: Int? = nil) throws -> [Page] {
    try Sample.pages(Sample.document(.table(table)), Sample.landscape(rowsPerPage: rowsPerPage))
  }

  /// The text of the first cell of each row, from top to bottom.
  private func firstCells(_ page: Page) -> [String] {
    let left = Length.mm(15) + .mm(267) * (8.0 / 100)
    return page.runs.filter { $0.origin.x + $0.width < left }
      .sorted { $0.origin.y < $1.origin.y }.map(\.text)
  }

  @Test func aRosterIsSetAsItsGolden() throws {
    let fields = FieldLines<Never>(
      lines: [
        [
          [.text("单位名称（盖章）：长春市示例有限公司", Sample.origin)],
          [.text("统一社会信用代码：91220104MA0000000X", Sample.origin)],
          [.text("本册人数：3人", Sample.origin)],
        ]
      ],
      origin: Sample.origin
    )
    let signatures = SignatureBlock<Never>(
      lines: [
        [
          [
            .text("单位负责人（签字）：", Sample.origin),
            .stampPlace(StampPlace(name: "employer", millimetres: 40)),
          ],
          [.text("填报日期：2024年3月6日", Sample.origin)],
        ]
      ],
      origin: Sample.origin
    )
    let document = Sample.document(
      Sample.heading(1, "劳动合同新签备案花名册"),
      .fields(fields),
      .table(Sample.roster(3)),
      .signatures(signatures)
    )
    let pages = try Sample.pages(document, Sample.landscape())
    try expectGolden(pages.map { $0.dump() }.joined(), "roster.txt")
    try expectGolden(pages.structureDump(), "roster-structure.txt")
  }

  /// A column without room shrinks its text, since nothing may stand over; each document is told of it anew.
  @Test func aColumnTooNarrowToReadIsTold() throws {
    var table = Sample.roster(3)
    for index in table.columns.indices { table.columns[index].share = index == 1 ? 0.01 : 100 }
    let typesetter = Typesetter(fonts: try TestFonts.library())
    for _ in 1...2 {
      let document = Sample.document(.table(table))
      let outcome = try typesetter.layOut(document, style: Sample.landscape()) { _ in }
      let found = outcome.diagnostics.filter { $0.code == "layout.tinyText" }
      #expect(found.count == 3, "\(outcome.diagnostics)")
      #expect(found.first?.found?.hasSuffix("磅") == true)
    }
  }

  @Test func theHeaderIsRepeatedAsDecoration() throws {
    let pages = try pages(Sample.roster(60))
    #expect(pages.count > 1)
    for (number, page) in pages.enumerated() {
      let heads = page.runs.filter { $0.text == "姓名" }
      #expect(heads.count == 1)
      #expect((heads.first?.mark == .decoration) == (number > 0))
      #expect(firstCells(page).first == "序号")
    }
    let numbers = pages.flatMap { firstCells($0).dropFirst() }.filter { Int($0) != nil }
    #expect(numbers == (1...60).map(String.init))
  }

  @Test func eachColumnHasOneRuleAPage() throws {
    let page = try #require(try pages(Sample.roster(10)).first)
    let upright = page.rules.filter { $0.start.x == $0.end.x && $0.thickness == .mm(0.2) }
    // The closing row has no inner rules: those of the rows above end at it.
    #expect(upright.count == 4)
    let frame = page.rules.filter { $0.thickness == .mm(0.4) }
    #expect(frame.count == 4)
    let bottom = try #require(frame.map(\.end.y).max())
    #expect(upright.allSatisfy { $0.end.y == bottom - .mm(8) })
    // One rule between each two rows: a header, ten people, a closing row.
    let level = page.rules.filter { $0.start.y == $0.end.y && $0.thickness == .mm(0.2) }
    #expect(level.count == 11)
  }

  @Test func rowsPerPageAreHonoured() throws {
    let pages = try pages(Sample.roster(12), rowsPerPage: 5)
    let counts = pages.map { page in firstCells(page).filter { Int($0) != nil }.count }
    #expect(counts == [5, 5, 2])
  }

  @Test(arguments: [(14, false), (15, true), (16, false), (0, false)])
  func theClosingRowIsDroppedOnAFullPageOnly(count: Int, isFull: Bool) throws {
    let pages = try pages(Sample.roster(count), rowsPerPage: 15)
    let text = pages.map(\.contentText).joined()
    #expect(text.contains("（以下空白）") == !isFull, "\(count) rows")
    #expect(pages.count == (count > 15 ? 2 : 1))
  }

  @Test func theClosingRowIsDroppedWhereNoRoomIsLeft() throws {
    // 210 - 15 - 18 mm hold a header and 21 rows of 8 mm, with 1 mm to spare.
    let pages = try pages(Sample.roster(21))
    #expect(pages.count == 1)
    #expect(!pages.map(\.contentText).joined().contains("（以下空白）"))
    #expect(try self.pages(Sample.roster(20)).map(\.contentText).joined().contains("（以下空白）"))
  }

  @Test func aTableWithoutRowsKeepsHeaderAndClosing() throws {
    let page = try #require(try pages(Sample.roster(0)).first)
    #expect(page.contentText == "序号姓名身份证号码月工资（元）备注（以下空白）")
  }

  @Test func footRowsStandBeforeTheClosingRow() throws {
    var table = Sample.roster(2)
    table.foot = [Sample.row(["合计", "2人", "", "11,000.00", ""])]
    let page = try #require(try pages(table).first)
    #expect(page.contentText.hasSuffix("合计2人11,000.00（以下空白）"))
  }

  @Test func signaturesTakeARowAlong() throws {
    let signatures = SignatureBlock<Never>(
      lines: [[[.text("签字：", Sample.origin)], [.text("日期：", Sample.origin)]]],
      origin: Sample.origin
    )
    let document = Sample.document(.table(Sample.roster(21)), .signatures(signatures))
    let pages = try Sample.pages(document, Sample.landscape())
    #expect(pages.count == 2)
    let last = try #require(pages.last)
    #expect(firstCells(last).prefix(2) == ["序号", "21"])
    #expect(last.contentText.hasSuffix("（以下空白）签字：日期："))
  }

  @Test func aWideTextShrinksAndThenWraps() throws {
    func sizes(_ text: String) throws -> [Length] {
      var table = Sample.roster(0)
      table.closing = nil
      table.body = .rows([Sample.row(["1", text, "", "", ""])])
      let page = try #require(try pages(table).first)
      return page.runs.filter { text.contains($0.text) && $0.text.count > 1 }.map(\.size)
    }
    let column = Length.mm(267) * 0.2 - .mm(2)
    let full = Int(column / .pt(9))
    let whole = String(repeating: "吐", count: full)
    #expect(try sizes(whole) == [.pt(9)])
    let longer = try sizes(whole + "尔逊")
    #expect(longer.count == 1)
    #expect(try #require(longer.first) < .pt(9))
    #expect(try #require(longer.first) >= .pt(9) * 0.8)
    #expect(try sizes(whole + whole).count == 2)
  }

  @Test func textStaysInsideItsColumn() throws {
    var table = Sample.roster(0)
    let id = "220104199001011234"
    let long = String(repeating: "备注很长", count: 30)
    table.body = .rows([Sample.row(["12345678", "买买提·吐尔逊", id, "123,456,789.00", long])])
    table.closing = nil
    let page = try #require(try pages(table).first)
    var edges = [Length.mm(15)]
    for share in [8.0, 20, 40, 20, 12] {
      edges.append(edges[edges.count - 1] + .mm(267) * (share / 100))
    }
    for run in page.runs where run.font == page.runs.last?.font {
      let column = try #require(edges.lastIndex { $0 <= run.origin.x })
      #expect(run.origin.x + run.width <= edges[column + 1], "\(run.text)")
    }
    #expect(page.contentText.hasSuffix(id + "123,456,789.00" + long))
  }

  @Test func spansAreRuledAroundNotThrough() throws {
    let tall = TableCell<Never>(content: [.text("跨行", Sample.origin)], rowSpan: 2)
    let wide = TableCell<Never>(content: [.text("跨列", Sample.origin)], columnSpan: 2)
    func cell(_ text: String) -> TableCell<Never> {
      TableCell(content: [.text(text, Sample.origin)])
    }
    let table = Table<Never>(
      columns: [Column(share: 1), Column(share: 1), Column(share: 1)],
      head: [],
      body: .rows([
        TableRow(cells: [tall, wide], origin: Sample.origin),
        TableRow(cells: [cell("甲"), cell("乙")], origin: Sample.origin),
      ]),
      origin: Sample.origin
    )
    let pages = try pages(table)
    try expectGolden(pages.map { $0.dump() }.joined(), "spans.txt")
    try expectGolden(pages.structureDump(), "spans-structure.txt")
  }

  @Test func aRowTallerThanAPageIsPartedAndLosesNothing() throws {
    let long = String(repeating: "很长的说明", count: 2000)
    var table = Sample.roster(0)
    table.body = .rows([Sample.row(["1", "张三", "", "", long]), Sample.row(["2", "", "", "", ""])])
    let pages = try pages(table)
    #expect(pages.count > 2)
    #expect(pages.map(\.contentText).joined() == "序号姓名身份证号码月工资（元）备注1张三\(long)2（以下空白）")
    for page in pages {
      for run in page.runs { #expect(run.origin.y <= .mm(192)) }
    }
  }

  @Test func columnsWithoutSharesTakeTheirWidthFromTheirContent() throws {
    let table = Table<Never>(
      columns: [Column(), Column()],
      head: [Sample.row(["项", "说明"])],
      body: .rows([Sample.row(["甲", String(repeating: "说明文字", count: 40)])]),
      origin: Sample.origin
    )
    let page = try #require(try pages(table).first)
    let inner = try #require(
      page.rules.first { $0.start.x == $0.end.x && $0.thickness == .mm(0.2) }
    )
    #expect(inner.start.x > .mm(15) + .pt(9))
    #expect(inner.start.x < .mm(40))
    #expect(page.runs.allSatisfy { $0.size == .pt(9) })
  }

  @Test func aRowWithTooManyCellsLosesNone() throws {
    var table = Sample.roster(0)
    table.closing = nil
    table.body = .rows([Sample.row(["1", "2", "3", "4", "5", "6", "7"])])
    let page = try #require(try pages(table).first)
    #expect(page.contentText.filter { !$0.isWhitespace }.hasSuffix("1234567"))
  }

  @Test func aCaptionStaysAboveItsTable() throws {
    var table = Sample.roster(1)
    table.caption = [.text("表一", Sample.origin)]
    let page = try #require(try pages(table).first)
    #expect(page.lines.first == "表一")
  }

  @Test func rowsThatCannotBeHadStopTheDocument() throws {
    let failure = RowSource.Failure(Diagnostic("x", .error, "读不到第二行"))
    var table = Sample.roster(0)
    table.body = .pulled(
      RowSource(count: 2) {
        var number = 0
        return { () throws(RowSource.Failure) in
          number += 1
          if number > 1 { throw failure }
          return Sample.row(["1", "", "", "", ""])
        }
      }
    )
    do {
      _ = try pages(table)
      Issue.record("a roster without its second row was laid out")
    } catch let failure as LayoutFailure {
      #expect(failure.diagnostics?.first?.message == "读不到第二行")
    }
  }

  @Test func cellsSpeltDifferentlyArePrintedAsTheyAreSpelt() throws {
    var table = Sample.roster(0)
    table.closing = nil
    table.body = .rows([
      Sample.row(["1", "\u{F9D4}", "", "", ""]), Sample.row(["2", "\u{502B}", "", "", ""]),
    ])
    let page = try #require(try pages(table).first)
    let scalars = page.contentText.unicodeScalars.filter { [0xF9D4, 0x502B].contains($0.value) }
    #expect(scalars.map(\.value) == [0xF9D4, 0x502B])
  }
}
