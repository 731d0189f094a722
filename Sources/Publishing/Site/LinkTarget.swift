import Diagnostics
import DocumentTree

/// Where a link of a guide's page leads.
enum LinkTarget {
  /// Out of the portal, or by mail or telephone.
  case outside
  /// To a page of a guide, and there to an anchor.
  case page(Guide, GuidePage, anchor: String?)
  /// To another file of the portal, by its path.
  case file(String)
  /// Nowhere: the rule that is broken and what may have been meant.
  case nowhere(LinkFault)
}

/// What is wrong with a link.
struct LinkFault {
  /// The diagnostic's code.
  var code: String
  /// The rule that is broken.
  var message: String
  /// What the person should do.
  var advice: String?
}

/// Finds where links lead among all guides and documents of the portal.
struct LinkFinder {
  /// All guides.
  let guides: [Guide]
  /// The rendered documents.
  let documents: [DocumentLink]

  /// Returns where `destination`, written in `page` of `guide`, leads.
  func target(of destination: String, in page: GuidePage, of guide: Guide) -> LinkTarget {
    if isOutside(destination) { return .outside }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = percentDecoded(parts[0])
    let fragment = parts.count > 1 ? percentDecoded(parts[1]) : ""
    guard !path.isEmpty else {
      // A figure is named once in its guide: a reference needs not say on which page it stands.
      let host = guide.pages.first { $0.hasFigure(fragment) }
      return anchor(fragment, in: host ?? page, of: guide)
    }
    guard let resolved = resolvedPath(path, in: "guides/\(guide.id)") else {
      return .nowhere(LinkFault(code: "guide.brokenLink", message: "链接“\(destination)”超出了网站的范围"))
    }
    for other in guides {
      if resolved == "guides/\(other.id)", let first = other.pages.first {
        return .page(other, first, anchor: nil)
      }
      for page in other.pages where resolved == "guides/\(other.id)/\(page.slug).md" {
        return anchor(fragment, in: page, of: other)
      }
      for file in other.files where resolved == "guides/\(other.id)/\(file.path)" {
        return .file(resolved)
      }
    }
    let isDocument = documents.contains { $0.formats.contains { $0.path == resolved } }
    return isDocument ? .file(resolved) : missing(path, in: guide)
  }

  private func isOutside(_ destination: String) -> Bool {
    if destination.hasPrefix("//") { return true }
    let head = destination.prefix { !"/?#".contains($0) }
    return head.contains(":")
  }

  /// Finds an anchor by its id, its heading's text or its number.
  private func anchor(_ name: String, in page: GuidePage, of guide: Guide) -> LinkTarget {
    if name.isEmpty || name == page.titleAnchor { return .page(guide, page, anchor: nil) }
    if page.hasFigure(name) { return .page(guide, page, anchor: name) }
    let headings = page.headings
    let found =
      headings.first { $0.id == name } ?? headings.first { $0.title == name }
      ?? headings.first { $0.id == name.lowercased() } ?? headings.first { $0.number == name }
    if let found { return .page(guide, page, anchor: found.id) }
    let names = headings.map(\.id) + guide.pages.flatMap { $0.figures.map(\.id) }
    let near = closestName(to: name, in: names.filter { !$0.isEmpty })
    let titles = headings.map { "“\($0.title)”" }.joined(separator: "、")
    return .nowhere(
      LinkFault(
        code: "guide.brokenAnchor",
        message: "“\(page.file)”里没有标题或者图“#\(name)”",
        advice: near.map { "是否想写“#\($0)”？" } ?? (titles.isEmpty ? nil : "这一页的标题有\(titles)")
      )
    )
  }

  private func missing(_ path: String, in guide: Guide) -> LinkTarget {
    let names = guide.pages.map { "\($0.slug).md" } + guide.files.map(\.path)
    let near = closestName(to: path, in: names).map { "是否想写“\($0)”？" }
    return .nowhere(
      LinkFault(
        code: "guide.brokenLink",
        message: "链接指向的文件“\(path)”不存在",
        advice: near ?? "请改正文件名，或者删去这个链接"
      )
    )
  }
}

extension GuidePage {
  /// The anchor of the page's own title, empty when it has none.
  var titleAnchor: String {
    guard case .heading(let heading) = document.body.first, heading.level == 1 else { return "" }
    return heading.id
  }

  /// Whether a figure of the page has the anchor `id`.
  func hasFigure(_ id: String) -> Bool {
    !id.isEmpty && figures.contains { $0.id == id }
  }

  /// The page's path below the portal's folder.
  func path(in guide: Guide) -> String { "guides/\(guide.id)/\(slug).html" }

  /// Where the portal expects the page's PDF, below the portal's folder.
  public func printPath(in guide: Guide) -> String { "guides/\(guide.id)/\(slug).pdf" }
}
