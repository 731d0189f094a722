import Foundation
import Glibc

/// An HTTP server at a free port of this machine that answers one request after another.
public final class PlainServer: Sendable {
  /// No port could be had.
  public struct NoPort: Error {}

  /// The port.
  public let port: UInt16
  private let descriptor: Int32

  /// Begins to serve with a status and no content; `status` answers to the path of a request, 302 leads to `/there`.
  public convenience init(status: @escaping @Sendable (String) -> Int) throws {
    try self.init { path, _ in (status(path), []) }
  }

  /// Begins to serve; `answer` answers to the path and the body of a request with a status and content.
  public init(answer: @escaping @Sendable (String, [UInt8]) -> (Int, [UInt8])) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = unsafe inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = unsafe withUnsafeMutablePointer(to: &address) { [descriptor] pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
        unsafe bind(descriptor, pointer, size) == 0 && listen(descriptor, 16) == 0
          && getsockname(descriptor, pointer, &size) == 0
      }
    }
    guard isBound else { throw NoPort() }
    port = UInt16(bigEndian: address.sin_port)
    let listener = descriptor
    Thread.detachNewThread { PlainServer.serve(listener, answer) }
  }

  deinit {
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }

  private static func serve(
    _ listener: Int32,
    _ answer: (String, [UInt8]) -> (Int, [UInt8])
  ) {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { return }
      let (path, body) = request(on: connection)
      let (code, content) = path.isEmpty ? (400, []) : answer(path, body)
      let head =
        "HTTP/1.1 \(code) Answer\r\nLocation: /there\r\nContent-Length: \(content.count)\r\n"
        + "Connection: close\r\n\r\n"
      let bytes = Array(head.utf8) + content
      _ = unsafe send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
      close(connection)
    }
  }

  /// Reads a request: the path that is asked for, and as many bytes behind its head as that announces.
  private static func request(on connection: Int32) -> (path: String, body: [UInt8]) {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 8192)
    while true {
      if let end = bytes.firstRange(of: "\r\n\r\n".utf8)?.upperBound {
        let head = String(decoding: bytes[..<end], as: UTF8.self)
        let length = head.lowercased().firstMatch(of: /content-length: *(\d+)/)?.output.1
        let count = length.flatMap { Int($0) } ?? 0
        if bytes.count - end >= count {
          let words = head.split(separator: " ")
          return (words.count > 1 ? String(words[1]) : "", Array(bytes[end..<end + count]))
        }
      }
      let count = unsafe recv(connection, &buffer, buffer.count, 0)
      guard count > 0 else { return ("", []) }
      bytes += buffer[..<count]
      // What begins with no method, such as a greeting of TLS, is no request, and its end would be waited for in vain.
      guard let first = bytes.first, (0x41...0x5A).contains(first) else { return ("", []) }
    }
  }
}
