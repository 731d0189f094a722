public import Diagnostics
public import Styling
public import YAML

/// The looks on paper that forms depart from: the base, and the named ones that a form may ask for with `look`.
public struct PageLooks: Sendable {
  /// The look of forms that ask for none.
  public let base: PageStyle
  /// The looks by name.
  let named: [String: PageStyle]

  /// Creates looks.
  public init(base: PageStyle = .house, named: [String: PageStyle] = [:]) {
    (self.base, self.named) = (base, named)
  }

  /// The look of the house alone.
  public static let house = PageLooks()
}

/// Reads the looks of a theme: `paper` holds the base, `looks` the named ones, each over the base.
public func readPageLooks(paper: YAMLNode?, looks: YAMLNode?) -> (PageLooks, [Diagnostic]) {
  let (base, complaints) = paper.map { readPageStyle($0, over: .house) } ?? (.house, [])
  var diagnostics = complaints
  var named: [String: PageStyle] = [:]
  var map = looks.map(YAMLMapping.init)
  for entry in map?.allEntries() ?? [] {
    let (style, complaints) = readPageStyle(entry.value, over: base)
    named[entry.key] = style
    diagnostics += complaints
  }
  diagnostics += map?.close() ?? []
  return (PageLooks(base: base, named: named), diagnostics)
}
