/// What a browser asks of the preview, as it stands in the request.
public struct PreviewRequest: Sendable, Hashable {
  /// The method, such as `GET`.
  public var method: String
  /// The `Host` field; nothing when there is none.
  public var host: String?
  /// The path as it was sent, percent-encoded and without a query.
  public var path: String

  /// Creates a request.
  public init(method: String = "GET", host: String?, path: String) {
    (self.method, self.host, self.path) = (method, host, path)
  }
}

extension PreviewRequest {
  /// What a request comes to before anything is looked up.
  enum Judgement: Hashable {
    /// Another method than those that only read.
    case unknownMethod
    /// Meant for another server: a page elsewhere may make its name lead to this machine (DNS rebinding).
    case foreignHost
    /// A path that no file of a portal can have.
    case nowhere
    /// The file at a path below the portal's folder.
    case file(String)
    /// One of the preview's own files, by its name.
    case own(String)
  }

  /// The folder of the preview's own files, which no portal has since hidden names are not built.
  static let ownFolder = "/.mingce/"

  /// Judges the request as it reaches a server at `port` of this machine.
  func judgement(port: UInt16) -> Judgement {
    guard method == "GET" || method == "HEAD" else { return .unknownMethod }
    let hosts = ["127.0.0.1", "localhost"].map { "\($0):\(port)" }
    guard let host, hosts.contains(host.lowercased()) else { return .foreignHost }
    if path.hasPrefix(Self.ownFolder) { return .own(String(path.dropFirst(Self.ownFolder.count))) }
    guard path.hasPrefix("/"), let decoded = Self.decoded(path.dropFirst()) else { return .nowhere }
    let parts = decoded.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = parts.dropLast().allSatisfy { !$0.isEmpty && !$0.hasPrefix(".") }
    guard isPlain, let last = parts.last, !last.hasPrefix(".") else { return .nowhere }
    return .file(last.isEmpty ? decoded + "index.html" : decoded)
  }

  /// Returns `path` with `%XX` read as bytes of UTF-8; nothing when that gives no text, or characters that paths never have.
  private static func decoded(_ path: Substring) -> String? {
    var bytes: [UInt8] = []
    var rest = path.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard let high = rest.popFirst(), let low = rest.popFirst(),
        let value = UInt8(String(decoding: [high, low], as: UTF8.self), radix: 16)
      else { return nil }
      bytes.append(value)
    }
    let hasControls = bytes.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }
    return hasControls ? nil : String(validating: bytes, as: UTF8.self)
  }
}
