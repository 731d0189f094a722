import CCrypto

/// Asks services on the web: time stamps, OCSP, lists of revoked certificates.
///
/// OpenSSL's own client serves, which speaks HTTP; what comes back is signed, so it needs no secrecy.
public struct WebExchange: Sendable {
  /// Returns what the address answers to a body of a content type, or to a plain request for what lies there.
  public var ask:
    @Sendable (_ address: String, _ body: (type: String, bytes: [UInt8])?)
      throws(CertificateFailure)
      -> [UInt8]

  /// Creates an exchange that `ask` answers.
  public init(
    ask:
      @escaping @Sendable (String, (type: String, bytes: [UInt8])?) throws(CertificateFailure)
      -> [UInt8]
  ) {
    self.ask = ask
  }

  /// The web itself; an answer may take `seconds` and be 10 MB long.
  public static func http(seconds: Int32 = 20) -> WebExchange {
    WebExchange { address, body throws(CertificateFailure) in
      try send(body, to: address, seconds: seconds)
    }
  }

  private static let longestAnswer = 10 << 20

  private static func send(
    _ body: (type: String, bytes: [UInt8])?,
    to address: String,
    seconds: Int32
  ) throws(CertificateFailure) -> [UInt8] {
    guard address.hasPrefix("http://") else {
      throw .service(address: address, reason: "只支持 http:// 开头的地址")
    }
    let place = try WebAddress(address)
    let request = unsafe body.map { unsafe BIO_new_mem_buf($0.bytes, Int32($0.bytes.count)) } ?? nil
    defer {
      unsafe BIO_free(request)
      ERR_clear_error()
    }
    let answer = unsafe OSSL_HTTP_transfer(
      nil,
      place.host,
      place.port,
      place.path,
      0,  // no TLS
      "",  // no proxy, whatever the environment says
      nil,
      nil,
      nil,
      nil,
      nil,
      0,
      nil,
      body?.type,
      request,
      nil,
      1,  // DER, which says how long it is: so all of it is here before it is read
      longestAnswer,
      seconds,
      0
    )
    guard let answer = unsafe answer else {
      let code = ERR_peek_last_error()
      let reason = unsafe ERR_reason_error_string(code).map { unsafe String(cString: $0) }
      throw .service(address: address, reason: reason ?? "没有连上")
    }
    defer { unsafe BIO_free(answer) }
    return unsafe all(of: answer)
  }

  /// Reads an answer to its end.
  private static func all(of answer: OpaquePointer) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = [UInt8](repeating: 0, count: 1 << 16)
    while bytes.count < longestAnswer {
      let count = unsafe BIO_read(answer, &room, Int32(room.count))
      guard count > 0 else { break }
      bytes += room[..<Int(count)]
    }
    return bytes
  }
}

/// The parts of an address.
private struct WebAddress {
  var host = ""
  var port = ""
  var path = ""

  init(_ address: String) throws(CertificateFailure) {
    var host, port, path: UnsafeMutablePointer<CChar>?
    let done = unsafe OSSL_HTTP_parse_url(
      address,
      nil,
      nil,
      &host,
      &port,
      nil,
      &path,
      nil,
      nil
    )
    guard done == 1, let first = unsafe host, let second = unsafe port, let third = unsafe path
    else { throw .service(address: address, reason: "地址不正确") }
    defer {
      unsafe mc_free(first)
      unsafe mc_free(second)
      unsafe mc_free(third)
    }
    self.host = unsafe String(cString: first)
    self.port = unsafe String(cString: second)
    self.path = unsafe String(cString: third)
  }
}
