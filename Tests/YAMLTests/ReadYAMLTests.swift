import Diagnostics
import TestSupport
import Testing
import YAML

private let sample = """
  # 表单
  name: roster-new
  title:
    default: 新签备案名册
    CN-YN: '新参保花名册'
  margins: [20, 15, 18, 15]
  empty: ~
  """

@Test func valuesKeepTheirOrderAndPlaces() throws {
  let (root, diagnostics) = readYAML(sample, file: "form.yaml")
  let entries = try #require(root?.entries)
  #expect(diagnostics.isEmpty)
  #expect(entries.map(\.key) == ["name", "title", "margins", "empty"])
  #expect(entries[0].value.text == "roster-new")
  #expect(entries[1].value["CN-YN"]?.text == "新参保花名册")
  #expect(entries[1].value["CN-YN"]?.location.description == "form.yaml:5:11")
  #expect(entries[2].value.items?.compactMap(\.number) == [20, 15, 18, 15])
  #expect(entries[3].value.content == .null)
}

@Test func columnsCountCharactersNotBytes() throws {
  let (root, _) = readYAML("{标题: 名册, 备注: 无}", file: "a.yaml")
  #expect(root?["备注"]?.location.column == 14)
}

@Test func anEmptyFileGivesNothingAndNoComplaint() {
  for text in ["", "\n\n", "# 只有注释\n"] {
    let (root, diagnostics) = readYAML(text, file: "a.yaml")
    #expect(root == nil && diagnostics.isEmpty)
  }
}

@Test func aRepeatedKeyIsAnError() throws {
  let (root, diagnostics) = readYAML("a: 1\nb: 2\na: 3\n", file: "a.yaml")
  #expect(root == nil)
  #expect(diagnostics.map(\.code) == ["yaml.duplicateKey"])
  #expect(diagnostics[0].found == "a")
}

@Test(arguments: [
  "a: &x 1\nb: *x\n", "- &a [1]\n- *a\n", "{a: &x 1, b: *x}", "a: &x 1\n? *x\n: 2\n",
])
func aliasesAreRefused(_ text: String) {
  let (root, diagnostics) = readYAML(text, file: "a.yaml")
  #expect(root == nil)
  #expect(diagnostics.map(\.code) == ["yaml.alias"])
}

@Test func aliasesThatWouldGrowWithoutBoundAreRefusedAtOnce() {
  var text = "a0: &a0 [x, x]\n"
  for level in 1...60 {
    text += "a\(level): &a\(level) [*a\(level - 1), *a\(level - 1)]\n"
  }
  text += "? *a60\n: boom\n"
  let (root, diagnostics) = readYAML(text, file: "a.yaml")
  #expect(root == nil)
  #expect(diagnostics.first?.origin.description == "a.yaml:2:10")
}

@Test(arguments: [
  "a: 5*3\n", "a: 'x: *y'\n", "a: \"*y\"\n", "# see: *y\na: 1\n", "a: b # - *y\n", "a: |\n  * 项目\n",
])
func anAsteriskThatIsNoAliasIsText(_ text: String) {
  let (root, diagnostics) = readYAML(text, file: "a.yaml")
  #expect(root != nil)
  #expect(diagnostics.isEmpty)
}

@Test(arguments: ["a: [1, 2\n", "a:\n\t- b\n", "\"unclosed", "a: b: c\n", "---\na\n---\nb\n", "@x"])
func brokenSyntaxNamesItsPlace(_ text: String) {
  let (root, diagnostics) = readYAML(text, file: "a.yaml")
  #expect(root == nil)
  #expect(diagnostics.count == 1)
  #expect(diagnostics.first?.code == "yaml.syntax")
  guard case .source(let place) = diagnostics.first?.origin else {
    Issue.record("no place")
    return
  }
  #expect(place.line > 0)
}

@Test func deepNestingIsAComplaintNotACrash() {
  for text in [String(repeating: "[", count: 100_000), String(repeating: "- ", count: 100_000)] {
    let (root, diagnostics) = readYAML(text, file: "a.yaml")
    #expect(root == nil)
    #expect(!diagnostics.isEmpty)
  }
}

@Test func noBytesCrashTheReader() {
  let pieces = [
    "a", "名", ":", " ", "\n", "- ", "[", "]", "{", "}", "\"", "'", "|", ">", "#", "&a", "*a", "!t",
    "%",
    "\t", "\\", "\u{0}", "\u{FEFF}", "?", ",", "~", "1", "---\n", "...\n", "  ", "𠮷", "\u{2028}",
  ]
  for seed in 0..<3000 {
    var generator = SeededGenerator(seed: UInt64(seed))
    let length = Int.random(in: 0..<40, using: &generator)
    let text = (0..<length).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    let (root, diagnostics) = readYAML(text, file: "seed-\(seed)")
    if root == nil, !diagnostics.isEmpty {
      #expect(diagnostics.contains { $0.severity == .error }, "seed \(seed)")
    }
  }
}

@Test func anyBytesAreReadOrRefusedWithAReason() {
  for seed in 0..<300 {
    var generator = SeededGenerator(seed: UInt64(seed))
    let bytes = (0..<60).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let (root, said) = readYAML(String(decoding: bytes, as: UTF8.self), file: "seed-\(seed)")
    #expect(root != nil || !said.isEmpty, "seed \(seed)")
  }
}

@Test func privateUseCharactersAreMendedOrRefusedHoweverTheyAreWritten() throws {
  let text = "title: 王\u{E863}名册\nfooter: {centre: \"\\uE000页\"}\n\u{F8FF}: 1\nplain: 名册\n"
  let (root, diagnostics) = readYAML(text, file: "form.yaml")
  #expect(root?["title"]?.text == "王\u{4DAE}名册")
  #expect(
    diagnostics.map { "\($0.code) \($0.severity) \($0.origin)" } == [
      "yaml.legacyCharacter warning form.yaml:1:8",
      "yaml.privateUse error form.yaml:2:19",
      "yaml.privateUse error form.yaml:3:1",
    ]
  )
}
