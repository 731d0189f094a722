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
struct LinkFault: Hashable {
  /// The diagnostic's code.
  var code: String
  /// The rule that is broken.
  var message: Message
  /// What the person should do.
  var advice: Message?
}

/// Finds where links lead among all guides and documents of the portal.
struct LinkFinder: Sendable {
  /// What stands at a path of the portal.
  private enum Place {
    case page(guide: Int, page: Int)
    case file
  }

  /// All guides.
  let guides: [Guide]
  /// The rendered documents.
  let documents: [DocumentLink]
  /// What links may lead to, by its path; of two at one path the first counts.
  private let places: [String: Place]
  /// The page that holds a figure, for each guide by the figures' anchors.
  private let figureHosts: [String: [String: Int]]

  /// Looks over `guides` and `documents` once, so that each link is found without looking at all of them.
  init(guides: [Guide], documents: [DocumentLink]) {
    self.guides = guides
    self.documents = documents
    var places: [String: Place] = [:]
    func put(_ place: Place, at path: String) {
      if places[path] == nil { places[path] = place }
    }
    for (number, guide) in guides.enumerated() {
      let folder = "guides/\(guide.id)"
      if !guide.pages.isEmpty { put(.page(guide: number, page: 0), at: folder) }
      for (index, page) in guide.pages.enumerated() {
        put(.page(guide: number, page: index), at: "\(folder)/\(page.slug).md")
      }
      for file in guide.files { put(.file, at: "\(folder)/\(file.path)") }
    }
    for format in documents.flatMap(\.formats) { put(.file, at: format.path) }
    self.places = places
    figureHosts = Dictionary(guides.map { ($0.id, $0.figureHosts) }) { first, _ in first }
  }

  /// Returns where `destination`, written in `page` of `guide`, leads.
  func target(of destination: String, in page: GuidePage, of guide: Guide) -> LinkTarget {
    if isOutside(destination) { return .outside }
    // Bytes are cut apart ten times faster than characters.
    let mark = destination.utf8.firstIndex(of: UInt8(ascii: "#")) ?? destination.endIndex
    let path = percentDecoded(destination[..<mark])
    let fragment = percentDecoded(Substring(destination.utf8[mark...].dropFirst()))
    guard !path.isEmpty else {
      // A figure is named once in its guide: a reference needs not say on which page it stands.
      let host = figureHosts[guide.id]?[fragment].map { guide.pages[$0] }
      return anchor(fragment, in: host ?? page, of: guide)
    }
    guard let resolved = resolvedPath(path, in: "guides/\(guide.id)") else {
      return .nowhere(LinkFault(code: "guide.brokenLink", message: "链接“\(destination)”超出了网站的范围"))
    }
    switch places[resolved] {
    case .page(let number, let index):
      let other = guides[number]
      guard resolved != "guides/\(other.id)" else {
        return .page(other, other.pages[index], anchor: nil)
      }
      return anchor(fragment, in: other.pages[index], of: other)
    case .file: return .file(resolved)
    case nil: return missing(path, in: guide)
    }
  }

  private func isOutside(_ destination: String) -> Bool {
    if destination.utf8.starts(with: "//".utf8) { return true }
    let end = destination.utf8.first { ":/?#".utf8.contains($0) }
    return end == UInt8(ascii: ":")
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
    let titles = headings.map { "“\($0.title)”" }
    return .nowhere(
      LinkFault(
        code: "guide.brokenAnchor",
        message: "“\(page.file)”里没有标题或者图“#\(name)”",
        advice: near.map { "是否想写“#\($0)”？" } ?? (titles.isEmpty ? nil : "这一页的标题有\(list: titles)")
      )
    )
  }

  private func missing(_ path: String, in guide: Guide) -> LinkTarget {
    let names = guide.pages.map { "\($0.slug).md" } + guide.files.map(\.path)
    let near: Message? = closestName(to: path, in: names).map { "是否想写“\($0)”？" }
    return .nowhere(
      LinkFault(
        code: "guide.brokenLink",
        message: "链接指向的文件“\(path)”不存在",
        advice: near ?? "请改正文件名，或者删去这个链接"
      )
    )
  }
}

extension Guide {
  /// The index of the page that holds a figure, by the figure's anchor.
  fileprivate var figureHosts: [String: Int] {
    var hosts: [String: Int] = [:]
    for (index, page) in pages.enumerated() {
      for figure in page.figures where !figure.id.isEmpty && hosts[figure.id] == nil {
        hosts[figure.id] = index
      }
    }
    return hosts
  }
}

extension GuidePage {
  /// Whether a figure of the page has the anchor `id`.
  func hasFigure(_ id: String) -> Bool {
    !id.isEmpty && figures.contains { $0.id == id }
  }

  /// The page's path below the portal's folder.
  func path(in guide: Guide) -> String { "guides/\(guide.id)/\(slug).html" }

  /// Where the portal expects the page's PDF, below the portal's folder.
  public func printPath(in guide: Guide) -> String { "guides/\(guide.id)/\(slug).pdf" }
}
