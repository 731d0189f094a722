public import Certificates

/// Who signs, and who says when.
public struct Signer {
  /// The key that signs.
  public let key: SigningKey
  /// The service that stamps, by its address.
  public let timeStamps: String?
  /// The way to services.
  let web: WebExchange

  /// Creates a signer; without an address of `timeStamps` nothing is stamped.
  public init(key: SigningKey, timeStamps: String?, web: WebExchange) {
    self.key = key
    self.timeStamps = timeStamps
    self.web = web
  }

  /// How many bytes a signature of this key may take.
  public var room: Int {
    let certificates =
      key.certificate.encoding.count + key.chain.reduce(0) { $0 + $1.encoding.count }
    // 2 KB hold a signature of RSA with 8192 bits and all attributes; a stamp brings its own certificates.
    return 2048 + certificates + (timeStamps == nil ? 0 : Signer.stampRoom)
  }

  /// How many bytes a time stamp may take.
  static let stampRoom = 12_288

  /// Returns a signature of content with this SHA-256 `digest`, stamped where there is a service.
  public func sign(digest: [UInt8]) throws(SigningFailure) -> [UInt8] {
    do throws(CertificateFailure) {
      let message = SignedAttributes(digest: digest, certificate: key.certificate)
      let signature = try key.sign(message.encoding)
      return message.signedData(signature, by: key, timeStamp: try stamp(of: signature))
    } catch {
      throw .key(error)
    }
  }

  /// Returns a stamp of a whole file with this SHA-256 `digest`.
  func stampFile(digest: [UInt8]) throws(SigningFailure) -> [UInt8] {
    do throws(CertificateFailure) {
      return try stamp(ofDigest: digest) ?? []
    } catch {
      throw .key(error)
    }
  }

  private func stamp(of signature: [UInt8]) throws(CertificateFailure) -> [UInt8]? {
    try stamp(ofDigest: DigestAlgorithm.sha256.digest(of: signature[...]))
  }

  private func stamp(ofDigest digest: [UInt8]) throws(CertificateFailure) -> [UInt8]? {
    guard let address = timeStamps else { return nil }
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
