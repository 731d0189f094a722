import Diagnostics

/// A page that guides have no longer, with what its address leads to now.
struct MovedPage {
  /// What the file of anchors calls the page.
  var name: String
  /// Where the file of anchors tells of it.
  var location: SourceLocation
  /// What has taken its place.
  var place: Place

  /// Where the address of a page that has gone can lead.
  enum Place {
    case page(GuidePage, Guide)
    case guide(Guide)
    case home
  }

  /// The page's path below the portal's folder.
  var path: String { "guides/\(name).html" }
}

extension MovedPage.Place {
  /// The path below the portal's folder.
  var path: String {
    switch self {
    case .page(let page, let guide): page.path(in: guide)
    case .guide(let guide): "guides/\(guide.id)/index.html"
    case .home: "index.html"
    }
  }

  /// What the file of anchors calls the place.
  var lockName: String {
    switch self {
    case .page(let page, let guide): page.lockName(in: guide)
    case .guide(let guide): guide.id
    case .home: "/"
    }
  }

  /// The place in the operator's words.
  var words: String {
    switch self {
    case .page(let page, _): "“\(page.title)”"
    case .guide(let guide): "指南“\(guide.short)”的首页"
    case .home: "门户首页"
    }
  }
}

extension AnchorLock {
  /// Returns the pages of the lock that `guides` have no longer, in the order of their names.
  ///
  /// What somebody has said takes a page's place. Otherwise it is the page of the same guide that is new to the lock and
  /// has most of its anchors, then the guide itself, then the portal.
  func movedPages(from guides: [Guide]) -> [MovedPage] {
    var places: [String: MovedPage.Place] = ["/": .home]
    for guide in guides {
      places[guide.id] = .guide(guide)
      for page in guide.pages { places[page.lockName(in: guide)] = .page(page, guide) }
    }
    return pages.filter { places[$0.key] == nil }.sorted { $0.key < $1.key }.map { name, page in
      let place = said(of: name, among: places) ?? guessed(name, page, among: guides)
      return MovedPage(name: name, location: page.location, place: place)
    }
  }

  /// Returns what somebody has said takes the place of the page `name`, which may have gone as well since then.
  private func said(of name: String, among places: [String: MovedPage.Place]) -> MovedPage.Place? {
    var name = name
    for _ in pages {
      guard let next = pages[name]?.successor else { return nil }
      if let place = places[next] { return place }
      name = next
    }
    return nil
  }

  private func guessed(_ name: String, _ page: Page, among guides: [Guide]) -> MovedPage.Place {
    guard let guide = guides.first(where: { name.hasPrefix($0.id + "/") }) else { return .home }
    let anchors = Set(page.entries.map(\.anchor))
    var best: (page: GuidePage, shared: Int)?
    for candidate in guide.pages where pages[candidate.lockName(in: guide)] == nil {
      let shared = candidate.headings.count { anchors.contains($0.id) }
      if shared > best?.shared ?? 0 { best = (candidate, shared) }
    }
    return best.map { .page($0.page, guide) } ?? .guide(guide)
  }
}

extension Portal {
  /// Adds a page at the address of each page that has gone, which leads to what has taken its place.
  mutating func addMovedPages() throws(SiteFailure) {
    for page in anchors.movedPages(from: guides) {
      let title = "这一章换了网址"
      var values = shell(of: page.path, kind: "moved", title: title, description: title)
      values["target"] = .text(reference(from: page.path, to: page.place.path))
      values["targetTitle"] = .text(page.place.words)
      values["targetAddress"] = .text(wholeAddress(of: page.place.path))
      try add(page.path, from: "moved", with: values)
    }
  }
}
