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
