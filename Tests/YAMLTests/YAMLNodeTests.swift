import Diagnostics
import TestSupport
import Testing
import YAML

private func root(_ text: String) throws -> YAMLNode {
  let (root, diagnostics) = readYAML(text, file: "a.yaml")
  #expect(diagnostics.isEmpty, "\(diagnostics)")
  return try #require(root, "\(text)")
}

private func words(_ text: String) -> [String] {
  readYAML(text, file: "a.yaml").1.map(\.description)
}

@Test(
  arguments: [
    ("~", nil), ("null", nil), ("", nil), ("\"~\"", "~"), ("'null'", "null"), ("''", ""),
    ("NULL", "NULL"),
    ("Null", "Null"), ("true", "true"), ("12", "12"), ("0x1F", "0x1F"),
    ("2021-10-08", "2021-10-08"),
    ("宋体", "宋体"), ("a b", "a b"), ("\"a\\n\\u4e2d\"", "a\n中"), ("'it''s'", "it's"),
    ("! \"x\"", "x"),
  ] as [(String, String?)]
)
func aScalarIsItsTextUnlessItIsPlainlyNothing(_ vector: (String, String?)) throws {
  let node = try #require(try root("k: \(vector.0)\n")["k"])
  #expect(node.text == vector.1, "\(vector.0)")
  #expect((node.content == .null) == (vector.1 == nil), "\(vector.0)")
}

@Test func blocksKeepOrFoldTheirLines() throws {
  #expect(try root("k: |\n  a\n  b\n")["k"]?.text == "a\nb\n")
  #expect(try root("k: >\n  a\n  b\n")["k"]?.text == "a b\n")
  #expect(try root("k: |-\n  a\n   b\n")["k"]?.text == "a\n b")
  #expect(try root("k: a\n  b\n")["k"]?.text == "a b")
}

@Test func aNodeAnswersOnlyForWhatItIs() throws {
  let tree = try root("s: x\nl: [1, a]\nm: {b: 2, a: 1}\nn: ~\n")
  let (scalar, list) = (try #require(tree["s"]), try #require(tree["l"]))
  let (map, null) = (try #require(tree["m"]), try #require(tree["n"]))
  #expect([scalar, list, map, null].map(\.observation) == ["x", "列表", "键值表", "空值"])
  #expect([scalar, list, map, null].map { $0.text != nil } == [true, false, false, false])
  #expect([scalar, list, map, null].map { $0.items != nil } == [false, true, false, false])
  #expect([scalar, list, map, null].map { $0.entries != nil } == [false, false, true, false])
  #expect(list.items?.map(\.text) == ["1", "a"])
  #expect(map.entries?.map(\.key) == ["b", "a"])
  #expect(map["a"]?.number == 1)
  #expect(map["c"] == nil && scalar["a"] == nil && list["a"] == nil)
}

@Test(
  arguments: [
    ("0", 0), ("12", 12), ("-3.5", -3.5), ("0.25", 0.25), ("007", 7), ("1e3", nil), ("+1", nil),
    ("0x1F", nil), ("inf", nil), ("nan", nil), ("", nil), ("-", nil), ("1-2", nil), ("1.2.3", nil),
    ("１", nil), ("1 ", nil), ("1,000", nil), ("三", nil),
  ] as [(String, Double?)]
)
func aNumberIsWrittenInDigits(_ vector: (String, Double?)) {
  let node = YAMLNode(.scalar(vector.0), at: SourceLocation(file: "a.yaml"))
  #expect(node.number == vector.1, "\(vector.0)")
}

@Test func onlyScalarsAreNumbers() {
  let place = SourceLocation(file: "a.yaml")
  #expect(YAMLNode(.null, at: place).number == nil)
  #expect(YAMLNode(.sequence([]), at: place).number == nil)
  #expect(YAMLNode(.mapping([]), at: place).number == nil)
}

@Test func everyPlaceIsThatOfTheFirstCharacter() throws {
  let tree = try root("# 注\nname: 名册\nlist:\n  - 甲\n  - '乙'\n  - \"丙\"\nmap: {键: 值, k: [x]}\n")
  let entries = try #require(tree.entries)
  #expect(tree.location.description == "a.yaml:2:1")
  #expect(entries.map(\.location.description) == ["a.yaml:2:1", "a.yaml:3:1", "a.yaml:7:1"])
  #expect(entries[0].value.location.description == "a.yaml:2:7")
  let items = entries[1].value.items?.map(\.location.description)
  #expect(items == ["a.yaml:4:5", "a.yaml:5:6", "a.yaml:6:6"])
  #expect(entries[2].value.location.description == "a.yaml:7:6")
  #expect(entries[2].value.entries?.map(\.location.description) == ["a.yaml:7:7", "a.yaml:7:13"])
  #expect(entries[2].value["k"]?.items?.first?.location.description == "a.yaml:7:17")
}

@Test func lineEndsOfOtherSystemsCountTheSame() throws {
  for end in ["\n", "\r\n", "\r"] {
    let tree = try root(["a: 1", "b: 2", "c: 3"].joined(separator: end))
    #expect(tree["c"]?.location.description == "a.yaml:3:4")
    let (_, said) = readYAML(["a: &x 1", "b: 2", "c: *x"].joined(separator: end), file: "a.yaml")
    #expect(said.first?.origin.description == "a.yaml:3:4")
  }
}

@Test func aKeyMustBeText() {
  let expected = "a.yaml:1:3：错误：键必须是文字；请把列表或键值表改为文字 [yaml.key]"
  let (root, said) = readYAML("? [a]\n: 1\nb: 2\n", file: "a.yaml")
  #expect(said.map(\.description) == [expected])
  #expect(root?.entries?.map(\.key) == ["b"])
}

@Test func aRepeatedKeyIsNamed() {
  let said = words("a: 1\nb: {x: 1, y: 2, x: 3}\n")
  #expect(said.count == 1)
  #expect(said.first?.hasPrefix("a.yaml:2:") == true, "\(said)")
  #expect(said.first?.hasSuffix("错误：同一个键只能写一次；现为“x”；请删去重复的键 [yaml.duplicateKey]") == true)
}

@Test(arguments: [
  ("a: [1, 2\n", 2), ("a: b: c\n", 1), ("\"unclosed", 1), ("a: 1\n b: 2\n", 2), ("@x", 1),
])
func brokenSyntaxIsSaidInWordsWithItsLine(_ vector: (String, Int)) {
  let (root, said) = readYAML(vector.0, file: "a.yaml")
  #expect(root == nil)
  #expect(said.map(\.code) == ["yaml.syntax"])
  #expect(said.map(\.message) == ["YAML 语法有误"])
  #expect(said.map(\.advice) == ["请检查此处的缩进、冒号后的空格和引号"])
  guard case .source(let place) = said.first?.origin else {
    Issue.record("no place")
    return
  }
  #expect(place.line == vector.1, "\(vector.0): \(place)")
}

private let aliasWords = "错误：不支持 YAML 别名（*名称）；请把内容直接写在这里；要打印星号，请用引号括起整段文字 [yaml.alias]"

@Test func anAliasIsRefusedInWordsAtItsPlace() {
  #expect(words("a: &x 1\nbc: *x\n") == ["a.yaml:2:5：" + aliasWords])
  #expect(words("a: *x\n") == ["a.yaml:1:4：" + aliasWords])
}

/// Texts that hide an alias from whoever does not parse YAML in full.
@Test(arguments: [
  "p: 'C:\\'\n", "p: \"x\\\\\"\n", "p: x - \"y\n", "p: x, \"y\n", "p: x\n  \"y\n", "p: |\n  \"y\n",
  "p: ! \"x: \"\n",
  "p: it's\n", "p: >\n  don't, 'x\n", "p: x #\"\n", "# \"\n", "p: [a, b\"]\n", "p: 'a''b'\n",
])
func noAliasHidesBehindAQuote(_ before: String) {
  for use in ["b: &x [1, 2]\nc: *x\n", "b: &x [1, 2]\nc: [*x, *x]\n", "b: &x 1\n? *x\n: 2\n"] {
    let (root, said) = readYAML(before + use, file: "a.yaml")
    #expect(root == nil, "\(before)")
    #expect(said.map(\.code) == ["yaml.alias"], "\(before)")
  }
}

@Test(arguments: [
  "a: &x 1\n", "a: 5*3\n", "a: '*x'\n", "a: |\n  *重点*\n  *x\n", "a: \"**x**\"\n", "a: &x '*y'\n",
  "a: b * c\n",
  "a: R&D\nb: '*星*'\n",
])
func marksThatAreNoPairAreText(_ text: String) throws {
  _ = try root(text)
}

@Test func textWithManyMarksIsReadInGoodTime() {
  let many = String(repeating: "*a&b ", count: 20_000)
  let (root, said) = readYAML("a: 'x \(many)'\n", file: "a.yaml")
  #expect(root?["a"]?.text?.count == many.count + 2)
  #expect(said.isEmpty)
}
