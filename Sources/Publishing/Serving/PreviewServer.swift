import Dispatch
import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// Why the preview could not be served.
public enum ServingFailure: Error, Hashable {
  /// Could not serve the preview because the port is in use or may not be used.
  case portUnavailable(UInt16, reason: String)
}

extension ServingFailure: CustomStringConvertible {
  /// The failure as one Chinese sentence.
  public var description: String {
    switch self {
    case .portUnavailable(let port, let reason): "端口 \(port) 用不了（\(reason)）"
    }
  }
}

/// Serves the preview to browsers on this machine.
///
/// The HTTP library runs tasks of its own; they only read what `PreviewSite` holds.
public final class PreviewServer: Sendable {
  /// The port.
  public let port: UInt16
  private let site: PreviewSite
  private let server: HTTPServer
  private let running = Mutex<Task<Void, Never>?>(nil)

  /// Begins to serve `site` at `port` of 127.0.0.1, which no other machine can reach; returns when browsers can ask.
  public init(_ site: PreviewSite, port: UInt16) throws(ServingFailure) {
    (self.site, self.port) = (site, port)
    let address: sockaddr_in
    do {
      address = try sockaddr_in.inet(ip4: "127.0.0.1", port: port)
    } catch {
      throw .portUnavailable(port, reason: "\(error)")
    }
    server = HTTPServer(
      address: address,
      logger: .disabled,
      handler: ClosureHTTPHandler { [site, port] in PreviewServer.response(to: $0, site, port) }
    )
    try start()
  }

  private func start() throws(ServingFailure) {
    let beginning = Beginning()
    let task = Task { [server] in
      do {
        try await server.run()
      } catch {
        beginning.end(because: "\(error)")
      }
    }
    Task { [server] in
      do {
        try await server.waitUntilListening(timeout: 5)
        beginning.end(because: nil)
      } catch {
        beginning.end(because: "五秒内没有开始")
      }
    }
    if let reason = beginning.outcome() {
      task.cancel()
      throw .portUnavailable(port, reason: reason)
    }
    running.withLock { $0 = task }
  }

  /// Stops serving; open pages wait for the next server.
  public func stop() {
    site.endEvents()
    let isStopped = DispatchSemaphore(value: 0)
    Task { [server] in
      await server.stop()
      isStopped.signal()
    }
    isStopped.wait()
  }

  private static func response(
    to request: HTTPRequest,
    _ site: PreviewSite,
    _ port: UInt16
  ) -> HTTPResponse {
    let asked = PreviewRequest(
      method: request.method.rawValue,
      host: request.headers[.host],
      path: request.target.path()
    )
    switch site.answer(asked, port: port) {
    case .content(let status, let type, let bytes):
      return HTTPResponse(
        statusCode: HTTPStatusCode(status, phrase: status == 200 ? "OK" : "Refused"),
        headers: headers(type),
        body: asked.method == "HEAD"
          ? HTTPBodySequence() : HTTPBodySequence(data: Data(bytes), suggestedBufferSize: 1 << 16)
      )
    case .moved(let path):
      return HTTPResponse(statusCode: .movedPermanently, headers: HTTPHeaders([.location: path]))
    case .events:
      return HTTPResponse(
        statusCode: .ok,
        headers: headers("text/event-stream"),
        body: HTTPBodySequence(from: EventBytes(events: site.events()))
      )
    }
  }

  /// Nothing is kept by the browser, guessed at or lent to pages of other servers.
  private static func headers(_ type: String) -> HTTPHeaders {
    [
      .contentType: type, .cacheControl: "no-store",
      HTTPHeader("X-Content-Type-Options"): "nosniff",
      HTTPHeader("Cross-Origin-Resource-Policy"): "same-origin",
    ]
  }
}

/// Whether a server has begun to listen, as tasks tell it to a thread that waits.
private final class Beginning: Sendable {
  private let reason = Mutex<String??>(nil)
  private let isDecided = DispatchSemaphore(value: 0)

  /// Decides that it has begun, or why it has not; the first decision counts.
  func end(because reason: String?) {
    let isFirst = self.reason.withLock { known in
      guard known == nil else { return false }
      known = .some(reason)
      return true
    }
    if isFirst { isDecided.signal() }
  }

  /// Waits for the decision; returns why the server has not begun, nothing when it has.
  func outcome() -> String? {
    isDecided.wait()
    return reason.withLock { $0 ?? nil }
  }
}

/// Events as the bytes of an answer without end.
private struct EventBytes: AsyncBufferedSequence {
  typealias Element = UInt8

  let events: AsyncStream<String>

  func makeAsyncIterator() -> Iterator { Iterator(events: events.makeAsyncIterator()) }

  struct Iterator: AsyncBufferedIteratorProtocol {
    var events: AsyncStream<String>.Iterator
    private var rest: ArraySlice<UInt8> = []

    init(events: AsyncStream<String>.Iterator) {
      self.events = events
    }

    mutating func next() async -> UInt8? {
      if rest.isEmpty, let more = await nextBuffer(suggested: 1) { rest = more[...] }
      return rest.popFirst()
    }

    mutating func nextBuffer(suggested count: Int) async -> [UInt8]? {
      await events.next().map { Array($0.utf8) }
    }
  }
}
