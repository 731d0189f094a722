import Calendar
public import Diagnostics
import DocumentTree
import YAML

/// Reads guides from their files as `openGuide` does one by one, with up to `workers` threads.
///
/// Pages that `memory` knows are not read again.
public func openGuides(
  _ sources: [GuideSource],
  workers: Int,
  memory: PortalMemory
) -> (guides: [Guide], diagnostics: [Diagnostic]) {
  memory.read(sources.flatMap(\.pages), workers: workers)
  let opened = sources.map { openGuide($0, memory: memory) }
  return (opened.compactMap(\.0), opened.flatMap(\.1))
}

/// Reads a guide from its files; nothing when it has no title or no page, and then a diagnostic says so.
///
/// Of settings that cannot be read nothing else is told: nobody knows whether they lack a title or a page.
public func openGuide(
  _ source: GuideSource,
  memory: PortalMemory = PortalMemory()
) -> (Guide?, [Diagnostic]) {
  var mapping = YAMLMapping(source.yaml, file: source.path)
  if mapping.isUnreadable { return (nil, mapping.close()) }
  let head = guideHead(of: source, from: &mapping)
  let terms = mapping.node("terms")
  var listed: [YAMLNode] = []
  for node in mapping.list("pages") ?? [] {
    if node.text == nil {
      let _: Never? = mapping.refuse("pages", node, expected: "文件名")
    } else {
      listed.append(node)
    }
  }
  let (files, found) = pageFiles(of: source, listed: listed)
  var diagnostics = mapping.close() + found
  guard var guide = head else { return (nil, diagnostics) }
  var figures = FigureNumbering()
  for (position, file) in files.enumerated() {
    let reading = memory.reading(of: file)
    let page = GuidePage(
      reading,
      chapter: position + 1,
      numbering: guide.numbering,
      figures: figures.number(reading.outline.figures)
    )
    guide.pages.append(page)
    diagnostics += reading.diagnostics
    if page.titleAnchor.isEmpty { diagnostics.append(missingTitle(of: file)) }
  }
  diagnostics += figures.diagnostics
  if let terms { diagnostics += guide.takeTermsPage(terms) }
  guard !guide.pages.isEmpty else {
    diagnostics.append(
      Diagnostic(
        "guide.empty",
        at: .source(mapping.location),
        "指南没有可用的页面",
        advice: "请在“pages”下列出 Markdown 文件名"
      )
    )
    return (nil, diagnostics)
  }
  return (guide, diagnostics)
}

extension Guide {
  /// Takes the page that explains words, which `node` names; returns a complaint when there is no such page.
  fileprivate mutating func takeTermsPage(_ node: YAMLNode) -> [Diagnostic] {
    let name = node.text ?? ""
    let page = pages.first { "\($0.slug).md" == name }
    termsPage = page?.slug
    guard page == nil else { return [] }
    return [missingPage(name, at: node.location, among: pages.map { "\($0.slug).md" })]
  }
}

/// Returns the guide without its pages, or nothing when it has no title.
private func guideHead(of source: GuideSource, from mapping: inout YAMLMapping) -> Guide? {
  let title = mapping.requiredText("title")
  let guide = Guide(
    id: source.folder,
    title: title ?? "",
    short: mapping.text("short") ?? title ?? "",
    region: mapping.text("region") ?? "",
    system: mapping.text("system") ?? "",
    unit: mapping.text("unit") ?? "",
    summary: mapping.text("summary") ?? "",
    edition: mapping.text("edition") ?? "",
    updated: mapping.day("updated"),
    changes: guideChanges(from: &mapping),
    numbering: mapping.choice("numbering", of: numberings) ?? .decimal,
    pages: [],
    files: source.files
  )
  return title == nil ? nil : guide
}

/// How `guide.yaml` writes the ways of numbering.
private let numberings: KeyValuePairs<String, HeadingNumbering> = [
  "decimal": .decimal, "chinese": .chinese, "1": .decimal, "一": .chinese,
]

/// Returns the listed pages in their order, with a complaint for every name without file and every file without name.
private func pageFiles(
  of source: GuideSource,
  listed: [YAMLNode]
) -> ([GuideSource.Page], [Diagnostic]) {
  var pages: [GuideSource.Page] = []
  var diagnostics: [Diagnostic] = []
  let names = source.pages.map(\.name).sorted()
  for node in listed {
    guard let name = node.text else { continue }
    if name == "index.md" {
      diagnostics.append(
        Diagnostic(
          "guide.reservedPage",
          at: .source(node.location),
          "页面不能叫“index.md”，这是指南首页的地址",
          advice: "请给文件改名"
        )
      )
    } else if pages.contains(where: { $0.name == name }) {
      diagnostics.append(
        Diagnostic(
          "guide.repeatedPage",
          at: .source(node.location),
          "页面“\(name)”列了两次",
          advice: "请删去一处"
        )
      )
    } else if let page = source.pages.first(where: { $0.name == name }) {
      pages.append(page)
    } else {
      diagnostics.append(missingPage(name, at: node.location, among: names))
    }
  }
  let named = Set(listed.compactMap(\.text))
  let orphans = source.pages.filter { !named.contains($0.name) }
  diagnostics += orphans.sorted { $0.name < $1.name }.map(orphanPage)
  return (pages, diagnostics)
}

private func missingPage(
  _ name: String,
  at location: SourceLocation,
  among names: [String]
) -> Diagnostic {
  let near: Message? = closestName(to: name, in: names).map { "是否想写“\($0)”？" }
  return Diagnostic(
    "guide.missingPage",
    at: .source(location),
    "指南列出的页面“\(name)”不存在",
    advice: near ?? "请建立这个文件，或者从“pages”中删去"
  )
}

private func orphanPage(_ page: GuideSource.Page) -> Diagnostic {
  Diagnostic(
    "guide.orphanPage",
    .warning,
    at: .source(SourceLocation(file: page.path, line: 1, column: 1)),
    "这个页面没有列入 guide.yaml，不会出现在指南里",
    advice: "请把“\(page.name)”加到“pages”，或者删去文件"
  )
}

private func missingTitle(of file: GuideSource.Page) -> Diagnostic {
  Diagnostic(
    "guide.missingTitle",
    at: .source(SourceLocation(file: file.path, line: 1, column: 1)),
    "页面应当以标题开头",
    expected: "“# 标题”",
    advice: "请在第一行写上页面的标题"
  )
}
