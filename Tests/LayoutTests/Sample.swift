import Diagnostics
import DocumentTree
import Fonts
import Geometry
import Layout
import Pages
import Styling
import TestSupport

/// Documents, styles and short ways to lay them out.
enum Sample {
  /// A contract's style: A4 upright, 宋体 12 pt with 22 pt from line to line.
  static func portrait(
    margins: Insets = Insets(top: .mm(30), left: .mm(28), bottom: .mm(30), right: .mm(28))
  ) -> PageStyle {
    let text = TextStyle(
      size: .pt(12),
      linePitch: .pt(22),
      alignment: .justified,
      firstLineIndent: 2
    )
    var line = text
    line.firstLineIndent = 0
    line.alignment = .left
    return PageStyle(
      paper: Paper.a4.size,
      margins: margins,
      roles: [
        .body: text,
        .title: TextStyle(
          family: .hei,
          weight: .bold,
          size: .pt(18),
          linePitch: .pt(30),
          alignment: .centre,
          spaceAfter: .mm(4)
        ),
        .heading2: TextStyle(
          family: .hei,
          weight: .bold,
          size: .pt(14),
          linePitch: .pt(24),
          alignment: .centre,
          spaceBefore: .mm(4)
        ),
        .fields: line,
        .signature: line,
        .note: TextStyle(size: .pt(9), linePitch: .pt(14)),
        .caption: TextStyle(size: .pt(9), linePitch: .pt(14), alignment: .centre),
        .code: TextStyle(size: .pt(9), linePitch: .pt(14)),
        .tableHead: TextStyle(
          family: .hei,
          size: .pt(9),
          linePitch: .pt(12),
          alignment: .centre
        ),
        .tableBody: TextStyle(size: .pt(9), linePitch: .pt(12)),
        .footer: TextStyle(size: .pt(9), linePitch: .pt(12)),
        .contents: line,
      ],
      table: TableStyle(),
      footerBaseline: .mm(15)
    )
  }

  /// A roster's style: A4 landscape with small text.
  static func landscape(rowsPerPage: Int? = nil) -> PageStyle {
    var style = portrait(
      margins: Insets(top: .mm(15), left: .mm(15), bottom: .mm(18), right: .mm(15))
    )
    style.paper = style.paper.turned
    style.roles[.fields] = TextStyle(size: .pt(9), linePitch: .pt(14), spaceAfter: .mm(2))
    style.table.rowsPerPage = rowsPerPage
    style.footerBaseline = .mm(10)
    return style
  }

  /// The pages of a document.
  static func pages(
    _ document: Document<Never>,
    _ style: PageStyle = portrait()
  ) throws -> [Page] {
    try laidOut(document, style).pages
  }

  /// The pages of a document and what is known after the last.
  static func laidOut(
    _ document: Document<Never>,
    _ style: PageStyle = portrait()
  ) throws -> (pages: [Page], outcome: LayoutOutcome) {
    let collector = PageCollector()
    let typesetter = Typesetter(fonts: try TestFonts.library())
    let outcome = try typesetter.layOut(document, style: style) { page throws(LayoutFailure) in
      collector.pages.append(page)
    }
    return (collector.pages, outcome)
  }

  /// A document of these blocks.
  static func document(_ blocks: Block<Never>...) -> Document<Never> {
    Document(title: "样张", body: blocks)
  }

  /// A paragraph of plain text.
  static func paragraph(_ text: String, _ role: ParagraphRole = .body) -> Block<Never> {
    .paragraph(Paragraph(role: role, content: [.text(text, origin)], origin: origin))
  }

  /// A heading of plain text.
  static func heading(_ level: Int, _ text: String, id: String = "") -> Block<Never> {
    .heading(Heading(level: level, id: id, content: [.text(text, origin)], origin: origin))
  }

  /// A row of plain cells.
  static func row(_ cells: [String], number: Int = 1) -> TableRow<Never> {
    TableRow(
      cells: cells.enumerated().map { index, text in
        TableCell(content: [.text(text, .field(FieldLocation(row: number, field: "c\(index)")))])
      },
      origin: .field(FieldLocation(row: number, field: ""))
    )
  }

  /// A roster of `count` invented people with a header and a closing row.
  static func roster(_ count: Int) -> Table<Never> {
    Table(
      columns: [
        Column(share: 8, alignment: .centre), Column(share: 20, alignment: .centre),
        Column(share: 40, alignment: .centre), Column(share: 20, alignment: .end),
        Column(share: 12),
      ],
      head: [row(["序号", "姓名", "身份证号码", "月工资（元）", "备注"])],
      body: .pulled(
        RowSource(count: count) {
          var number = 0
          return { () throws(RowSource.Failure) in
            guard number < count else { return nil }
            number += 1
            return row(["\(number)", "张三", "第\(number)号", "5,500.00", ""], number: number)
          }
        }
      ),
      closing: "（以下空白）",
      origin: origin
    )
  }

  static let origin = Origin.source(SourceLocation(file: "body.md", line: 1))
}

/// Keeps the pages that layout lets go.
final class PageCollector {
  var pages: [Page] = []
}

extension Page {
  /// The rules in painting order.
  var rules: [Rule] {
    inked.compactMap { item in
      if case .rule(let rule) = item { rule } else { nil }
    }
  }

  /// The places of seals.
  var stamps: [StampArea] {
    allItems.compactMap { item in
      if case .stampPlace(let stamp) = item { stamp } else { nil }
    }
  }

  /// The text of the runs that are content.
  var contentText: String { runs.filter { $0.mark != .decoration }.map(\.text).joined() }

  /// The text of each line, from top to bottom, decoration included.
  var lines: [String] {
    let tops = Set(runs.map(\.origin.y)).sorted()
    return tops.map { top in
      runs.filter { $0.origin.y == top }.sorted { $0.origin.x < $1.origin.x }.map(\.text).joined()
    }
  }
}
