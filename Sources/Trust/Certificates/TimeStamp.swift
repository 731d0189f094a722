/// A time stamp (RFC 3161): somebody's word that a digest was there at a moment.
public struct TimeStamp {
  /// The moment in seconds since 1970.
  public let moment: Int
  /// The digest that was stamped.
  public let imprint: [UInt8]
  /// How it was made.
  public let digest: DigestAlgorithm
  /// The signed message itself.
  public let message: SignedMessage

  /// Reads a token.
  public init(_ token: [UInt8]) throws(CertificateFailure) {
    message = try SignedMessage(token)
    guard message.contentType == .timeStampInfo, let content = message.content else {
      throw .malformed
    }
    // version, policy, messageImprint, serialNumber, genTime, …
    let info = try DERValue(content).parts(of: 0x30)
    let imprint = try info.value(2, 0x30).parts()
    digest = try DigestAlgorithm(imprint.value(0, 0x30))
    self.imprint = try imprint.value(1, 0x04).bytes
    guard let moment = generalizedTime(try info.value(4, 0x18).bytes) else { throw .malformed }
    self.moment = moment
  }

  /// Whether the token says this of `bytes`, and its signer's key signed that.
  public func stamps(_ bytes: ArraySlice<UInt8>...) -> Bool {
    let made =
      bytes.count == 1 ? digest.digest(of: bytes[0]) : digest.digest(of: bytes[0], bytes[1])
    guard let content = message.content else { return false }
    return message.isIntact && imprint == made
      && message.messageDigest == message.digest.digest(of: content[...])
  }
}

/// Reads a moment of universal time, `YYYYMMDDhhmmss[.f…]Z`, in seconds since 1970 (X.690 §11.7).
private func generalizedTime(_ bytes: [UInt8]) -> Int? {
  let digits = bytes.prefix(14)
  guard digits.count == 14, digits.allSatisfy({ (0x30...0x39).contains($0) }),
    bytes.last == UInt8(ascii: "Z"),
    bytes.dropFirst(14).first ?? 0x5A == 0x5A
      || bytes[14] == UInt8(ascii: ".")
  else { return nil }
  func number(_ range: Range<Int>) -> Int { bytes[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
  return Moment.seconds(
    year: number(0..<4),
    month: number(4..<6),
    day: number(6..<8),
    hour: number(8..<10),
    minute: number(10..<12),
    second: number(12..<14)
  )
}
