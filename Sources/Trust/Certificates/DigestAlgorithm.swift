import CCrypto

/// A way to make digests that can still be relied on (ETSI TS 119 312).
public enum DigestAlgorithm: Sendable, Hashable {
  /// SHA-2 with 256 bits.
  case sha256
  /// SHA-2 with 384 bits.
  case sha384
  /// SHA-2 with 512 bits.
  case sha512

  /// Takes the algorithm that an AlgorithmIdentifier names; SHA-1 and weaker ones throw.
  public init(_ value: DERValue) throws(CertificateFailure) {
    let parts = try value.parts()
    try requirePlainParameters(parts)
    switch parts.first?.identifier {
    case .sha256: self = .sha256
    case .sha384: self = .sha384
    case .sha512: self = .sha512
    default: throw .unsupportedAlgorithm
    }
  }

  /// Its AlgorithmIdentifier.
  public var encoding: [UInt8] { DER.sequence(DER.identifier(identifier)) }

  private var identifier: ObjectIdentifier {
    switch self {
    case .sha256: .sha256
    case .sha384: .sha384
    case .sha512: .sha512
    }
  }

  /// OpenSSL's name of it.
  var name: String {
    switch self {
    case .sha256: "SHA256"
    case .sha384: "SHA384"
    case .sha512: "SHA512"
    }
  }

  /// The number of bytes of a digest.
  public var byteCount: Int {
    switch self {
    case .sha256: 32
    case .sha384: 48
    case .sha512: 64
    }
  }

  /// Returns the digest of `pieces`, one after another.
  public func digest(of pieces: ArraySlice<UInt8>...) -> [UInt8] {
    guard let context = unsafe EVP_MD_CTX_new() else { preconditionFailure("out of memory") }
    defer { unsafe EVP_MD_CTX_free(context) }
    let begun = unsafe EVP_DigestInit_ex(context, EVP_get_digestbyname(name), nil)
    precondition(begun == 1, "the crypto library has SHA-2")
    for piece in pieces {
      unsafe piece.withUnsafeBytes { bytes in
        _ = unsafe EVP_DigestUpdate(context, bytes.baseAddress, bytes.count)
      }
    }
    var digest = [UInt8](repeating: 0, count: byteCount)
    let ended = unsafe EVP_DigestFinal_ex(context, &digest, nil)
    precondition(ended == 1, "a digest ends")
    return digest
  }
}

/// Refuses an AlgorithmIdentifier whose parameters are neither absent nor NULL: no algorithm here has others.
func requirePlainParameters(_ parts: [DERValue]) throws(CertificateFailure) {
  guard parts.count == 1 || parts.count == 2 && parts[1].encoding == DER.null else {
    throw .malformed
  }
}
