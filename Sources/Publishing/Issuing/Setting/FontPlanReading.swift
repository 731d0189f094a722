public import Diagnostics
public import Fonts
import Styling
import YAML

/// Reads `fonts.yaml`, the list of real faces behind each logical family; the keys are those of `fonts/README.md`.
public func readFontPlan(_ text: String, file: String) -> (FontPlan?, [Diagnostic]) {
  let (node, diagnostics) = readYAML(text, file: file)
  guard let node else { return (nil, diagnostics) }
  var reading = FontPlanReading(diagnostics: diagnostics)
  let plan = reading.plan(node)
  return (plan, reading.diagnostics)
}

/// One reading of a font plan.
private struct FontPlanReading {
  var diagnostics: [Diagnostic]

  mutating func plan(_ node: YAMLNode) -> FontPlan {
    var mapping = YAMLMapping(node)
    let folders = mapping.texts("folders") ?? []
    let families = families(in: mapping.node("families"))
    let fallback = candidates(in: mapping.list("fallback") ?? [])
    diagnostics += mapping.close()
    return FontPlan(families: families, fallback: fallback, folders: folders)
  }

  private mutating func families(in node: YAMLNode?) -> [FontFamily: [FontCandidate]] {
    guard let node else { return [:] }
    var families: [FontFamily: [FontCandidate]] = [:]
    var mapping = YAMLMapping(node)
    for entry in mapping.allEntries() {
      families[FontFamily(entry.key)] = candidates(in: mapping.list(entry.key) ?? [])
    }
    diagnostics += mapping.close()
    return families
  }

  private mutating func candidates(in nodes: [YAMLNode]) -> [FontCandidate] {
    nodes.map { candidate($0) }
  }

  private mutating func candidate(_ node: YAMLNode) -> FontCandidate {
    var mapping = YAMLMapping(node)
    let candidate = FontCandidate(
      names(of: &mapping),
      boldNames: mapping.texts("bold") ?? [],
      package: mapping.text("package"),
      notice: mapping.text("notice"),
      isOptional: mapping.flag("optional") ?? false,
      covers: ranges("covers", of: &mapping)
    )
    diagnostics += mapping.close()
    return candidate
  }

  /// Reads ranges of code points such as 30000-323AF.
  private func ranges(_ key: String, of mapping: inout YAMLMapping) -> [ClosedRange<UInt32>] {
    (mapping.list(key) ?? []).compactMap { node in
      let ends = (node.text ?? "").split(separator: "-").map { UInt32($0, radix: 16) }
      if ends.count == 2, let first = ends[0], let last = ends[1], first <= last {
        return first...last
      }
      return mapping.refuse(key, node, expected: "码位的范围，例如 30000-323AF")
    }
  }

  private func names(of mapping: inout YAMLMapping) -> [String] {
    guard let node = mapping.node("names") else {
      _ = mapping.requiredText("names")
      return []
    }
    if node.items?.isEmpty == true {
      return mapping.refuse("names", node, expected: "至少一个字体名") ?? []
    }
    return mapping.texts("names") ?? []
  }
}
