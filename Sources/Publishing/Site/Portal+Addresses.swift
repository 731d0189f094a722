import Calendar
import HTML

extension SiteConfiguration {
  /// The host of the portal's address and its folder there, `/` at both ends; nothing without an address.
  var addressParts: (host: String, folder: String)? {
    guard let address, let scheme = address.firstRange(of: "://") else { return nil }
    let host = address[scheme.upperBound...].prefix { $0 != "/" }
    return (String(host), String(address[host.endIndex...]))
  }
}

extension Portal {
  /// Adds what search engines ask for; they take only whole addresses, so a portal must know its own to have it.
  mutating func addAddresses() {
    guard let address = site.address else { return }
    let unlisted = ["404.html", "search.html"] + anchors.movedPages(from: guides).map(\.path)
    let pages = files.map(\.path).filter { $0.hasSuffix(".html") && !unlisted.contains($0) }
    let entries = pages.sorted().map { path in
      let day = changeDay(of: path).map { "<lastmod>\($0)</lastmod>" } ?? ""
      return "<url><loc>\(escapedHTML(address + publicPath(path)))</loc>\(day)</url>\n"
    }
    let sitemap = """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
      \(entries.joined())</urlset>

      """
    files.append(OutputFile(path: "sitemap.xml", text: sitemap))
    let robots = "User-agent: *\nDisallow: /search/\n\nSitemap: \(address)sitemap.xml\n"
    files.append(OutputFile(path: "robots.txt", text: robots))
  }

  /// Returns the whole address of the page at `path`, empty when the portal does not know its own.
  func wholeAddress(of path: String) -> String {
    site.address.map { $0 + publicPath(path) } ?? ""
  }

  /// Returns `path` percent-encoded; the first page of a folder goes by the folder's name.
  private func publicPath(_ path: String) -> String {
    let folder = path.hasSuffix("index.html") ? String(path.dropLast("index.html".count)) : path
    return segments(folder)
  }

  /// Returns the day on which the guide that holds the page at `path` was last changed.
  private func changeDay(of path: String) -> String? {
    guides.first { path.hasPrefix("guides/\($0.id)/") }?.updated?.description
  }
}
