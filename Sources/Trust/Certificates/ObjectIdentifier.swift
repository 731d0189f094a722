/// What a signature names by number; the raw value is the dotted form.
public enum ObjectIdentifier: String, Sendable, CaseIterable {
  /// Plain content of a signed message (RFC 5652 §4).
  case data = "1.2.840.113549.1.7.1"
  /// A signed message (RFC 5652 §5).
  case signedData = "1.2.840.113549.1.7.2"
  /// The attribute that says what was signed (RFC 5652 §11.1).
  case contentType = "1.2.840.113549.1.9.3"
  /// The attribute with the digest of what was signed (RFC 5652 §11.2).
  case messageDigest = "1.2.840.113549.1.9.4"
  /// The attribute with the signer's clock, which PAdES forbids (RFC 5652 §11.3).
  case signingTime = "1.2.840.113549.1.9.5"
  /// The attribute that names the signer's certificate (RFC 5035 §3).
  case signingCertificateV2 = "1.2.840.113549.1.9.16.2.47"
  /// The unsigned attribute with a time stamp of the signature (RFC 3161 appendix A).
  case timeStampToken = "1.2.840.113549.1.9.16.2.14"
  /// What a time stamp signs (RFC 3161 §2.4.2).
  case timeStampInfo = "1.2.840.113549.1.9.16.1.4"
  /// SHA-256 (RFC 5754 §2).
  case sha256 = "2.16.840.1.101.3.4.2.1"
  /// SHA-384.
  case sha384 = "2.16.840.1.101.3.4.2.2"
  /// SHA-512.
  case sha512 = "2.16.840.1.101.3.4.2.3"
  /// SHA-1, which proves nothing any more.
  case sha1 = "1.3.14.3.2.26"
  /// RSA without a digest of its own (RFC 3370 §3.2).
  case rsa = "1.2.840.113549.1.1.1"
  /// RSA with SHA-256 (RFC 5754 §3.2).
  case rsaSHA256 = "1.2.840.113549.1.1.11"
  /// RSA with SHA-384.
  case rsaSHA384 = "1.2.840.113549.1.1.12"
  /// RSA with SHA-512.
  case rsaSHA512 = "1.2.840.113549.1.1.13"
  /// ECDSA with SHA-256 (RFC 5754 §3.3).
  case ecdsaSHA256 = "1.2.840.10045.4.3.2"
  /// ECDSA with SHA-384.
  case ecdsaSHA384 = "1.2.840.10045.4.3.3"
  /// ECDSA with SHA-512.
  case ecdsaSHA512 = "1.2.840.10045.4.3.4"

  /// The content of its encoding (X.690 §8.19).
  public var encoding: [UInt8] {
    let arcs = rawValue.split(separator: ".").compactMap { UInt64($0) }
    return [UInt8(arcs[0] * 40 + arcs[1])] + arcs.dropFirst(2).flatMap(ObjectIdentifier.base128)
  }

  private static let byEncoding = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.encoding, $0) }
  )

  /// The identifier with this encoding, if it is one that signatures of ours need.
  public init?(encoding: [UInt8]) {
    guard let known = ObjectIdentifier.byEncoding[encoding] else { return nil }
    self = known
  }

  private static func base128(_ arc: UInt64) -> [UInt8] {
    var bytes = [UInt8(arc & 0x7F)]
    var rest = arc >> 7
    while rest > 0 {
      bytes.insert(UInt8(rest & 0x7F) | 0x80, at: 0)
      rest >>= 7
    }
    return bytes
  }
}
