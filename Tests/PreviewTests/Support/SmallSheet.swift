import Diagnostics
import DocumentTree
import Fonts
import Geometry
import Layout
import PDF
import Pages
import Styling
import TestSupport
import Testing

/// A small sheet with all that pages are painted of: text of several scripts and faces, rules, grounds, a watermark.
struct SmallSheet {
  let page: Page
  let fonts: FontLibrary

  /// Sets the sheet as any document is set.
  init() throws {
    fonts = try TestFonts.libraryOfAllScripts()
    let shelf = Shelf()
    let typesetter = Typesetter(fonts: fonts)
    _ = try typesetter.layOut(SmallSheet.document, style: SmallSheet.style) {
      page throws(LayoutFailure) in
      if shelf.page == nil { shelf.page = page }
    }
    page = try #require(shelf.page)
  }

  private final class Shelf {
    var page: Page?
  }

  private static let document = Document<Never>(
    title: "小样",
    body: [
      .paragraph(
        Paragraph(
          content: [.text("劳动合同ABC，“甲方”〔2026〕𬭼，ئۇيغۇر، བོད།", .unknown)],
          origin: .unknown
        )
      ),
      .table(
        Table(
          columns: [Column(share: 1), Column(share: 2, alignment: .end)],
          head: [row(["姓名", "月工资（元）"])],
          body: .rows([row(["张三", "5,500.00"])]),
          origin: .unknown
        )
      ),
    ]
  )

  private static func row(_ cells: [String]) -> TableRow<Never> {
    TableRow(cells: cells.map { TableCell(content: [.text($0, .unknown)]) }, origin: .unknown)
  }

  private static let style = PageStyle(
    paper: Size(width: .mm(90), height: .mm(60)),
    margins: Insets(top: .mm(8), left: .mm(8), bottom: .mm(8), right: .mm(8)),
    roles: [
      .body: TextStyle(
        size: .pt(12),
        linePitch: .pt(20),
        ink: Ink(red: 20, green: 60, blue: 140)
      ),
      .tableHead: TextStyle(
        family: .hei,
        weight: .bold,
        size: .pt(9),
        linePitch: .pt(12),
        alignment: .centre
      ),
      .tableBody: TextStyle(family: .kai, size: .pt(9), linePitch: .pt(12)),
    ],
    table: TableStyle(),
    footerBaseline: .mm(4),
    watermark: "样张"
  )

  /// The sheet as a PDF.
  func pdf() throws -> [UInt8] {
    var bytes: [UInt8] = []
    let writer = try PDFWriter(
      metadata: PDFMetadata(title: "小样", date: nil),
      fonts: PDFFonts(
        advance: { font, glyph in fonts.advance(of: glyph, in: font) },
        embed: { font, glyphs in try fonts.embed(glyphs, of: font) }
      ),
      conformance: .plain
    ) { bytes += $0 }
    try writer.add(page)
    try writer.finish()
    return bytes
  }
}
