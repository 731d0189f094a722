/// A signed message (CMS SignedData, RFC 5652 §5) with one signer, as PAdES and time stamps have it.
public struct SignedMessage {
  /// What is inside, which signatures of documents leave out.
  public let content: [UInt8]?
  /// What kind of content it is.
  public let contentType: ObjectIdentifier?
  /// All certificates that came along.
  public let certificates: [Certificate]
  /// The certificate of the signer.
  public let signer: Certificate
  /// The signature's value, which a time stamp stamps.
  public let signature: [UInt8]
  /// The digest of the content that was signed.
  public let messageDigest: [UInt8]
  /// How the content was digested.
  public let digest: DigestAlgorithm
  /// Whether the signer's key signed exactly these attributes.
  public let isIntact: Bool
  /// Whether the signed attributes name the signer's certificate (ESS signing-certificate-v2, RFC 5035 §3).
  public let namesCertificate: Bool
  /// Whether the signed attributes hold a time of the signer's own clock.
  public let hasSigningTime: Bool
  /// The time stamp of the signature, still to be read.
  public let timeStamp: [UInt8]?

  /// Reads a message in DER; zeros behind it, with which files fill the place up, are left out.
  ///
  /// - Throws: `malformed`, or `unsupportedAlgorithm` where a weak or unknown one was used.
  public init(_ bytes: [UInt8]) throws(CertificateFailure) {
    var rest = bytes[...]
    let message = try DERValue(from: &rest).parts(of: 0x30)
    // Nobody signs what is around the signed attributes, so all of it may say one thing only: a length that takes in some
    // of the zeros, for one, would make them values.
    guard rest.allSatisfy({ $0 == 0 }), message.first?.identifier == .signedData,
      message.count == 2, try message.value(1, 0xA0).parts().count == 1
    else { throw .malformed }
    // version, digestAlgorithms, encapContentInfo, certificates?, crls?, signerInfos
    let parts = try message.value(1, 0xA0).parts().value(0, 0x30).parts()
    let inner = try parts.value(2, 0x30).parts()
    contentType = inner.first?.identifier
    // RFC 5652 §5.1: the version follows from the content.
    guard parts.first?.smallInteger == (contentType == .data ? 1 : 3) else { throw .malformed }
    content = inner.count > 1 ? try inner.value(1, 0xA0).parts().value(0, 0x04).bytes : nil
    var certificates: [Certificate] = []
    for set in parts.dropFirst(3) where set.tag == 0xA0 {
      for value in try set.parts() { certificates.append(try Certificate(value.encoding)) }
    }
    self.certificates = certificates
    guard let last = parts.last else { throw .malformed }
    let signers = try last.parts(of: 0x31)
    guard signers.count == 1 else { throw .malformed }
    let info = try SignerInfo(signers[0])
    guard try parts.value(1, 0x31).parts().map(\.encoding) == [info.digestEncoding] else {
      throw .malformed
    }
    guard let signer = certificates.first(where: { $0.issuerAndSerial == info.issuerAndSerial })
    else { throw .malformed }
    self.signer = signer
    digest = info.digest
    signature = info.signature
    messageDigest = try info.messageDigest()
    hasSigningTime = info.signed[.signingTime] != nil
    let names = try info.names(signer)
    namesCertificate = names == true
    timeStamp = info.unsigned[.timeStampToken]?.encoding
    let isSigned = try signer.verifies(
      info.signature,
      of: info.signedBytes,
      digest: info.digest,
      algorithm: info.algorithm
    )
    isIntact = isSigned && info.hasContentType(contentType) && names != false
  }
}

extension DERValue {
  /// What it holds, as an array of its own.
  public var bytes: [UInt8] { Array(content) }
  /// The whole value, as an array of its own.
  public var encoding: [UInt8] { Array(whole) }
}
