import Diagnostics
import DocumentTree
import Markdown
import TestSupport
import Testing

@Test(arguments: [
  String(repeating: "> ", count: 10_000) + "x",
  String(repeating: "- ", count: 10_000) + "x",
  String(repeating: "*a **b ", count: 10_000) + "x" + String(repeating: "b** a*", count: 10_000),
  String(repeating: "[", count: 10_000) + "x" + String(repeating: "](y)", count: 10_000),
  String(repeating: "![", count: 10_000) + "x" + String(repeating: "](y)", count: 10_000),
  String(repeating: "~", count: 10_000) + "x" + String(repeating: "~", count: 10_000),
  String(repeating: "{{", count: 10_000) + "x" + String(repeating: "}}", count: 10_000),
  String(repeating: "<div>", count: 10_000),
])
func deepNestingIsFlattenedNotACrash(_ text: String) {
  #expect(!readGuide(text, file: "a.md").0.body.isEmpty)
  #expect(!readForm(text, file: "a.md").0.body.isEmpty)
}

@Test func flattenedTextIsKeptAndReported() {
  let text = String(repeating: "> ", count: 500) + "内容"
  let (document, diagnostics) = readGuide(text, file: "a.md")
  #expect(document.dump().contains("内容"))
  #expect(diagnostics.map(\.code) == ["markdown.depth"])
}

@Test func deeplyNestedSectionsAreOpenedUp() {
  let names = (0..<5000).map { "a\($0)" }
  let text =
    names.map { "{{#\($0)}}\n" }.joined() + "内容\n"
    + names.reversed().map { "{{/\($0)}}\n" }.joined()
  let (document, diagnostics) = readForm(text, file: "a.md")
  #expect(document.dump().contains("内容"))
  #expect(diagnostics.contains { $0.code == "form.sectionDepth" })
}

/// Returns U+FDD0 plus `offset`, which the compiler refuses in a literal.
private func noncharacter(_ offset: UInt8) -> String {
  String(decoding: [0xEF, 0xB7, 0x90 + offset], as: UTF8.self)
}

@Test func noTextCrashesTheReaders() {
  let pieces = [
    "字", "，", "“", "a", " ", "\n", "\n\n", "*", "**", "~~", "_", "`", "```", "```table filings\n",
    "```lines\n",
    "> ", "- ", "1. ", "# ", "|", "|-|-|\n", "[", "]", "(x)", "![", "[^1]", "[^1]: ", "<", ">",
    "<b>", "<!--",
    "{{", "}}", "{{e.name}}", "{{#a}}\n", "{{/a}}\n", "{{_:3}}", "---\n", "[!NOTE]", "\\", "&amp;",
    "\u{0}",
    noncharacter(0), noncharacter(0) + "0" + noncharacter(1), "\u{10A7F}", "\u{FEFF}", "\t", "    ",
    "\r", "\r\n",
    "https://", "www.a.b",
    "𠮷", "e\u{301}", "{#", "}", "：", ":",
  ]
  for seed in 0..<4000 {
    var generator = SeededGenerator(seed: UInt64(seed))
    let length = Int.random(in: 0..<60, using: &generator)
    let text = (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    let lines = text.count { $0.isNewline } + 1
    for diagnostic in readGuide(text, file: "a").1 + readForm(text, file: "a").1 {
      guard case .source(let place) = diagnostic.origin else {
        Issue.record("seed \(seed): no place")
        continue
      }
      #expect((0...lines).contains(place.line), "seed \(seed)")
    }
  }
}

@Test func noVisibleCharacterOfAParagraphIsLost() {
  let pieces = ["字", "，", "“", "”", "。", "**", "*", "~~", "好", "x", "《", "》", "{{e.name}}", "\n起"]
  let letters: Set<Unicode.Scalar> = ["起", "字", "好", "x", "，", "“", "”", "。", "《", "》"]
  for seed in 0..<3000 {
    var generator = SeededGenerator(seed: UInt64(seed))
    let text = "起" + (0..<20).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    let expected = text.replacing("{{e.name}}", with: "").unicodeScalars.filter(letters.contains)
    let read = readForm(text, file: "a").0.body.text.unicodeScalars.filter(letters.contains)
    #expect(String(read) == String(expected), "seed \(seed)")
  }
}

/// The parser's library keeps the marks of its extensions in memory that all parsers share.
@Test func textsReadAtTheSameTimeDoNotDisturbEachOther() async {
  let text = "原价~100~元**注意：**~~作废。~~现行\n\n| 甲 |\n|---|\n| ~乙~ |\n"
  let alone = body(text)
  let differing = await withTaskGroup(of: Int.self) { group in
    for _ in 0..<16 {
      group.addTask { (0..<200).count { _ in body(text) != alone } }
    }
    return await group.reduce(0, +)
  }
  #expect(differing == 0)
}

extension [Block<FieldReference>] {
  /// The text of all paragraphs.
  fileprivate var text: String {
    map { block in
      if case .paragraph(let paragraph) = block { paragraph.content.text } else { "" }
    }.joined()
  }
}

extension [Inline<FieldReference>] {
  /// All text in order.
  fileprivate var text: String {
    map { inline in
      switch inline {
      case .text(let text, _): text
      case .strong(let content), .emphasis(let content), .strikethrough(let content),
        .raised(let content):
        content.text
      default: ""
      }
    }.joined()
  }
}
