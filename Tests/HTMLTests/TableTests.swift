import Diagnostics
import DocumentTree
import HTML
import Styling
import TestSupport
import Testing

/// The HTML of one table under the heading 名册.
private func html(_ table: Table<Never>) throws -> String {
  try htmlBlocks([heading(2, "名册"), .table(table)], title: "册")
}

/// A table of two columns.
private func table(
  caption: [Inline<Never>] = [],
  shares: [Double?] = [nil, nil],
  head: [TableRow<Never>] = [row("甲", "乙")],
  body: [TableRow<Never>] = [row("一", "二")],
  closing: String? = nil,
  foot: [TableRow<Never>] = []
) -> Table<Never> {
  Table(
    caption: caption,
    columns: shares.map { Column(share: $0) },
    head: head,
    body: .rows(body),
    closing: closing,
    foot: foot,
    origin: .unknown
  )
}

@Suite struct TableTests {
  @Test func aTableWithoutCaptionIsCalledByItsHeading() throws {
    #expect(try html(table()).contains("<caption class=\"unseen\">名册</caption>"))
    let other = try htmlBlocks([.table(table())], title: "册")
    #expect(other.contains("<caption class=\"unseen\">册</caption>"))
  }

  @Test func aCaptionKeepsItsMarks() throws {
    let page = try html(table(caption: [.strong([text("表")]), text(" 1")]))
    #expect(page.contains("<caption><strong>表</strong> 1</caption>"))
  }

  @Test func headerCellsSayWhatTheyHead() throws {
    let head = TableRow<Never>(
      cells: [cell("期限", columns: 2), cell("备注", rows: 2)],
      origin: .unknown
    )
    let page = try html(table(head: [head]))
    #expect(page.contains("<th scope=\"colgroup\" colspan=\"2\">期限</th>"))
    #expect(page.contains("<th scope=\"col\" rowspan=\"2\">备注</th>"))
  }

  @Test func rowHeadersHeadTheirRow() throws {
    let body = TableRow<Never>(cells: [cell("姓名", isHeader: true), cell("张伟")], origin: .unknown)
    #expect(
      try html(table(body: [body])).contains(
        "<tr><th scope=\"row\" class=\"c\">姓名</th><td>张伟</td></tr>"
      )
    )
  }

  @Test func aTableWithoutHeadHasNone() throws {
    let page = try html(table(head: []))
    #expect(!page.contains("<thead>"))
    #expect(page.contains("<tbody>\n<tr><td>一</td><td>二</td></tr>\n</tbody>"))
  }

  @Test func theClosingRowSpansTheTable() throws {
    let page = try html(table(closing: "（以下空白）"))
    #expect(page.contains("<tr class=\"closing\"><td colspan=\"2\">（以下空白）</td></tr>\n</tbody>"))
  }

  @Test func totalsStandBelowTheBody() throws {
    let page = try html(table(closing: "完", foot: [row("合计", "2")]))
    #expect(page.contains("</tbody>\n<tfoot>\n<tr><td>合计</td><td>2</td></tr>\n</tfoot>"))
  }

  @Test(
    arguments: [
      ([1, 3], ["w-250", "w-750"]), ([22, 78], ["w-220", "w-780"]),
      ([0.1, 0.2], ["w-333", "w-667"]),
      ([30, nil], ["w-300", nil]), ([150, nil], ["w-1000", nil]), ([nil, nil], []), ([0, 0], []),
    ] as [([Double?], [String?])]
  )
  func sharesBecomeClassesWithARule(shares: [Double?], classes: [String?]) throws {
    let document = Document<Never>(title: "册", body: [.table(table(shares: shares))])
    let page = try htmlBlocks(document.body, title: "册")
    let css = documentCSS(for: document, style: landscape)
    let columns = classes.map { $0.map { "<col class=\"\($0)\">" } ?? "<col>" }.joined()
    #expect(page.contains("<colgroup>") == !classes.isEmpty)
    #expect(classes.isEmpty || page.contains("<colgroup>\(columns)</colgroup>"))
    for name in classes.compactMap({ $0 }) { #expect(css.contains(".\(name) { width: ")) }
  }

  @Test func absurdSharesAndRulesAreHeldInBounds() throws {
    #expect(try html(table(shares: [.infinity, 1, -5])).contains("<col class=\"w-1000\">"))
    #expect(
      try html(table(shares: [.nan, 1])).contains("<col class=\"w-0\"><col class=\"w-1000\">")
    )
    let widths: [(Double, String)] = [(.infinity, "10000"), (.nan, "0"), (-3, "0"), (0.04, "0")]
    for (width, name) in widths {
      let blank = FillIn<Never>(content: [], width: width)
      #expect(htmlInlines([.fillIn(blank)]).contains("\"fill fill-\(name)\""))
    }
    let places: [(Double, String)] = [(.infinity, "1000000"), (.nan, "0"), (-0.0004, "0")]
    for (size, text) in places {
      let place = StampPlace(name: "a", millimetres: size)
      #expect(htmlInlines([.stampPlace(place)]).contains("data-mm=\"\(text)\""))
    }
  }

  @Test func headerSpansDoNotDisturbTheBody() throws {
    let first = TableRow<Never>(cells: [cell("一", columns: 2)], origin: .unknown)
    let page = try html(table(body: [first, row("二", "三"), row("四", "五", "六")]))
    #expect(page.contains("<tr><td colspan=\"2\">一</td></tr>"))
    #expect(page.contains("<tr><td>四</td><td>五</td><td>六</td></tr>"))
  }

  @Test func randomTablesLoseNoCell() throws {
    for seed in UInt64(0)..<100 {
      var random = SeededGenerator(seed: seed)
      let rows = (0..<6).map { _ in
        TableRow<Never>(
          cells: (0..<Int.random(in: 0...4, using: &random)).map { _ in
            cell(
              "格",
              columns: Int.random(in: -1...4, using: &random),
              rows: Int.random(in: -1...4, using: &random)
            )
          },
          origin: .unknown
        )
      }
      let count = rows.reduce(0) { $0 + $1.cells.count }
      let page = try html(table(shares: [1, 1, 1], head: [], body: rows))
      #expect(page.matches(of: /格/).count == count, "seed \(seed)")
      #expect(page.matches(of: /<tr>/).count == 6, "seed \(seed)")
    }
  }

  // MARK: Groups

  /// A row whose cells are texts, joined with the row above where they begin with `^`.
  private func grouped(_ cells: String...) -> TableRow<Never> {
    var row = row("")
    row.cells = cells.map { text in
      var cell = cell(text.hasPrefix("^") ? String(text.dropFirst()) : text)
      cell.joinsAbove = text.hasPrefix("^")
      return cell
    }
    row.joinsGroup = cells.contains { $0.hasPrefix("^") }
    return row
  }

  private func merged(_ body: TableBody<Never>) -> Table<Never> {
    var result = table(shares: [1, 1])
    result.columns[0].isMerged = true
    result.columns[1].isMerged = true
    result.body = body
    return result
  }

  private let groups: [(String, String)] = [
    ("甲", "一"), ("^甲", "^一"), ("^甲", "二"), ("乙", "二"), ("丙", "三"), ("^丙", "^三"),
  ]

  @Test func joinedCellsSpanTheirRows() throws {
    let rows = groups.map { grouped($0.0, $0.1) }
    let page = try html(merged(.rows(rows)))
    #expect(
      page.contains(
        """
        <tbody>
        <tr><td rowspan="3">甲</td><td rowspan="2">一</td></tr>
        <tr></tr>
        <tr><td>二</td></tr>
        <tr><td>乙</td><td>二</td></tr>
        <tr><td rowspan="2">丙</td><td rowspan="2">三</td></tr>
        <tr></tr>
        </tbody>
        """
      )
    )
  }

  @Test func pulledRowsSpanAsRowsAtHandDo() throws {
    let rows = groups.map { grouped($0.0, $0.1) }
    let source = RowSource(count: rows.count) { () throws(RowSource.Failure) in
      var rest = rows[...]
      return { () throws(RowSource.Failure) in rest.popFirst() }
    }
    #expect(try html(merged(.pulled(source))) == html(merged(.rows(rows))))
  }

  @Test func alignmentFollowsTheColumnUnderSpans() throws {
    var table = merged(.rows([grouped("甲", "一"), grouped("^甲", "二")]))
    table.columns[1].alignment = .end
    #expect(try html(table).contains("<tr><td class=\"e\">二</td></tr>"))
  }

  @Test func aLongGroupBeginsItsSpansAnew() throws {
    let rows = (0..<1200).map { $0 == 0 ? grouped("甲", "行") : grouped("^甲", "行") }
    let page = try html(merged(.rows(rows)))
    let spans = page.matches(of: /rowspan="([0-9]+)"/).compactMap { Int($0.1) }
    #expect(spans == [500, 500, 200])
    #expect(page.matches(of: /甲</).count == 4)
    #expect(page.matches(of: /行</).count == 1200)
  }

  // MARK: Paper

  @Test func sumsOfPagesAndUnusedRowsAreForPaperOnly() throws {
    var paper = table(foot: [row("合计", "2")])
    paper.pageFoot = .tallied(PageTally(widest: row("小计", "2")) { _, _ in row("小计", "1") })
    paper.unusedRows = .diagonal
    #expect(try html(paper) == html(table(foot: [row("合计", "2")])))
  }

  @Test func millimetresBecomeClassesWithARule() throws {
    var fixed = table()
    fixed.columns[0].millimetres = 22
    fixed.columns[1].millimetres = 8.5
    let page = try html(fixed)
    #expect(page.contains("<colgroup><col class=\"mm-220\"><col class=\"mm-85\"></colgroup>"))
    #expect(page.contains("<table class=\"shared\">"))
    let css = documentCSS(
      for: Document<Never>(title: "册", body: [.table(fixed)]),
      style: landscape
    )
    #expect(css.contains(".mm-85 { width: 8.5mm; }\n.mm-220 { width: 22mm; }"))
  }

  @Test func besideMillimetresTheBrowserMeasuresTheRest() throws {
    var mixed = table(shares: [3, 1])
    mixed.columns[0].millimetres = 22
    let page = try html(mixed)
    #expect(page.contains("<colgroup><col class=\"mm-220\"><col></colgroup>"))
    #expect(page.contains("<table>"))
  }

  @Test func struckCellsHaveALineThroughThem() throws {
    var body = row("", "")
    body.cells[0].isStruck = true
    body.cells[1].isStruck = true
    var struck = table(body: [body])
    struck.columns[1].alignment = .centre
    #expect(
      try html(struck).contains("<td class=\"struck\"></td><td class=\"c struck\"></td>")
    )
  }

  @Test func headersOfThreeLevelsSayWhatTheyHead() throws {
    let head = [
      TableRow<Never>(cells: [cell("甲", columns: 2), cell("乙", rows: 3)], origin: .unknown),
      TableRow<Never>(cells: [cell("丙", columns: 2)], origin: .unknown), row("丁", "戊"),
    ]
    let page = try html(table(head: head))
    #expect(
      page.contains(
        """
        <thead>
        <tr><th scope="colgroup" colspan="2">甲</th><th scope="col" rowspan="3">乙</th></tr>
        <tr><th scope="colgroup" colspan="2">丙</th></tr>
        <tr><th scope="col">丁</th><th scope="col">戊</th></tr>
        </thead>
        """
      )
    )
  }
}
