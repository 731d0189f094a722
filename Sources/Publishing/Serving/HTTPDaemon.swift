import CMicroHTTPD
import Glibc

/// An HTTP server that only this machine can reach: GNU libmicrohttpd, which has a thread for each connection.
///
/// Once it is let go nothing is answered any more and no thread of it is left; replies that wait for something have to
/// be ended before.
@safe
final class HTTPDaemon {
  typealias Answer = @Sendable (PreviewRequest) -> HTTPReply

  /// How many seconds a connection may be silent.
  private static let patience: UInt32 = 60

  private let daemon: OpaquePointer
  private let answer: Unmanaged<Boxed<Answer>>

  /// Begins to answer at `port` of 127.0.0.1; throws the number of the system's error.
  init(port: UInt16, answer: @escaping Answer) throws(SystemError) {
    let boxed = unsafe Unmanaged.passRetained(Boxed(answer))
    guard
      let daemon = unsafe mingce_daemon_start(port, Self.patience, handle, boxed.toOpaque())
    else {
      let number = errno
      unsafe boxed.release()
      throw SystemError(number: number)
    }
    unsafe self.daemon = unsafe daemon
    unsafe self.answer = unsafe boxed
  }

  deinit {
    unsafe MHD_stop_daemon(daemon)
    unsafe answer.release()
  }

  /// Why the system refused something.
  struct SystemError: Error {
    var number: Int32
  }
}

/// A value that C code can carry.
private final class Boxed<Value> {
  let value: Value

  init(_ value: Value) { self.value = value }
}

/// Handles what has come over a connection: the library calls it when the fields of a request are there, for each part of its
/// body, and when it is whole.
private func handle(
  context: UnsafeMutableRawPointer?,
  connection: OpaquePointer?,
  path: UnsafePointer<CChar>?,
  method: UnsafePointer<CChar>?,
  version: UnsafePointer<CChar>?,
  part: UnsafePointer<CChar>?,
  partSize: UnsafeMutablePointer<Int>?,
  progress: UnsafeMutablePointer<UnsafeMutableRawPointer?>?
) -> MHD_Result {
  guard let context = unsafe context, let connection = unsafe connection,
    let partSize = unsafe partSize, let progress = unsafe progress
  else { return .NO }
  // An answer to a request that is not whole would end the connection.
  guard unsafe progress.pointee != nil else {
    unsafe progress.pointee = unsafe context
    return .YES
  }
  guard unsafe partSize.pointee == 0 else {
    unsafe partSize.pointee = 0
    return .YES
  }
  guard let request = unsafe PreviewRequest(connection, method: method, path: path)
  else { return .NO }
  let answer = unsafe Unmanaged<Boxed<HTTPDaemon.Answer>>.fromOpaque(context)
  return unsafe answer.takeUnretainedValue().value(request).queue(at: connection)
}

extension PreviewRequest {
  /// Reads the request at `connection`.
  fileprivate init?(
    _ connection: OpaquePointer,
    method: UnsafePointer<CChar>?,
    path: UnsafePointer<CChar>?
  ) {
    guard let method = unsafe method, let path = unsafe path else { return nil }
    let host = unsafe MHD_lookup_connection_value(connection, .HEADER_KIND, "Host")
    unsafe self.init(
      method: String(cString: method),
      host: host.map { unsafe String(cString: $0) },
      path: String(cString: path)
    )
  }
}

extension HTTPReply {
  /// Hands the reply to `connection`, which sends it; closes the connection where that cannot be done.
  fileprivate func queue(at connection: OpaquePointer) -> MHD_Result {
    guard let response = unsafe body.response else { return .NO }
    defer { unsafe MHD_destroy_response(response) }
    for (name, value) in fields { unsafe MHD_add_response_header(response, name, value) }
    return unsafe MHD_queue_response(connection, UInt32(status), response)
  }
}

extension HTTPReply.Body {
  /// The body as the library sends it, which whoever asks for it destroys; nothing where memory is short.
  fileprivate var response: OpaquePointer? {
    switch self {
    case .bytes(var bytes):
      return unsafe bytes.withUnsafeMutableBytes { bytes in
        unsafe MHD_create_response_from_buffer(bytes.count, bytes.baseAddress, .RESPMEM_MUST_COPY)
      }
    case .pieces(let next, let end):
      let pieces = unsafe Unmanaged.passRetained(Pieces(next: next, end: end))
      let response = unsafe MHD_create_response_from_callback(
        .max,
        1 << 12,
        { context, _, buffer, count in
          guard let context = unsafe context else { return Pieces.end }
          let pieces = unsafe Unmanaged<Pieces>.fromOpaque(context).takeUnretainedValue()
          return unsafe pieces.read(into: .init(start: buffer, count: count))
        },
        pieces.toOpaque(),
        { context in
          guard let context = unsafe context else { return }
          unsafe Unmanaged<Pieces>.fromOpaque(context).release()
        }
      )
      if unsafe response == nil { unsafe pieces.release() }
      return unsafe response
    }
  }
}

/// A body that comes piece by piece; it belongs to the thread of its connection.
private final class Pieces {
  /// How the library is told that there is nothing more (MHD_CONTENT_READER_END_OF_STREAM).
  static let end = -1

  private let next: () -> [UInt8]?
  private let whenLetGo: () -> Void
  private var rest: ArraySlice<UInt8> = []

  init(next: @escaping () -> [UInt8]?, end: @escaping () -> Void) {
    (self.next, whenLetGo) = (next, end)
  }

  deinit { whenLetGo() }

  /// Puts what comes next into `buffer`; returns how many bytes that are.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    if rest.isEmpty {
      guard let piece = next() else { return Self.end }
      rest = piece[...]
    }
    let part = rest.prefix(buffer.count)
    unsafe buffer.copyBytes(from: part)
    rest = rest.dropFirst(part.count)
    return part.count
  }
}
