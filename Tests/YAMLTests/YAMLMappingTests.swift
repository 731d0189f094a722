import Diagnostics
import Testing
import YAML

/// Opens the mapping that `text` spells.
private func mapping(_ text: String) throws -> YAMLMapping {
  let (root, diagnostics) = readYAML(text, file: "a.yaml")
  #expect(diagnostics.isEmpty)
  return YAMLMapping(try #require(root))
}

@Test func typedValuesAreTaken() throws {
  var map = try mapping(
    "name: 名册\nsize: 10.5\ncopies: 3\non: true\noff: 否\nlist: [a, b]\none: x\nsub: {k: v}\n"
  )
  #expect(map.text("name") == "名册")
  #expect(map.number("size") == 10.5)
  #expect(map.integer("copies", in: 1...9) == 3)
  #expect(map.flag("on") == true)
  #expect(map.flag("off") == false)
  #expect(map.texts("list") == ["a", "b"])
  #expect(map.texts("one") == ["x"])
  var sub = map.mapping("sub")
  #expect(sub?.text("k") == "v")
  #expect(map.text("absent") == nil)
  #expect(map.close().isEmpty)
}

@Test func everyMistakeOfAMappingIsReportedWithItsPlace() throws {
  var map = try mapping("size: 大\ncopies: 12\nscope: rooster\nlist: {a: 1}\nmargin: 3\n")
  #expect(map.number("size") == nil)
  #expect(map.integer("copies", in: 1...9) == nil)
  #expect(map.choice("scope", of: ["roster": 1, "filing": 2]) == nil)
  #expect(map.texts("list") == nil)
  #expect(map.requiredText("name") == nil)
  #expect(map.node("margins") == nil)
  let lines = map.close().map(\.description)
  #expect(
    lines == [
      "a.yaml:1:7：错误：“size”的值不合要求；现为“大”；应为数字 [yaml.value]",
      "a.yaml:2:9：错误：“copies”的值不合要求；现为“12”；应为1 至 9 之间的整数 [yaml.value]",
      "a.yaml:3:8：错误：“scope”的值不合要求；现为“rooster”；应为roster、filing 之一 [yaml.value]",
      "a.yaml:4:7：错误：“list”的值不合要求；现为“键值表”；应为列表 [yaml.value]",
      "a.yaml:1:1：错误：缺少必填的键“name”；请补上“name: …” [yaml.missingKey]",
      "a.yaml:5:1：警告：不认识的键“margin”；是否想写“margins”？ [yaml.unknownKey]",
    ]
  )
}

@Test func numbersAreDecimalOnly() throws {
  var map = try mapping("a: 0x1F\nb: nan\nc: 1e400\nd: -3.5\ne: inf\n")
  for key in ["a", "b", "c", "e"] { #expect(map.number(key) == nil, "\(key)") }
  #expect(map.number("d") == -3.5)
  #expect(map.number("d", in: 0...1) == nil)
}

@Test func whatIsNoMappingIsOneComplaint() throws {
  var map = try mapping("- a\n- b\n")
  #expect(map.text("x") == nil)
  #expect(map.close().map(\.code) == ["yaml.kind"])
}

private func said(_ text: String, _ ask: (inout YAMLMapping) -> Void) throws -> [String] {
  var map = try mapping(text)
  ask(&map)
  return map.close().map(\.description)
}

@Test func aNullCountsAsLeftOut() throws {
  var map = try mapping("a: ~\nb:\nc: null\n")
  for key in ["a", "b", "c"] {
    #expect(map.node(key) == nil)
    #expect(map.text(key) == nil)
    #expect(map.number(key) == nil)
    #expect(map.integer(key, in: 0...9) == nil)
    #expect(map.flag(key) == nil)
    #expect(map.list(key) == nil)
    #expect(map.texts(key) == nil)
    #expect(map.mapping(key) == nil)
    #expect(map.choice(key, of: ["x": 1]) == nil)
  }
  #expect(map.close().isEmpty)
}

@Test func aRequiredTextMayNotBeLeftOutButMayBeEmpty() throws {
  for text in ["x: 1\n", "x: 1\nname: ~\n"] {
    let lines = try said(text) {
      #expect($0.requiredText("name") == nil)
      #expect($0.text("x") == "1")
    }
    #expect(lines == ["a.yaml:1:1：错误：缺少必填的键“name”；请补上“name: …” [yaml.missingKey]"])
  }
  let empty = try said("name: ''\n") { #expect($0.requiredText("name")?.isEmpty == true) }
  #expect(empty.isEmpty)
  let list = try said("name: [a]\n") { #expect($0.requiredText("name") == nil) }
  #expect(list == ["a.yaml:1:7：错误：“name”的值不合要求；现为“列表”；应为文字 [yaml.value]"])
}

@Test(arguments: [
  ("1", true), ("9", true), ("0", false), ("10", false), ("2.0", false), ("x", false),
  ("[1]", false),
  ("1e0", false), ("''", false),
])
func aWholeNumberLiesWithinItsBounds(_ vector: (String, Bool)) throws {
  let lines = try said("n: \(vector.0)\n") {
    #expect(($0.integer("n", in: 1...9) != nil) == vector.1)
  }
  #expect(lines.isEmpty == vector.1)
  if !vector.1 { #expect(lines.first?.contains("应为1 至 9 之间的整数") == true) }
}

@Test(arguments: [
  ("0", true), ("1", true), ("0.5", true), ("-0.01", false), ("1.01", false), ("x", false),
])
func aNumberLiesWithinItsBounds(_ vector: (String, Bool)) throws {
  let lines = try said("n: \(vector.0)\n") {
    #expect(($0.number("n", in: 0...1) != nil) == vector.1)
  }
  #expect(lines.isEmpty == vector.1)
}

@Test(
  arguments: [
    ("true", true), ("是", true), ("yes", true), ("false", false), ("否", false), ("no", false),
    ("1", nil),
    ("True", nil), ("[]", nil), ("对", nil),
  ] as [(String, Bool?)]
)
func aFlagIsSaidInFewWords(_ vector: (String, Bool?)) throws {
  let lines = try said("f: \(vector.0)\n") { #expect($0.flag("f") == vector.1) }
  #expect(lines.isEmpty == (vector.1 != nil))
  if vector.1 == nil { #expect(lines.first?.contains("应为true 或 false") == true) }
}

@Test func aChoiceIsOneOfItsWords() throws {
  let fine = try said("c: b\n") { #expect($0.choice("c", of: ["a": 1, "b": 2]) == 2) }
  #expect(fine.isEmpty)
  let list = try said("c: [a]\n") { #expect($0.choice("c", of: ["a": 1, "b": 2]) == nil) }
  #expect(list == ["a.yaml:1:4：错误：“c”的值不合要求；现为“列表”；应为a、b 之一 [yaml.value]"])
}

@Test func oneTextIsAListOfOne() throws {
  var map = try mapping("a: x\nb: [x, y]\nc: []\nd: [x, [y], {z: 1}, ~]\n")
  #expect(map.list("a")?.map(\.text) == ["x"])
  #expect(map.texts("b") == ["x", "y"])
  #expect(map.list("c")?.isEmpty == true)
  #expect(map.texts("d") == ["x"])
  #expect(
    map.close().map(\.description) == [
      "a.yaml:4:8：错误：“d”的值不合要求；现为“列表”；应为文字 [yaml.value]",
      "a.yaml:4:13：错误：“d”的值不合要求；现为“键值表”；应为文字 [yaml.value]",
      "a.yaml:4:21：错误：“d”的值不合要求；现为“空值”；应为文字 [yaml.value]",
    ]
  )
}

@Test func keysNobodyAskedForAreNamedInTheirOrder() throws {
  let lines = try said("zzz: 1\nnmae: 2\nname: 3\n") {
    #expect($0.text("name") == "3")
    #expect($0.text("title") == nil)
  }
  #expect(
    lines == [
      "a.yaml:1:1：警告：不认识的键“zzz”；可用的键：name、title [yaml.unknownKey]",
      "a.yaml:2:1：警告：不认识的键“nmae”；是否想写“name”？ [yaml.unknownKey]",
    ]
  )
}

@Test func allEntriesTogetherCountAsAskedFor() throws {
  let lines = try said("b: 1\na: 2\n") { #expect($0.allEntries().map(\.key) == ["b", "a"]) }
  #expect(lines.isEmpty)
}

@Test func complaintsOfAnInnerMappingAreItsOwn() throws {
  var map = try mapping("m: {odd: 1}\n")
  let taken = map.mapping("m")
  var inner = try #require(taken)
  #expect(inner.location.description == "a.yaml:1:4")
  #expect(inner.close().map(\.code) == ["yaml.unknownKey"])
  #expect(map.close().isEmpty)
}

@Test func aCallersOwnComplaintsStandInTheirOrder() throws {
  var map = try mapping("a: 1\n")
  map.report(Diagnostic("x.own", .warning, "自己的话"))
  let node = map.node("a")
  let nothing: Int? = map.refuse("a", try #require(node), expected: "别的")
  #expect(nothing == nil)
  #expect(map.diagnostics.map(\.code) == ["x.own", "yaml.value"])
  #expect(map.close().map(\.code) == ["x.own", "yaml.value"])
}

@Test func whatIsNoMappingIsSaidInWords() throws {
  for (text, found) in [("- a\n", "列表"), ("x\n", "文字")] {
    #expect(
      try said(text) { _ in } == ["a.yaml:1:1：错误：此处应为键值表；现为“\(found)” [yaml.kind]"]
    )
  }
  var nothing = YAMLMapping(YAMLNode(.null, at: SourceLocation(file: "a.yaml", line: 1, column: 1)))
  #expect(nothing.close().isEmpty)
}
