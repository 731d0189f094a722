import Foundation
import Glibc
import Serving
import TestSupport
import Testing

/// A connection to a port of this machine that sends bytes as they are.
private final class Connection {
  private let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)

  init(to port: UInt16) throws {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let connected = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    try #require(connected == 0)
    var patience = timeval(tv_sec: 5, tv_usec: 0)
    unsafe setsockopt(
      descriptor,
      SOL_SOCKET,
      SO_RCVTIMEO,
      &patience,
      socklen_t(MemoryLayout<timeval>.size)
    )
  }

  deinit { close(descriptor) }

  func send(_ bytes: [UInt8]) {
    _ = unsafe Glibc.send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL.rawValue))
  }

  func send(_ text: String) { send(Array(text.utf8)) }

  /// Returns what comes, until `end` has come, the other side closes or nothing comes for five seconds.
  func received(upTo end: String) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while !String(decoding: bytes, as: UTF8.self).contains(end) {
      let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

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
    let connection = try Connection(to: server.port)
    connection.send(request("/", of: server))
    let answer = connection.received(upTo: "首页")
    #expect(answer.hasPrefix("HTTP/1.1 200 "))
    #expect(answer.lowercased().contains("cache-control: no-store"))
    #expect(answer.contains("/.mingce/preview.js"))
  }

  @Test func anOpenPageHearsOfEveryEdition() throws {
    let server = try server()
    defer { server.stop() }
    let connection = try Connection(to: server.port)
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
    for attack in attacks { try Connection(to: server.port).send(attack) }
    let connection = try Connection(to: server.port)
    connection.send(request("/", of: server))
    #expect(connection.received(upTo: "首页").hasPrefix("HTTP/1.1 200 "))
  }
}
