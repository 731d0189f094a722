import Serving
import TestSupport
import Testing

@Suite struct PreviewSiteTests {
  private static let page = """
    <html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'"></head><body>甲</body></html>
    """

  /// A portal of a few files; it would hand out anything that it is asked for by a path that it knows.
  private let site = PreviewSite { path in
    [
      "index.html": page, "guides/a/index.html": page, "guides/a/登录 页.html": page,
      "assets/a.js": "1",
      "404.html": "没有", "a.pdf": "%PDF", "..": "x", "../secret": "x", ".mingce/x": "x",
      "a/../b": "x",
    ][path].map { Array($0.utf8) }
  }

  private func answer(
    _ path: String,
    method: String = "GET",
    host: String? = "127.0.0.1:4321"
  ) -> PreviewAnswer {
    site.answer(PreviewRequest(method: method, host: host, path: path), port: 4321)
  }

  private func status(_ path: String) -> Int {
    switch answer(path) {
    case .content(let status, _, _): status
    case .moved: 301
    case .events: 200
    }
  }

  @Test(arguments: [
    "/", "/index.html", "/guides/a/", "/guides/a/index.html", "/assets/a.js", "/a.pdf",
    "/guides/a/%E7%99%BB%E5%BD%95%20%E9%A1%B5.html",
  ])
  func theFilesOfThePortalAreFound(path: String) {
    #expect(status(path) == 200)
  }

  @Test(arguments: [
    "", "x", "//index.html", "/..", "/../secret", "/%2e%2e/secret", "/a/../b", "/a/%2E%2E/b",
    "/..%2fsecret",
    "/.mingce/x", "/%2emingce/x", "/assets/a.js%00", "/assets%5Ca.js", "/%", "/%zz", "/%ff",
    "/%c0%af",
    "/assets//a.js", "/missing", "http://127.0.0.1:4321/", "/index.html/", "/\r\nindex.html",
  ])
  func nothingElseIsFound(path: String) {
    #expect(status(path) == 404, "\(path)")
  }

  @Test(arguments: [
    nil, "", "127.0.0.1", "127.0.0.1:4322", "example.cn", "example.cn:4321",
    "127.0.0.1:4321.example.cn",
    "localhost:4321@example.cn", "0.0.0.0:4321",
  ])
  func namesOfOtherServersAreRefused(host: String?) {
    for path in ["/", "/.mingce/events", "/.mingce/preview.js"] {
      guard case .content(421, _, _) = answer(path, host: host) else {
        Issue.record("\(host ?? "no host") was served \(path)")
        return
      }
    }
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "CONNECT", "get ", ""])
  func nothingCanBeChanged(method: String) {
    guard case .content(405, _, _) = answer("/", method: method) else {
      Issue.record("\(method) was answered")
      return
    }
  }

  @Test func aFolderIsReachedByItsSlash() {
    #expect(answer("/guides/a") == .moved(to: "/guides/a/"))
  }

  @Test func aPageWaitsForTheNextEdition() throws {
    site.show(problems: [])
    guard case .content(200, let type, let bytes) = answer("/") else { throw Refused() }
    let html = String(decoding: bytes, as: UTF8.self)
    #expect(type == "text/html; charset=utf-8")
    #expect(html.contains("content=\"connect-src 'self'; default-src 'none'\">"))
    #expect(
      html.contains(
        "<script src=\"/.mingce/preview.js\" data-edition=\"1\" defer></script>\n</head>"
      )
    )
    #expect(html.hasSuffix("<body>甲</body></html>"))
  }

  @Test func otherFilesStayAsTheyAre() {
    #expect(
      answer("/assets/a.js")
        == .content(status: 200, type: "text/javascript; charset=utf-8", bytes: Array("1".utf8))
    )
    #expect(
      answer("/a.pdf") == .content(status: 200, type: "application/pdf", bytes: Array("%PDF".utf8))
    )
  }

  @Test func noRandomRequestReachesAnUnknownPath() {
    var random = SeededGenerator(seed: 11)
    let pieces = [
      "/", "..", ".", "%2e", "%2F", "%5c", "index.html", "guides", "a", "%00", "\u{202E}", "%",
      "//", "secret",
    ]
    let site = PreviewSite { path in
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      if parts.contains(where: { $0.hasPrefix(".") || $0.isEmpty }) {
        Issue.record("asked for \(path)")
      }
      return nil
    }
    for _ in 0..<5000 {
      let path = (0..<Int.random(in: 1...8, using: &random)).map { _ in
        pieces[Int.random(in: pieces.indices, using: &random)]
      }
      let request = PreviewRequest(host: "localhost:1", path: "/" + path.joined())
      _ = site.answer(request, port: 1)
    }
  }

  private struct Refused: Error {}
}
