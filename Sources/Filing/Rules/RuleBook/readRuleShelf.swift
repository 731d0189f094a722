public import Diagnostics
import Records
import YAML

/// The text of one file below `content/rules`.
public struct RuleText: Sendable {
  /// The name below `content/rules`, such as `CN.yaml`.
  public let name: String
  /// The text.
  public let text: String
  /// The path as the operator knows it.
  public let path: String

  /// Creates the text of a file.
  public init(name: String, text: String, path: String) {
    (self.name, self.text, self.path) = (name, text, path)
  }
}

/// Reads all rule books and tables and tells all mistakes at once; gives no shelf when one could make a verdict wrong.
public func readRuleShelf(_ texts: [RuleText]) -> (RuleShelf?, [Diagnostic]) {
  var diagnostics: [Diagnostic] = []
  var nodes: [String: YAMLNode] = [:]
  var isUnreadable = false
  for text in texts {
    let (node, found) = readYAML(text.text, file: text.path)
    diagnostics += found
    isUnreadable = isUnreadable || node == nil && !found.isEmpty
    let top = SourceLocation(file: text.path, line: 1, column: 1)
    nodes[text.name] = node ?? YAMLNode(.null, at: top)
  }
  // What a file that cannot be read lacks is nobody's news.
  if isUnreadable { return (nil, diagnostics) }
  for name in RuleShelf.fileNames where nodes[name] == nil {
    diagnostics.append(Diagnostic("rules.missingFile", at: .unknown, "缺少规则文件 \(name)"))
  }
  let books = readBooks(nodes, &diagnostics)
  let tables = readTables(nodes, &diagnostics)
  guard !diagnostics.contains(where: { $0.severity == .error }) else { return (nil, diagnostics) }
  return (RuleShelf(books: books, tables: tables), diagnostics)
}

/// Reads the books, each laid over its parent.
private func readBooks(
  _ nodes: [String: YAMLNode],
  _ diagnostics: inout [Diagnostic]
) -> [Profile: RuleBook] {
  var drafts: [Profile: RuleBookDraft] = [:]
  for profile in Profile.allCases {
    guard let node = nodes["\(profile.rawValue).yaml"] else { continue }
    var reader = RuleBookReader(node)
    var draft = reader.draft()
    draft.hasErrors = reader.diagnostics.contains { $0.severity == .error }
    drafts[profile] = draft
    diagnostics += reader.diagnostics
  }
  var books: [Profile: RuleBook] = [:]
  for profile in Profile.allCases {
    var lineage: [RuleBookDraft] = []
    var next: Profile? = profile
    while let current = next, let draft = drafts[current], lineage.count <= drafts.count {
      lineage.append(draft)
      next = draft.parent
    }
    guard lineage.count <= drafts.count else {
      diagnostics.append(
        Diagnostic("rules.parentCircle", at: .source(lineage[0].place), "规则的上级绕成了圈")
      )
      continue
    }
    books[profile] = RuleBook(profile, lineage, &diagnostics)
  }
  return books
}

extension RuleBook {
  /// Lays the drafts of `lineage`, the place's own first, over one another.
  fileprivate init?(
    _ profile: Profile,
    _ lineage: [RuleBookDraft],
    _ diagnostics: inout [Diagnostic]
  ) {
    guard let own = lineage.first else { return nil }
    var (figures, labels): ([String: Int], [FilingKind: String]) = ([:], [:])
    var (severities, uploads): ([String: Severity?], [String: Severity?]) = ([:], [:])
    var attachments: [FilingKind: [String]] = [:]
    for draft in lineage.reversed() {
      figures.merge(draft.figures) { _, own in own }
      labels.merge(draft.labels) { _, own in own }
      severities.merge(draft.severities) { _, own in own }
      uploads.merge(draft.uploadSeverities) { _, own in own }
      attachments.merge(draft.attachments) { _, own in own }
    }
    // What the law's own book lacks is told there, and only where it could be read as it stands.
    let isRoot = lineage.count == 1 && !own.hasErrors
    for figure in Figure.allCases where isRoot && figures[figure.name] == nil {
      let message: Message = "缺少数值“\(figure.name)”"
      diagnostics.append(Diagnostic("rules.missingFigure", at: .source(own.place), message))
    }
    self.init(
      profile: profile,
      parent: own.parent,
      name: own.name,
      source: own.source,
      region: lineage.lazy.compactMap(\.region).first,
      labels: labels,
      hasAuthorityBlock: lineage.lazy.compactMap(\.hasAuthorityBlock).first ?? false,
      figures: figures,
      severities: severities,
      uploadSeverities: uploads,
      required: lineage.reversed().flatMap(\.required),
      attachments: attachments,
      shiftsHolidays: lineage.lazy.compactMap(\.shiftsHolidays).first ?? false,
      probation: lineage.lazy.compactMap(\.probation).first ?? [],
      retirement: lineage.lazy.compactMap(\.retirement).first ?? []
    )
  }
}
