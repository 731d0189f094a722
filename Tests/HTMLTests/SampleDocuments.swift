import Diagnostics
import DocumentTree
import Geometry
import Styling

/// Plain text without an origin.
func text(_ text: String) -> Inline<Never> { .text(text, .unknown) }

/// A cell of plain text.
func cell(_ content: String, columns: Int = 1, rows: Int = 1, isHeader: Bool = false)
  -> TableCell<Never>
{
  TableCell(content: [text(content)], columnSpan: columns, rowSpan: rows, isHeader: isHeader)
}

/// A row of plain text cells.
func row(_ cells: String...) -> TableRow<Never> {
  TableRow(cells: cells.map { cell($0) }, origin: .unknown)
}

/// A paragraph of plain text.
func paragraph(_ content: String, role: ParagraphRole = .body) -> Block<Never> {
  .paragraph(Paragraph(role: role, content: [text(content)], origin: .unknown))
}

/// A heading of plain text.
func heading(_ level: Int, _ content: String, id: String = "") -> Block<Never> {
  .heading(Heading(level: level, id: id, content: [text(content)], origin: .unknown))
}

/// A landscape sheet with a footer role, as rosters use it.
let landscape = PageStyle(
  paper: Size(width: .mm(297), height: .mm(210)),
  margins: Insets(top: .mm(15), left: .mm(15), bottom: .mm(18), right: .mm(15)),
  roles: [
    .body: TextStyle(firstLineIndent: 2),
    .title: TextStyle(
      family: .hei,
      weight: .bold,
      size: .pt(18),
      linePitch: .pt(28),
      alignment: .centre,
      spaceAfter: .pt(6)
    ),
    .tableBody: TextStyle(size: .pt(9), linePitch: .pt(12)),
    .footer: TextStyle(family: FontFamily("行\"楷</style>"), size: .pt(9), linePitch: .pt(12)),
  ],
  table: TableStyle(rowsPerPage: 15),
  footerBaseline: .mm(9)
)

/// A document with every kind of block and every kind of inline.
func everything() -> Document<Never> {
  Document(
    title: "样本〈全部〉",
    masthead: [heading(1, "劳动合同新签备案花名册", id: "title")],
    body: [
      paragraph("（新参保）", role: .subtitle),
      paragraph("吉人社备〔2026〕1号", role: .right),
      .contents,
      heading(2, "办理步骤", id: "办理 步骤"),
      everyInline(),
      lists(),
    ] + groups() + [
      heading(3, "填写要求", id: "fields"),
      tableWithSpans(),
      .table(smallTable()),
    ] + papers() + [footnotes()],
    footer: RunningLine(
      start: [text("名册编号 \"XC\"</style>")],
      centre: [text("第 "), .pageNumber, text(" 页 共 "), .pageCount, text(" 页")]
    )
  )
}

private func everyInline() -> Block<Never> {
  let link = Link(
    destination: "https://example.cn/查询?a=1&b=2",
    content: [text("网厅")],
    origin: .unknown
  )
  let anchor = Link<Never>(destination: "#fields", content: [text("下文")], origin: .unknown)
  let picture = Image(source: "图/一.png", alternative: "登录页", title: "登录", origin: .unknown)
  return .paragraph(
    Paragraph(
      content: [
        .strong([text("添加"), .emphasis([text("备案")])]), text("。"), .strikethrough([text("作废")]),
        .code("a < b", .unknown), .link(link), text("，见"), .link(anchor), .lineBreak,
        .image(picture), .footnoteMark(FootnoteMark(number: 1, label: "甲")),
        .footnoteMark(FootnoteMark(number: 1, label: "甲")),
        .fillIn(FillIn(content: [text("张伟")], width: 8)), .fillIn(FillIn(content: [], width: 12.5)),
        .stampPlace(StampPlace(name: "employer", millimetres: 40)), .pageNumber, .pageCount,
      ],
      origin: .unknown
    )
  )
}

private func lists() -> Block<Never> {
  let tasks = List<Never>(
    start: nil,
    isTight: true,
    items: [
      ListItem(isTicked: true, blocks: [paragraph("已填")]),
      ListItem(isTicked: false, blocks: [paragraph("未填")]),
    ]
  )
  return .list(
    List(
      start: 3,
      isTight: false,
      items: [
        ListItem(blocks: [paragraph("第三步"), .list(tasks)]), ListItem(blocks: [paragraph("第四步")]),
      ]
    )
  )
}

private func groups() -> [Block<Never>] {
  [
    .quote([paragraph("引文")]),
    .callout(Callout(kind: .warning, title: "注意", blocks: [paragraph("只有审核不通过的才能修改。")])),
    .code(CodeBlock(language: "json", text: "{\"a\": 1}\n", origin: .unknown)),
    .divider,
    .paragraph(
      Paragraph(
        content: [
          .image(Image(source: "图/二.png", alternative: "花名册", title: "图 1 样张", origin: .unknown))
        ],
        origin: .unknown
      )
    ),
  ]
}

/// Two columns of body rows under a header, where one cell covers two rows.
private func tableWithSpans() -> Block<Never> {
  .table(
    Table(
      caption: [text("字段")],
      columns: [
        Column(share: 1), Column(share: 2, alignment: .centre), Column(share: 1, alignment: .end),
      ],
      head: [
        TableRow(cells: [cell("项目", columns: 2), cell("金额")], origin: .unknown)
      ],
      body: .rows([
        TableRow(
          cells: [cell("工资", rows: 2, isHeader: true), cell("月"), cell("5,000.00")],
          origin: .unknown
        ),
        TableRow(cells: [cell("日"), cell("200.00")], origin: .unknown),
      ]),
      closing: "（以下空白）",
      foot: [TableRow(cells: [cell("合计", columns: 2), cell("5,200.00")], origin: .unknown)],
      origin: .unknown
    )
  )
}

private func smallTable() -> Table<Never> {
  Table(
    columns: [Column(), Column()],
    head: [row("姓名", "格式")],
    body: .rows([row("张伟", "10 个汉字以内")]),
    origin: .unknown
  )
}

private func papers() -> [Block<Never>] {
  [
    .fields(
      FieldLines(lines: [[[text("单位名称：甲公司")], [text("人数：28 人")]]], origin: .unknown)
    ),
    .pageBreak,
    .signatures(
      SignatureBlock(lines: [[[text("甲方（盖章）：")], [text("乙方（签字）：")]]], origin: .unknown)
    ),
    paragraph("居中", role: .centre), paragraph("一行", role: .line), paragraph("小字", role: .note),
  ]
}

private func footnotes() -> Block<Never> {
  .footnotes([Footnote(number: 1, label: "甲", blocks: [paragraph("见《劳动合同法》第十条。")])])
}
