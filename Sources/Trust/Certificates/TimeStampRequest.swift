/// A request for a time stamp (RFC 3161 §2.4.1) of a SHA-256 digest.
public struct TimeStampRequest {
  private let digest: [UInt8]
  private let nonce: UInt64

  /// Asks for a stamp of `digest`; a `nonce` that nobody can foresee keeps old answers out.
  public init(of digest: [UInt8], nonce: UInt64) {
    self.digest = digest
    self.nonce = nonce
  }

  /// The request as it is sent.
  public var encoding: [UInt8] {
    DER.sequence(
      DER.integer(1),
      DER.sequence(DigestAlgorithm.sha256.encoding, DER.octets(digest)),
      DER.integer(nonce),
      // certReq: the token brings the certificate of its signer.
      DER.value(0x01, [0xFF])
    )
  }

  /// Returns the token of a `response` (RFC 3161 §2.4.2) that grants the request.
  public func token(of response: [UInt8]) throws(CertificateFailure) -> [UInt8] {
    let parts = try DERValue(response).parts(of: 0x30)
    // Status 0 is granted, 1 is granted with changes.
    guard let status = try parts.value(0, 0x30).parts().first?.smallInteger, status <= 1 else {
      throw .refused
    }
    let token = try parts.value(1, 0x30).encoding
    let stamp = try TimeStamp(token)
    guard stamp.imprint == digest, stamp.message.isIntact,
      let content = stamp.message.content,
      Array(content).contains(sequence: DER.integer(nonce))
    else { throw .refused }
    return token
  }
}

extension [UInt8] {
  /// Returns whether `other` stands somewhere in it.
  fileprivate func contains(sequence other: [UInt8]) -> Bool {
    indices.contains { self[$0...].starts(with: other) }
  }
}
