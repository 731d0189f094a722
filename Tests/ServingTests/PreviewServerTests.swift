import Foundation
import Serving
import TestSupport
import Testing

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

  @Test func aPortThatIsInUseIsRefused() async throws {
    let refusal = try await heard { [site] server in
      Result { () throws(ServingFailure) in try PreviewServer(site, port: server.port) }
    }
    #expect(throws: ServingFailure.self) { try refusal.get() }
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
