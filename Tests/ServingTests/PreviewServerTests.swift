import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Serving

@Suite(.serialized) struct PreviewServerTests {
  private let site = PreviewSite { $0 == "index.html" ? Array("<head></head>首页".utf8) : nil }

  /// Returns what `ask` hears of a server at the first free port, which then stops.
  private func heard<Answer: Sendable>(
    _ ask: @escaping @Sendable (PreviewServer) throws -> Answer
  ) async throws -> Answer {
    try await apart { [site] in
      for port in UInt16(43_210)..<43_260 {
        guard let server = try? PreviewServer(site, port: port) else { continue }
        defer { server.stop() }
        return try ask(server)
      }
      throw POSIXError(.EADDRINUSE)
    }
  }

  private static func request(_ path: String, of server: PreviewServer) -> String {
    "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n\r\n"
  }

  @Test func aPageIsServedOverHTTP() async throws {
    let answer = try await heard { server in
      let connection = try RawConnection(to: server.port)
      connection.send(Self.request("/", of: server))
      return connection.received(upTo: "首页")
    }
    #expect(answer.hasPrefix("HTTP/1.1 200 "))
    #expect(answer.lowercased().contains("cache-control: no-store"))
    #expect(answer.contains("/.mingce/preview.js"))
  }

  @Test func anOpenPageHearsOfEveryEdition() async throws {
    let (first, second) = try await heard { [site] server in
      let connection = try RawConnection(to: server.port)
      connection.send(Self.request("/.mingce/events", of: server))
      let first = connection.received(upTo: "data: edition 0\n")
      site.show(problems: ["a.md:3：错误\n第二行"])
      return (first, connection.received(upTo: "\n\n"))
    }
    #expect(first.contains("event: edition"))
    #expect(second.contains("data: edition 1\ndata: problem a.md"))
    #expect(second.contains("%0A"))
  }

  @Test func oneConnectionIsAskedAgainAndAgain() async throws {
    let answers = try await heard { server in
      let connection = try RawConnection(to: server.port)
      return (0..<3).map { _ in
        connection.send(Self.request("/", of: server))
        return connection.received(upTo: "首页")
      }
    }
    for answer in answers { #expect(answer.hasPrefix("HTTP/1.1 200 ")) }
  }

  @Test func aHeadTellsOfThePageAndLeavesItOut() async throws {
    let answer = try await heard { server in
      let connection = try RawConnection(to: server.port)
      connection.send(
        "HEAD / HTTP/1.1\r\nHost: localhost:\(server.port)\r\nConnection: close\r\n\r\n"
      )
      return connection.received(upTo: "never")
    }
    #expect(answer.hasPrefix("HTTP/1.1 200 "))
    #expect(answer.lowercased().contains("content-type: text/html; charset=utf-8\r\n"))
    #expect(answer.hasSuffix("\r\n\r\n"))
  }

  @Test func whatIsSentAlongIsPassedOver() async throws {
    let (refused, next) = try await heard { server in
      let connection = try RawConnection(to: server.port)
      connection.send(
        "POST / HTTP/1.1\r\nHost: localhost:\(server.port)\r\nContent-Length: 5\r\n\r\nGET /"
      )
      let refused = connection.received(upTo: "预览只能读取\n")
      connection.send(Self.request("/", of: server))
      return (refused, connection.received(upTo: "首页"))
    }
    #expect(refused.hasPrefix("HTTP/1.1 405 "))
    #expect(next.hasPrefix("HTTP/1.1 200 "))
  }

  @Test func aPathIsJudgedAsItWasSent() async throws {
    let answers = try await heard { server in
      try ["/%69ndex.html?a=%2e", "/a/%2e%2e/index.html", "/%252e%252e/index.html"].map { path in
        let connection = try RawConnection(to: server.port)
        connection.send(Self.request(path, of: server))
        return connection.received(upTo: "\r\n")
      }
    }
    #expect(answers.map { $0.prefix(13) } == ["HTTP/1.1 200 ", "HTTP/1.1 404 ", "HTTP/1.1 404 "])
  }

  /// A server that stops lets go of its open pages, however many there are, and of others in the middle of a request.
  @Test func openPagesAreEndedWithTheServer() async throws {
    let (open, left, rests) = try await heard { [site] server in
      let idle = try RawConnection(to: server.port)
      idle.send("GET / HT")
      let pages = try (0..<40).map { _ in
        let page = try RawConnection(to: server.port)
        page.send(Self.request("/.mingce/events", of: server))
        return page
      }
      for page in pages { _ = page.received(upTo: "data: edition 0\n\n\r\n") }
      let open = site.openPages
      server.stop()
      return (open, site.openPages, pages.map { $0.received(upTo: "never") })
    }
    #expect(open == 40)
    #expect(left == 0)
    #expect(Set(rests).isSubset(of: ["", "0\r\n\r\n"]), "they are told nothing but the end")
    let events = site.events()
    _ = events.next()
    #expect(events.next(patience: 0) == nil, "nobody waits for more")
  }

  @Test func aPageThatIsOpenedAfterTheEndHearsSo() throws {
    let site = PreviewSite { _ in nil }
    site.endEvents()
    let events = site.events()
    #expect(events.next()?.contains("data: edition 0\n") == true)
    #expect(events.next() == nil)
  }

  /// Nobody says that a page has been closed; it is found out when it is told something.
  @Test func aClosedPageIsForgotten() async throws {
    let (before, after) = try await heard { [site] server in
      do {
        let page = try RawConnection(to: server.port)
        page.send(Self.request("/.mingce/events", of: server))
        _ = page.received(upTo: "data: edition 0\n\n\r\n")
      }
      let before = site.openPages
      for _ in 0..<400 where site.openPages > 0 {
        site.show(problems: [])
        usleep(50_000)
      }
      return (before, site.openPages)
    }
    #expect(before == 1)
    #expect(after == 0)
  }

  @Test func anEventIsAwaitedWithSignsOfLife() {
    let events = PreviewEvents()
    events.tell("一")
    events.tell("二")
    #expect(events.next(patience: 0) == "一")
    #expect(events.next(patience: 0) == "二")
    #expect(events.next(patience: 0) == PreviewEvents.signOfLife)
    events.end()
    #expect(events.next(patience: 0) == nil)
  }

  @Test func aPortThatIsInUseIsRefused() async throws {
    let refusal = try await heard { [site] server in
      Result { () throws(ServingFailure) in try PreviewServer(site, port: server.port) }
    }
    let failure = #expect(throws: ServingFailure.self) { try refusal.get() }
    #expect(failure?.description.hasSuffix(" 用不了（别的程序正在用）") == true)
  }

  /// Whatever others send, the next request is answered.
  @Test func hostileBytesDoNoHarm() async throws {
    let answer = try await heard { server in
      for attack in Self.attacks(on: server.port) {
        try RawConnection(to: server.port).send(attack)
      }
      let connection = try RawConnection(to: server.port)
      connection.send(Self.request("/", of: server))
      return connection.received(upTo: "首页")
    }
    #expect(answer.hasPrefix("HTTP/1.1 200 "))
  }

  private static func attacks(on port: UInt16) -> [[UInt8]] {
    var random = SeededGenerator(seed: 3)
    let requests = [
      "GET / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nContent-Length: -1\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n", "\r\n\r\n\r\n",
      "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nX: " + String(repeating: "a", count: 1 << 20),
      "POST / HTTP/1.1\r\nHost: localhost:\(port)\r\nContent-Length: 3\r\n\r\nabc",
      "GET /\u{0} HTTP/1.1\r\n\r\n",
      "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ]
    return requests.map { Array($0.utf8) }
      + (0..<40).map { _ in
        (0..<Int.random(in: 1...600, using: &random)).map { _ in
          UInt8.random(in: 0...255, using: &random)
        }
      }
  }
}
