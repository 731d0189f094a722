import Diagnostics
import YAML

extension FormReader {
  /// Reads `aliases`: names, or mappings of a name and the word it needs above it.
  mutating func readAliases() -> [FormAlias] {
    var aliases: [FormAlias] = []
    for node in map.list("aliases") ?? [] {
      if let name = node.text {
        aliases.append(FormAlias(name))
      } else {
        var alias = YAMLMapping(node)
        let near = alias.text("near")
        if let name = alias.requiredText("name") { aliases.append(FormAlias(name, near: near)) }
        alias.close().forEach { map.report($0) }
      }
    }
    for alias in aliases where alias.name.count < 2 {
      let _: String? = map.node("aliases").flatMap {
        map.refuse("aliases", $0, expected: "两个字以上的名称")
      }
    }
    return aliases
  }
}
