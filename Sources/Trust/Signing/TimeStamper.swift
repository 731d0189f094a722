public import Certificates

/// A service that says when something was there (RFC 3161).
public struct TimeStamper: Sendable {
  /// Its address.
  public let address: String
  /// The way there.
  let web: WebExchange

  /// Names the service at `address`.
  public init(address: String, web: WebExchange) {
    self.address = address
    self.web = web
  }

  /// How many bytes a time stamp may take; it brings its own certificates.
  static let room = 12_288

  /// Returns a stamp of what has this SHA-256 `digest`.
  func stamp(digest: [UInt8]) throws(CertificateFailure) -> [UInt8] {
    let request = TimeStampRequest(of: digest, nonce: randomNonce())
    let body = (type: "application/timestamp-query", bytes: request.encoding)
    let response = try web.ask(address, body)
    do throws(CertificateFailure) {
      return try request.token(of: response)
    } catch {
      throw .service(address: address, reason: "应答不是所要的时间戳")
    }
  }
}
