import Synchronization

/// Serves the preview to browsers on this machine.
///
/// The HTTP library runs threads of its own; they only read what `PreviewSite` holds.
public final class PreviewServer: Sendable {
  /// The port.
  public let port: UInt16
  private let site: PreviewSite
  private let daemon: Mutex<HTTPDaemon?>

  /// Begins to serve `site` at `port` of 127.0.0.1, which no other machine can reach; returns when browsers can ask.
  public init(_ site: PreviewSite, port: UInt16) throws(ServingFailure) {
    (self.site, self.port) = (site, port)
    do throws(HTTPDaemon.SystemError) {
      daemon = Mutex(
        try HTTPDaemon(port: port) { HTTPReply(site.answer($0, port: port), of: site) }
      )
    } catch {
      throw .refused(port, because: error.number)
    }
  }

  deinit { stop() }

  /// Stops serving; open pages wait for the next server.
  public func stop() {
    site.endEvents()
    daemon.withLock { $0 = nil }
  }
}

extension HTTPReply {
  /// Creates the reply that carries `answer` of `site`.
  fileprivate init(_ answer: PreviewAnswer, of site: PreviewSite) {
    switch answer {
    case .content(let status, let type, let bytes):
      self.init(status: status, fields: Self.fields(type), body: .bytes(bytes))
    case .moved(let path):
      self.init(status: 301, fields: [("Location", path)], body: .bytes([]))
    case .events:
      let events = site.events()
      self.init(
        status: 200,
        fields: Self.fields("text/event-stream"),
        body: .pieces(next: { events.next().map { Array($0.utf8) } }, end: { site.close(events) })
      )
    }
  }

  /// Nothing is kept by the browser, guessed at or lent to pages of other servers.
  private static func fields(_ type: String) -> [(name: String, value: String)] {
    [
      ("Content-Type", type), ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
      ("Cross-Origin-Resource-Policy", "same-origin"),
    ]
  }
}
