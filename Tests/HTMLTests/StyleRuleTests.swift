import Diagnostics
import DocumentTree
import Geometry
import HTML
import Styling
import Testing

/// Returns the stylesheet of an empty document with `style`.
private func css(_ style: PageStyle) -> String {
  documentCSS(for: Document(title: "", body: []), style: style)
}

/// Returns the house's plain sheet, changed by `change`.
private func style(_ change: (inout PageStyle) -> Void) -> PageStyle {
  var style = PageStyle(
    paper: Size(width: .mm(210), height: .mm(297)),
    margins: Insets(top: .mm(37), left: .mm(28), bottom: .mm(35), right: .mm(26)),
    roles: [:],
    table: TableStyle(),
    footerBaseline: .mm(20)
  )
  change(&style)
  return style
}

@Suite struct StyleRuleTests {
  @Test(arguments: [
    (TextRole.body, ".sheet p {"), (.title, ".sheet h1 {"), (.heading2, ".sheet h2 {"),
    (.heading3, ".sheet h3 {"), (.heading4, ".sheet h4, .sheet h5, .sheet h6 {"),
    (.subtitle, ".sheet .subtitle {"), (.fields, ".sheet .fields p {"),
    (.tableHead, ".sheet thead th, .sheet tbody th {"),
    (.tableBody, ".sheet td, .sheet tfoot th {"),
    (.caption, ".sheet caption, .sheet figcaption {"),
    (.note, ".sheet .note, .sheet .footnotes p, .sheet .footnotes li {"),
    (.signature, ".sheet .signatures p {"), (.code, ".sheet code, .sheet pre {"),
    (.contents, ".sheet .contents li {"),
  ])
  func everyRoleHasItsRule(role: TextRole, selector: String) {
    let text = TextStyle(
      family: .kai,
      weight: .bold,
      size: .pt(13.5),
      linePitch: .pt(19.25),
      spaceBefore: .pt(3),
      spaceAfter: .pt(7),
      ink: Ink(red: 1, green: 2, blue: 255)
    )
    let sheet = css(style { $0.roles[role] = text })
    let found = sheet.split(separator: "\n").first {
      $0.hasPrefix("\(selector) font-family: var(--kai); font-weight: bold;")
    }
    #expect(found?.contains("font-size: 13.5pt; line-height: 19.25pt; color: #0102ff;") == true)
    #expect(found?.contains("margin-top: 3pt; margin-bottom: 7pt;") == true)
  }

  @Test(arguments: [
    (Alignment.left, "left"), (.centre, "center"), (.right, "right"), (.justified, "justify"),
  ])
  func everyAlignmentHasItsKeyword(alignment: Alignment, keyword: String) {
    let sheet = css(
      style { $0.roles[.title] = TextStyle(alignment: alignment, firstLineIndent: 1.5) }
    )
    let rule = sheet.split(separator: "\n").first { $0.hasPrefix(".sheet h1 { font-family") }
    #expect(rule?.contains("text-align: \(keyword); text-indent: 1.5em;") == true)
  }

  @Test(arguments: [
    TextRole.tableHead, .tableBody, .fields, .signature, .code, .contents,
  ])
  func theStructureAlignsTheOtherRoles(role: TextRole) {
    let text = TextStyle(size: .pt(77), alignment: .right, firstLineIndent: 9)
    let sheet = css(style { $0.roles[role] = text })
    let rule = sheet.split(separator: "\n").first { $0.contains("font-size: 77pt") }
    #expect(rule != nil)
    #expect(rule?.contains("text-align") == false)
    #expect(rule?.contains("text-indent") == false)
  }

  @Test func noSpaceIsNoRule() {
    let sheet = css(style { $0.roles[.title] = TextStyle() })
    let rule = sheet.split(separator: "\n").first { $0.hasPrefix(".sheet h1 { font-family") }
    #expect(rule?.contains("margin") == false)
  }

  @Test(arguments: [
    (FontFamily.song, "var(--song)"), (.hei, "var(--hei)"), (.kai, "var(--kai)"),
    (.fang, "var(--fang)"), (FontFamily("方正小标宋简体"), "\"方正小标宋简体\", var(--song)"),
    (FontFamily("A\"; } b {"), "\"A\\22 ; } b {\", var(--song)"),
    (FontFamily("a\\b\nc</style>"), "\"a\\5c b\\a c\\3c /style\\3e \", var(--song)"),
  ])
  func everyFamilyHasItsStack(family: FontFamily, stack: String) {
    let sheet = css(style { $0.roles[.body] = TextStyle(family: family) })
    #expect(sheet.contains(".sheet p { font-family: \(stack); font-weight: normal;"))
    #expect(!sheet.contains("</"))
  }

  @Test func theTableIsRuledAsTheStyleSays() {
    let table = TableStyle(
      frame: .mm(0.5),
      rule: .mm(0.15),
      headGround: Ink(grey: 16),
      rowHeight: .mm(7.25),
      headHeight: .mm(9),
      cellPadding: .mm(1.5),
      rowsPerPage: 12
    )
    let sheet = css(style { $0.table = table })
    #expect(sheet.contains(".sheet table { border: 0.5mm solid #000; }"))
    #expect(
      sheet.contains("{ border: 0.15mm solid #000; padding: 0 1.5mm; vertical-align: middle; }")
    )
    #expect(sheet.contains(".sheet td, .sheet tbody th { height: 7.25mm; }"))
    #expect(sheet.contains(".sheet thead th { height: 9mm; background: #101010; }"))
    #expect(sheet.contains("tr:nth-child(12n):not(:last-child) { break-after: page; }"))
    let bare = css(style { $0.table.headGround = nil })
    #expect(bare.contains(".sheet thead th { height: 8mm; }"))
  }

  @Test(arguments: [0, -3])
  func aRowLimitThatIsNoneForcesNoBreak(rows: Int) {
    #expect(!css(style { $0.table.rowsPerPage = rows }).contains("nth-child"))
  }

  @Test func thePaperIsThatOfTheStyle() {
    let sheet = css(
      style {
        $0.paper = Size(width: .mm(420), height: .mm(297))
        $0.margins = Insets(top: .mm(1), left: .mm(4), bottom: .mm(3), right: .mm(2))
      }
    )
    #expect(sheet.contains("  size: 420mm 297mm;\n  margin: 1mm 2mm 3mm 4mm;\n"))
    #expect(
      sheet.contains(
        "{ width: 420mm; max-width: 100%; min-height: 297mm; padding: 1mm 2mm 3mm 4mm; }"
      )
    )
    #expect(sheet.contains("(max-width: 420mm)"))
    #expect(sheet.contains(".sheet table.wide { width: 414mm; }"))
  }

  @Test func everyPartOfTheFooterHasItsCorner() {
    let line = RunningLine<Never>(
      start: [text("左"), .strong([text("粗")])],
      centre: [.pageNumber],
      end: [text("共"), .pageCount]
    )
    let document = Document<Never>(title: "", body: [], footer: line)
    let sheet = documentCSS(
      for: document,
      style: style { $0.roles[.footer] = TextStyle(family: .hei, size: .pt(10)) }
    )
    let font = "font-family: var(--hei); font-weight: normal; font-size: 10pt;"
    #expect(sheet.contains("@bottom-left { content: \"左\" \"粗\"; \(font)"))
    #expect(sheet.contains("@bottom-center { content: counter(page); \(font)"))
    #expect(sheet.contains("@bottom-right { content: \"共\" counter(pages); \(font)"))
    #expect(!css(style { _ in }).contains("@bottom"))
  }

  @Test func theFooterOfSeveralDocumentsIsThatOfTheFirst() {
    var sheet = DocumentStylesheet()
    for name in ["甲", "乙"] {
      let footer = RunningLine<Never>(centre: [text(name)])
      sheet.gather(from: Document(title: "", body: [], footer: footer))
    }
    #expect(sheet.css(style: landscape).contains("content: \"甲\""))
    #expect(!sheet.css(style: landscape).contains("content: \"乙\""))
  }

  @Test(arguments: [
    (0.0, "fill-0", "0em"), (0.05, "fill-1", "0.1em"), (12.34, "fill-123", "12.3em"),
    (200, "fill-2000", "200em"), (5000, "fill-10000", "1000em"),
  ])
  func theRuleOfAFillInIsNamedByItsTenths(width: Double, name: String, measure: String) {
    let blank = FillIn<Never>(content: [], width: width)
    let body: [Block<Never>] = [.paragraph(Paragraph(content: [.fillIn(blank)], origin: .unknown))]
    let sheet = documentCSS(for: Document(title: "", body: body), style: landscape)
    #expect(sheet.contains(".\(name) { min-width: \(measure); }"))
    #expect(htmlInlines([.fillIn(blank)]).contains("fill \(name)"))
  }

  /// A fill-in is measured wherever it stands.
  @Test func measuresAreGatheredFromEveryPlace() {
    let fill = { (width: Double) in Inline<Never>.fillIn(FillIn(content: [], width: width)) }
    let line = { (width: Double) in
      Block<Never>.paragraph(Paragraph(content: [fill(width)], origin: .unknown))
    }
    let cell = { (width: Double) in
      TableRow<Never>(cells: [TableCell(content: [fill(width)])], origin: .unknown)
    }
    let link = Link<Never>(destination: "x", content: [fill(3)], origin: .unknown)
    let body: [Block<Never>] = [
      .heading(
        Heading(
          level: 2,
          content: [.strong([.emphasis([.strikethrough([fill(1)])])])],
          origin: .unknown
        )
      ),
      .paragraph(
        Paragraph(
          content: [.fillIn(FillIn(content: [fill(2)], width: 50)), .link(link)],
          origin: .unknown
        )
      ),
      .list(List(start: nil, isTight: true, items: [ListItem(blocks: [line(4)])])),
      .quote([line(5)]), .callout(Callout(kind: .tip, title: "", blocks: [line(6)])),
      .table(
        Table(
          columns: [Column()],
          head: [cell(7)],
          body: .rows([cell(8)]),
          foot: [cell(9)],
          origin: .unknown
        )
      ),
      .fields(FieldLines(lines: [[[fill(10)]]], origin: .unknown)),
      .signatures(SignatureBlock(lines: [[[fill(11)]]], origin: .unknown)),
      .footnotes([Footnote(number: 1, label: "a", blocks: [line(12)])]),
    ]
    let document = Document<Never>(title: "", masthead: [line(13)], body: body)
    let sheet = documentCSS(for: document, style: landscape)
    for width in 1...13 {
      #expect(sheet.contains(".fill-\(width * 10) { min-width: \(width)em; }"), "\(width)")
    }
    #expect(sheet.matches(of: /\.fill-\d+ \{ min-width/).count == 14)
  }
}
