public import Certificates
public import PDF

/// Who signs, and who says when.
public struct Signer {
  /// The key that signs.
  public let key: SigningKey
  /// The service that stamps.
  let stamper: TimeStamper?
  /// The way to services.
  let web: WebExchange

  /// Creates a signer; without an address of `timeStamps` nothing is stamped.
  public init(key: SigningKey, timeStamps: String?, web: WebExchange) {
    self.key = key
    stamper = timeStamps.map { TimeStamper(address: $0, web: web) }
    self.web = web
  }

  /// How many bytes a signature of this key may take.
  public var room: Int {
    let certificates =
      key.certificate.encoding.count + key.chain.reduce(0) { $0 + $1.encoding.count }
    // 2 KB hold a signature of RSA with 8192 bits and all attributes.
    return 2048 + certificates + (stamper == nil ? 0 : TimeStamper.room)
  }

  /// What a signature of this key as `role` says in the clear; `stamp` is when.
  public func facts(as role: SigningRole, stamp: String) -> SignatureFacts {
    SignatureFacts(
      kind: role == .employer ? .certification : .approval,
      name: key.certificate.subject,
      stamp: stamp,
      room: room
    )
  }

  /// Returns a signature of content with this SHA-256 `digest`, stamped where there is a service.
  public func sign(digest: [UInt8]) throws(SigningFailure) -> [UInt8] {
    do throws(CertificateFailure) {
      let message = SignedAttributes(digest: digest, certificate: key.certificate)
      let signature = try key.sign(message.encoding)
      let stamped = DigestAlgorithm.sha256.digest(of: signature[...])
      let timeStamp = try stamper?.stamp(digest: stamped)
      return message.signedData(signature, by: key, timeStamp: timeStamp)
    } catch {
      throw .key(error)
    }
  }
}
