import Certificates

/// What a signer says of the content, as PAdES asks for it (ETSI EN 319 142-1 §6.3).
///
/// That is what it is, its digest, and whose certificate it is; the signer's own clock is left out, which PAdES forbids.
struct SignedAttributes {
  private let attributes: [[UInt8]]

  /// Prepares to sign content with this SHA-256 `digest`.
  init(digest: [UInt8], certificate: Certificate) {
    let name = DigestAlgorithm.sha256.digest(of: certificate.encoding[...])
    // ESSCertIDv2 without an algorithm means SHA-256 (RFC 5035 §4).
    let certificates = DER.sequence(DER.sequence(DER.sequence(DER.octets(name))))
    attributes = [
      SignedAttributes.attribute(.contentType, DER.identifier(.data)),
      SignedAttributes.attribute(.messageDigest, DER.octets(digest)),
      SignedAttributes.attribute(.signingCertificateV2, certificates),
    ]
  }

  private static func attribute(_ kind: ObjectIdentifier, _ value: [UInt8]) -> [UInt8] {
    DER.sequence(DER.identifier(kind), DER.set([value]))
  }

  /// The bytes that the key signs (RFC 5652 §5.4).
  var encoding: [UInt8] { DER.set(attributes) }

  /// Returns the signed message (RFC 5652 §5.1) without the content itself.
  func signedData(_ signature: [UInt8], by key: SigningKey, timeStamp: [UInt8]?) -> [UInt8] {
    let unsigned = timeStamp.map { [SignedAttributes.attribute(.timeStampToken, $0)] } ?? []
    let info = DER.sequence(
      DER.integer(1),
      key.certificate.issuerAndSerial,
      DigestAlgorithm.sha256.encoding,
      [0xA0] + encoding.dropFirst(),
      key.algorithm,
      DER.octets(signature),
      unsigned.isEmpty ? [] : [0xA1] + DER.set(unsigned).dropFirst()
    )
    let certificates = ([key.certificate] + key.chain).map(\.encoding)
    let message = DER.sequence(
      DER.integer(1),
      DER.set([DigestAlgorithm.sha256.encoding]),
      DER.sequence(DER.identifier(.data)),
      [0xA0] + DER.set(certificates).dropFirst(),
      DER.set([info])
    )
    return DER.sequence(DER.identifier(.signedData), DER.value(0xA0, message))
  }
}
