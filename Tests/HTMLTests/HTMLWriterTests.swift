import Diagnostics
import DocumentTree
import Foundation
import HTML
import TestSupport
import Testing

/// The receiver that refuses a piece.
private struct Refused: Error, Equatable {}

/// Returns the whole page of `document`.
private func page(
  _ document: Document<Never>,
  stylesheet: StylesheetReference = .linked(href: "a.css")
) throws -> String {
  var page = ""
  try HTMLWriter().write(document, stylesheet: stylesheet) { page += $0 }
  return page
}

/// Returns a one-table document with `count` pulled rows; from row `failure` on none can be had.
private func roster(count: Int, failure: Int = .max) -> Document<Never> {
  let rows = RowSource(count: count) { () throws(RowSource.Failure) in
    var next = 0
    return { () throws(RowSource.Failure) in
      guard next < count else { return nil }
      next += 1
      guard next < failure else {
        throw RowSource.Failure(Diagnostic("io", .error, "读不到第 \(next) 行"))
      }
      return row("\(next)", "张<\(next)>")
    }
  }
  let table = Table<Never>(
    columns: [Column(share: 1, alignment: .centre), Column(share: 9)],
    head: [row("序号", "姓名")],
    body: .pulled(rows),
    closing: "（以下空白）",
    origin: .unknown
  )
  return Document(title: "花名册", body: [.table(table), paragraph("经办人：")])
}

@Suite struct HTMLWriterTests {
  @Test func everyBlockAndInlineHasItsElement() throws {
    try expectGolden(page(everything()), "everything.html")
  }

  @Test func aStandalonePageHoldsItsStylesheet() throws {
    let page = try page(
      Document(title: "一", body: []),
      stylesheet: .inline(css: "p { content: \"</style><script>\"; }\n")
    )
    #expect(page.contains("<style>\np { content: \"<\\/style><script>\"; }\n</style>"))
    #expect(page.components(separatedBy: "</style").count == 2)
    #expect(!page.contains("<link"))
  }

  @Test func theLanguageIsTheDocuments() throws {
    let page = try page(Document(title: "x", language: "en\"><b>", body: []))
    #expect(page.contains("<html lang=\"en&quot;&gt;&lt;b&gt;\">"))
  }

  @Test func pulledRowsComeInOrderAndInPieces() throws {
    var pieces: [String] = []
    try HTMLWriter().write(roster(count: 5000), stylesheet: .linked(href: "a.css")) {
      pieces.append($0)
    }
    let page = pieces.joined()
    #expect(page.components(separatedBy: "<tr>").count == 5002)
    #expect(page.contains("<tr><td class=\"c\">4999</td><td>张&lt;4999&gt;</td></tr>\n<tr>"))
    #expect(pieces.count > 5)
    #expect(pieces.allSatisfy { $0.utf8.count < 40_000 })
  }

  @Test func pulledRowsReadLikeRowsAtHand() throws {
    let pulled = try page(roster(count: 3))
    var document = roster(count: 3)
    guard case .table(var table) = document.body[0] else { return #expect(Bool(false)) }
    table.body = .rows([row("1", "张<1>"), row("2", "张<2>"), row("3", "张<3>")])
    document.body[0] = .table(table)
    #expect(try page(document) == pulled)
  }

  @Test func aWideTableCanBeReachedAndScrolledByKeyboard() throws {
    func table(columns: Int) -> Block<Never> {
      let columns = Array(repeating: Column(), count: columns)
      return .table(Table(columns: columns, head: [], body: .rows([]), origin: .unknown))
    }
    let frame = "<div class=\"table\" role=\"region\" aria-label=\"册\" tabindex=\"0\">"
    #expect(try htmlBlocks([table(columns: 6)], title: "册").contains(frame))
    #expect(try !htmlBlocks([table(columns: 5)], title: "册").contains("tabindex"))
    let names = try htmlBlocks([table(columns: 6), table(columns: 6)], title: "册")
    #expect(names.contains("aria-label=\"册（表 2）\""))
  }

  @Test func aCellBelowASpanTakesItsOwnColumnsAlignment() throws {
    let columns = [Column(alignment: .end), Column(alignment: .centre), Column()]
    let rows = [
      TableRow(cells: [cell("一", rows: 3), cell("二"), cell("三", rows: 2)], origin: .unknown),
      TableRow(cells: [cell("四")], origin: .unknown),
      TableRow(cells: [cell("五"), cell("六")], origin: .unknown),
      TableRow(cells: [cell("七"), cell("八"), cell("九")], origin: .unknown),
    ]
    let table = Table<Never>(columns: columns, head: [], body: .rows(rows), origin: .unknown)
    let html = try htmlBlocks([.table(table)], title: "")
    #expect(html.contains("<tr><td class=\"c\">四</td></tr>"))
    #expect(html.contains("<tr><td class=\"c\">五</td><td>六</td></tr>"))
    #expect(html.contains("<tr><td class=\"e\">七</td><td class=\"c\">八</td><td>九</td></tr>"))
  }

  @Test func aRowThatCannotBeHadStopsThePage() throws {
    var page = ""
    let error = #expect(throws: HTMLFailure<Never>.self) {
      try HTMLWriter().write(
        roster(count: 9, failure: 4),
        stylesheet: .linked(href: "a.css")
      ) { (piece) throws(Never) in page += piece }
    }
    guard case .rowUnavailable(let failure) = error else { return #expect(Bool(false)) }
    #expect(failure.diagnostic.message == "读不到第 4 行")
    #expect(!page.contains("</html>"))
  }

  @Test func aReceiverThatRefusesStopsThePage() {
    let error = #expect(throws: HTMLFailure<Refused>.self) {
      try HTMLWriter().write(roster(count: 1), stylesheet: .linked(href: "a.css")) {
        (_) throws(Refused) in throw Refused()
      }
    }
    guard case .receiverFailed(let refusal) = error else { return #expect(Bool(false)) }
    #expect(refusal == Refused())
  }

  @Test func idsStayUniqueWhenCopiesAreBoundTogether() throws {
    let copy = heading(1, "证明书", id: "title")
    let page = try page(Document(title: "证", body: [copy, .pageBreak, copy, copy]))
    #expect(page.contains("<h1 id=\"title\">"))
    #expect(page.contains("<h1 id=\"title-2\">"))
    #expect(page.contains("<h1 id=\"title-3\">"))
  }

  @Test func theContentsListTwoLevelsWithTheirAnchors() throws {
    let html = try htmlBlocks(
      [.contents, heading(1, "一"), heading(2, "二", id: "a b"), heading(3, "三"), heading(4, "四")],
      title: ""
    )
    #expect(
      html.contains(
        "<li class=\"level-2\"><a href=\"#a-b\">二</a></li>\n<li class=\"level-3\">三</li>\n</ol>"
      )
    )
    #expect(!html.contains("level-1") && !html.contains("level-4"))
  }

  @Test func noElementCarriesStyleOrScript() throws {
    let page = try page(everything())
    #expect(!page.contains(" style="))
    #expect(!page.contains("<script"))
    #expect(!page.contains(" on"))
  }
}
