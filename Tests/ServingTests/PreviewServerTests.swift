import Foundation
import Serving
import TestSupport
import Testing

@Suite(.serialized) struct PreviewServerTests {
  private let site = PreviewSite { $0 == "index.html" ? Array("<head></head>首页".utf8) : nil }

  /// Serves at the first free port.
  private func server() throws -> PreviewServer {
    for port in UInt16(43_210)..<43_260 {
      if let server = try? PreviewServer(site, port: port) { return server }
    }
    throw POSIXError(.EADDRINUSE)
  }

  private func request(_ path: String, of server: PreviewServer) -> String {
    "GET \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\n\r\n"
  }

  @Test func aPageIsServedOverHTTP() throws {
    let server = try server()
    defer { server.stop() }
    let connection = try RawConnection(to: server.port)
    connection.send(request("/", of: server))
    let answer = connection.received(upTo: "首页")
    #expect(answer.hasPrefix("HTTP/1.1 200 "))
    #expect(answer.lowercased().contains("cache-control: no-store"))
    #expect(answer.contains("/.mingce/preview.js"))
  }

  @Test func anOpenPageHearsOfEveryEdition() throws {
    let server = try server()
    defer { server.stop() }
    let connection = try RawConnection(to: server.port)
    connection.send(request("/.mingce/events", of: server))
    #expect(connection.received(upTo: "data: edition 0\n").contains("event: edition"))
    site.show(problems: ["a.md:3：错误\n第二行"])
    let event = connection.received(upTo: "\n\n")
    #expect(event.contains("data: edition 1\ndata: problem a.md"))
    #expect(event.contains("%0A"))
  }

  @Test func aPortThatIsInUseIsRefused() throws {
    let server = try server()
    defer { server.stop() }
    #expect(throws: ServingFailure.self) { try PreviewServer(site, port: server.port) }
  }

  /// Whatever others send, the next request is answered.
  @Test func hostileBytesDoNoHarm() throws {
    let server = try server()
    defer { server.stop() }
    var random = SeededGenerator(seed: 3)
    var attacks = [
      "GET / HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nContent-Length: -1\r\n\r\n",
      "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999\r\n\r\n", "\r\n\r\n\r\n",
      "GET\r\n\r\n", "GET / HTTP/9.9\r\n\r\n",
      "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    ].map { Array($0.utf8) }
    for _ in 0..<40 {
      attacks.append(
        (0..<Int.random(in: 1...600, using: &random)).map { _ in
          UInt8.random(in: 0...255, using: &random)
        }
      )
    }
    for attack in attacks { try RawConnection(to: server.port).send(attack) }
    let connection = try RawConnection(to: server.port)
    connection.send(request("/", of: server))
    #expect(connection.received(upTo: "首页").hasPrefix("HTTP/1.1 200 "))
  }
}
