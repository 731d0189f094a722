import CCrypto

extension Certificate {
  /// Returns whether the key of this certificate signed `message`, as `algorithm` and `signature` of a SignerInfo say.
  ///
  /// - Throws: `unsupportedAlgorithm` for SHA-1, for anything but RSA (PKCS #1 v1.5) and ECDSA, and for RSA keys
  ///   below 2048 bits.
  public func verifies(
    _ signature: [UInt8],
    of message: [UInt8],
    digest: DigestAlgorithm,
    algorithm: DERValue
  ) throws(CertificateFailure) -> Bool {
    let (kind, own) = try Certificate.kind(of: algorithm)
    guard own == nil || own == digest else { throw .unsupportedAlgorithm }
    guard let key = unsafe X509_get0_pubkey(handle) else { throw .malformed }
    let isStrong = unsafe kind == EVP_PKEY_EC || EVP_PKEY_get_bits(key) >= 2048
    guard unsafe EVP_PKEY_get_base_id(key) == kind, isStrong else { throw .unsupportedAlgorithm }
    guard let context = unsafe EVP_MD_CTX_new() else { preconditionFailure("out of memory") }
    defer { unsafe EVP_MD_CTX_free(context) }
    let begun = unsafe EVP_DigestVerifyInit(
      context,
      nil,
      EVP_get_digestbyname(digest.name),
      nil,
      key
    )
    guard begun == 1 else { throw .unsupportedAlgorithm }
    return unsafe EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
  }

  /// The kind of key that a signature algorithm asks for, and the digest that it includes.
  private static func kind(
    of algorithm: DERValue
  ) throws(CertificateFailure) -> (key: Int32, digest: DigestAlgorithm?) {
    let parts = try algorithm.parts()
    try requirePlainParameters(parts)
    switch parts.first?.identifier {
    case .rsa: return (EVP_PKEY_RSA, nil)
    case .rsaSHA256: return (EVP_PKEY_RSA, .sha256)
    case .rsaSHA384: return (EVP_PKEY_RSA, .sha384)
    case .rsaSHA512: return (EVP_PKEY_RSA, .sha512)
    case .ecdsaSHA256: return (EVP_PKEY_EC, .sha256)
    case .ecdsaSHA384: return (EVP_PKEY_EC, .sha384)
    case .ecdsaSHA512: return (EVP_PKEY_EC, .sha512)
    default: throw .unsupportedAlgorithm
    }
  }
}
