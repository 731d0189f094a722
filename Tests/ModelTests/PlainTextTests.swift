import Diagnostics
import DocumentTree
import Testing

@Test func plainTextKeepsWordsAndDropsMarkup() {
  let content: [Inline<Never>] = [
    .text("自", .unknown),
    .fillIn(FillIn(content: [.text("2021年", .unknown)], width: 8)),
    .strong([.text("起", .unknown), .emphasis([.text("至", .unknown)])]),
    .strikethrough([.text("今", .unknown)]),
    .lineBreak,
    .code("f.id", .unknown),
    .link(
      Link(destination: "https://example.cn", content: [.text("说明", .unknown)], origin: .unknown)
    ),
    .image(Image(source: "a.png", alternative: "图", origin: .unknown)),
    .stampPlace(StampPlace(name: "employer")),
    .footnoteMark(FootnoteMark(number: 1, label: "a")),
    .pageNumber, .pageCount,
  ]
  #expect(content.plainText == "自2021年起至今 f.id说明图")
  #expect([Inline<Never>]().plainText == "")
}

@Test func literalMarkupIsPlainText() {
  #expect(
    [Inline<Never>.text("**甲** {{e.name}} <b>", .unknown)].plainText == "**甲** {{e.name}} <b>"
  )
}

@Test func everyCalloutHasAChineseTitle() {
  #expect(CalloutKind.allCases.map(\.label) == ["说明", "提示", "重要", "注意", "警告"])
}
