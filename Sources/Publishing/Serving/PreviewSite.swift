import Foundation
import Synchronization

/// The portal as the preview shows it at the moment: where its files come from, its edition, what is wrong with it.
public final class PreviewSite: Sendable {
  private struct State {
    var edition = 0
    var problems: [String] = []
    var listeners: [Int: AsyncStream<String>.Continuation] = [:]
    var nextListener = 0
  }

  private let state = Mutex(State())
  private let file: @Sendable (String) -> [UInt8]?

  /// Creates a site without an edition; `file` returns the bytes at a path of the portal, nothing when it has no such file.
  public init(file: @escaping @Sendable (String) -> [UInt8]?) {
    self.file = file
  }

  /// Shows the next edition, and `problems` over it where the portal could not be built; tells all open pages.
  public func show(problems: [String]) {
    let (event, listeners) = state.withLock { state in
      state.edition += 1
      state.problems = problems
      return (Self.event(of: state), state.listeners.values.map { $0 })
    }
    for listener in listeners { listener.yield(event) }
  }

  /// Returns the answer to `request` at `port` of this machine.
  public func answer(_ request: PreviewRequest, port: UInt16) -> PreviewAnswer {
    switch request.judgement(port: port) {
    case .unknownMethod: plain(405, "预览只能读取")
    case .foreignHost: plain(421, "请用 http://127.0.0.1:\(port)/ 打开预览")
    case .nowhere: missing()
    case .own("events"): .events
    case .own("preview.js"): own(PreviewScript.script, as: "preview.js")
    case .own("preview.css"): own(PreviewScript.style, as: "preview.css")
    case .own: missing()
    case .file(let path): page(path)
    }
  }

  /// Returns the events for a page that has just been opened: first what is shown now, then every change.
  func events() -> AsyncStream<String> {
    let (stream, continuation) = AsyncStream.makeStream(of: String.self)
    let (number, event) = state.withLock { state in
      state.nextListener += 1
      state.listeners[state.nextListener] = continuation
      return (state.nextListener, Self.event(of: state))
    }
    continuation.onTermination = { [weak self] _ in
      _ = self?.state.withLock { $0.listeners.removeValue(forKey: number) }
    }
    continuation.yield(event)
    return stream
  }

  /// Ends the events of all open pages.
  func endEvents() {
    let listeners = state.withLock { $0.listeners.values.map { $0 } }
    for listener in listeners { listener.finish() }
  }

  private func page(_ path: String) -> PreviewAnswer {
    if let bytes = file(path) { return content(200, path, bytes) }
    // Without the slash the references of a folder's page would lead astray.
    if file("\(path)/index.html") != nil { return .moved(to: "/" + path.encodedPath + "/") }
    return missing()
  }

  private func missing() -> PreviewAnswer {
    content(404, "404.html", file("404.html") ?? Array(PreviewScript.emptyPage.utf8))
  }

  private func content(_ status: Int, _ path: String, _ bytes: [UInt8]) -> PreviewAnswer {
    let type = mediaType(of: path)
    guard type.hasPrefix("text/html") else {
      return .content(status: status, type: type, bytes: bytes)
    }
    let edition = state.withLock(\.edition)
    return .content(status: status, type: type, bytes: previewed(bytes, edition: edition))
  }

  private func own(_ text: String, as name: String) -> PreviewAnswer {
    .content(status: 200, type: mediaType(of: name), bytes: Array(text.utf8))
  }

  private func plain(_ status: Int, _ text: String) -> PreviewAnswer {
    .content(status: status, type: mediaType(of: "a.txt"), bytes: Array((text + "\n").utf8))
  }

  /// The event that tells of `state` (HTML, § 9.2 Server-sent events).
  private static func event(of state: State) -> String {
    let problems = state.problems.map { "data: problem \(encoded($0))\n" }.joined()
    return "event: edition\ndata: edition \(state.edition)\n\(problems)\n"
  }

  /// Returns `text` on one line, for an event's line ends with the first line end.
  private static func encoded(_ text: String) -> String {
    text.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? ""
  }
}

extension String {
  /// The path percent-encoded.
  fileprivate var encodedPath: String {
    addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? self
  }
}
