import Foundation
import Glibc

/// An HTTP server at a free port of this machine that answers each request with a status and no content.
public final class PlainServer: Sendable {
  /// No port could be had.
  public struct NoPort: Error {}

  /// The port.
  public let port: UInt16
  private let descriptor: Int32

  /// Begins to serve; `status` answers to the path of a request, 302 leads to `/there`.
  public init(status: @escaping @Sendable (String) -> Int) throws {
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
    Thread.detachNewThread { PlainServer.serve(listener, status) }
  }

  deinit {
    shutdown(descriptor, Int32(SHUT_RDWR))
    close(descriptor)
  }

  private static func serve(_ listener: Int32, _ status: (String) -> Int) {
    while true {
      let connection = accept(listener, nil, nil)
      guard connection >= 0 else { return }
      var buffer = [UInt8](repeating: 0, count: 8192)
      let count = unsafe recv(connection, &buffer, buffer.count, 0)
      let request = String(decoding: buffer.prefix(max(0, count)), as: UTF8.self)
      let words = request.split(separator: " ")
      let code = words.count > 1 ? status(String(words[1])) : 400
      let answer =
        "HTTP/1.1 \(code) Answer\r\nLocation: /there\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
      _ = unsafe send(connection, answer, answer.utf8.count, Int32(MSG_NOSIGNAL))
      close(connection)
    }
  }
}
