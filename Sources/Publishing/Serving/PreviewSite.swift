import Foundation
import Synchronization

/// The portal as the preview shows it at the moment: where its files come from, its edition, what is wrong with it.
public final class PreviewSite: Sendable {
  private struct State {
    var edition = 0
    var problems: [String] = []
    var open: [ObjectIdentifier: PreviewEvents] = [:]
    var isOver = false
  }

  private let state = Mutex(State())
  private let file: @Sendable (String) -> [UInt8]?

  /// Creates a site without an edition; `file` returns the bytes at a path of the portal, nothing when it has no such file.
  public init(file: @escaping @Sendable (String) -> [UInt8]?) {
    self.file = file
  }

  /// Shows the next edition, and `problems` over it where the portal could not be built; tells all open pages.
  public func show(problems: [String]) {
    state.withLock { state in
      state.edition += 1
      state.problems = problems
      let event = Self.event(of: state)
      for events in state.open.values { events.tell(event) }
    }
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
  ///
  /// Whoever asks for them closes them.
  func events() -> PreviewEvents {
    let events = PreviewEvents()
    state.withLock { state in
      events.tell(Self.event(of: state))
      if state.isOver { events.end() }
      state.open[ObjectIdentifier(events)] = events
    }
    return events
  }

  /// Tells a page nothing more, since it has been closed.
  func close(_ events: PreviewEvents) {
    state.withLock { _ = $0.open.removeValue(forKey: ObjectIdentifier(events)) }
  }

  /// How many pages are open, as far as is known.
  var openPages: Int { state.withLock(\.open.count) }

  /// Ends the events of all pages, those that are open and those that will be.
  func endEvents() {
    state.withLock { state in
      state.isOver = true
      for events in state.open.values { events.end() }
    }
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
