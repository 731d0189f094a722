import Diagnostics

extension Theme {
  /// Returns the theme's values for its templates, those that `site` gives in their place.
  func values(of site: SiteConfiguration) -> PageValues {
    values.merging(site.values.mapValues(\.text)) { $1 }.mapValues { .text($0) }
  }

  /// Returns a complaint for each of `given` that the theme does not know.
  func complaints(about given: [String: SiteValue]) -> [Diagnostic] {
    let names = values.keys.sorted()
    return given.sorted { $0.key < $1.key }.filter { values[$0.key] == nil }.map { name, value in
      let near: Message? = closestName(to: name, in: names).map { "是否想写“\($0)”？" }
      let known: Message = names.isEmpty ? "这个主题没有可填的值" : "可以填的有\(list: names)"
      return Diagnostic(
        "site.unknownValue",
        .warning,
        at: .source(value.location),
        "主题“\(self.name)”不用“\(name)”这个值",
        advice: near ?? known
      )
    }
  }
}
