public import Diagnostics
import Glibc

/// Why the preview could not be served.
public enum ServingFailure: Error, Hashable {
  /// Could not serve the preview because the port is in use or may not be used.
  case portUnavailable(UInt16, reason: Message)
}

extension ServingFailure: Worded {
  /// The failure as one Chinese sentence.
  public var message: Message {
    switch self {
    case .portUnavailable(let port, let reason): "端口 \(port) 用不了（\(reason)）"
    }
  }
}

extension ServingFailure {
  /// The failure to listen at `port`, by the number of the system's error.
  static func refused(_ port: UInt16, because number: Int32) -> ServingFailure {
    switch number {
    case EADDRINUSE: .portUnavailable(port, reason: "别的程序正在用")
    case EACCES: .portUnavailable(port, reason: "没有权限")
    default:
      .portUnavailable(port, reason: unsafe Message(value: String(cString: strerror(number))))
    }
  }
}
