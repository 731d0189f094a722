/// What one signer says in a signed message (RFC 5652 §5.3).
struct SignerInfo {
  let issuerAndSerial: [UInt8]
  let digest: DigestAlgorithm
  /// The AlgorithmIdentifier of the digest, as it is encoded.
  let digestEncoding: [UInt8]
  let algorithm: DERValue
  let signature: [UInt8]
  /// The values of the attributes that are signed, and of those that are not.
  let signed, unsigned: [ObjectIdentifier: DERValue]
  /// What the key signed: the attributes as a SET, whatever tag they have in the message (RFC 5652 §5.4).
  let signedBytes: [UInt8]

  init(_ value: DERValue) throws(CertificateFailure) {
    // version, sid, digestAlgorithm, [0] signedAttrs, signatureAlgorithm, signature, [1] unsignedAttrs?
    let parts = try value.parts(of: 0x30)
    guard parts.first?.smallInteger == 1 else { throw .malformed }
    issuerAndSerial = try parts.value(1, 0x30).encoding
    digest = try DigestAlgorithm(parts.value(2, 0x30))
    digestEncoding = try parts.value(2, 0x30).encoding
    let attributes = try parts.value(3, 0xA0)
    signedBytes = [0x31] + attributes.encoding.dropFirst()
    signed = try SignerInfo.attributes(attributes)
    algorithm = try parts.value(4, 0x30)
    signature = try parts.value(5, 0x04).bytes
    // Nobody signed these, so only what judges itself may be here: a time stamp (ETSI EN 319 142-1 §6.3).
    let others = parts.count > 6 ? try parts.value(6, 0xA1) : nil
    unsigned =
      try others.map { set throws(CertificateFailure) in try SignerInfo.attributes(set) } ?? [:]
    guard try others?.parts().count ?? 0 == unsigned.count, parts.count <= 7,
      unsigned.keys.allSatisfy({ $0 == .timeStampToken })
    else { throw .malformed }
  }

  /// Reads attributes of one value each; a second one of the same kind makes the message ambiguous.
  private static func attributes(
    _ set: DERValue
  ) throws(CertificateFailure) -> [ObjectIdentifier: DERValue] {
    var found: [ObjectIdentifier: DERValue] = [:]
    for attribute in try set.parts() {
      let parts = try attribute.parts(of: 0x30)
      guard let kind = parts.first?.identifier else { continue }
      let values = try parts.value(1, 0x31).parts()
      guard values.count == 1, found[kind] == nil else { throw .malformed }
      found[kind] = values[0]
    }
    return found
  }

  /// The digest that the signer says the content has (RFC 5652 §11.2).
  func messageDigest() throws(CertificateFailure) -> [UInt8] {
    guard let value = signed[.messageDigest], value.tag == 0x04 else { throw .malformed }
    return value.bytes
  }

  /// Returns whether the signer says what kind of content it is, and says so rightly (RFC 5652 §11.1).
  func hasContentType(_ type: ObjectIdentifier?) -> Bool {
    type != nil && signed[.contentType]?.identifier == type
  }

  /// Returns whether the signed attributes name `certificate` by its digest; nothing where they name none.
  func names(_ certificate: Certificate) throws(CertificateFailure) -> Bool? {
    guard let value = signed[.signingCertificateV2] else { return nil }
    guard let first = try value.parts().value(0, 0x30).parts().first else { return false }
    var parts = try first.parts()[...]
    var algorithm = DigestAlgorithm.sha256
    if let head = parts.first, head.tag == 0x30 {
      algorithm = try DigestAlgorithm(head)
      parts = parts.dropFirst()
    }
    return parts.first?.bytes == algorithm.digest(of: certificate.encoding[...])
  }
}
