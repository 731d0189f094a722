import JSON
import Testing

/// Reads a text that must be JSON.
func read(_ text: String) throws -> JSONTree {
  try #require(JSONReader()).read(Array(text.utf8))
}

@Test func everyKindOfValueIsRead() throws {
  let tree = try read(#"{"a":null,"b":true,"c":false,"d":1.50,"e":"x\n中","f":[1,2],"g":{}}"#)
  let kinds = tree.children(of: 0).map { tree.kind(of: $0) }
  #expect(kinds == [.null, .yes, .no, .number, .string, .array, .object])
  #expect(tree.member("d", of: 0).map { tree.text(of: $0) } == "1.50")
  #expect(tree.member("e", of: 0).map { tree.text(of: $0) } == "x\n中")
}
