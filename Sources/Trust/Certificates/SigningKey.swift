import CCrypto

/// A private key with its certificate; only it can sign, and it shows nothing of itself.
@safe
public final class SigningKey {
  private let key: OpaquePointer
  private let kind: Int32
  /// The certificate of the key.
  public let certificate: Certificate
  /// Certificates that lead from it towards a root.
  public let chain: [Certificate]
  /// Keeps a token's driver until the key is gone.
  private let token: Token?

  /// Takes over a private key of OpenSSL, which has to belong to `certificate`.
  init(
    taking key: OpaquePointer,
    of certificate: Certificate,
    chain: [Certificate],
    token: Token? = nil
  ) throws(CertificateFailure) {
    unsafe self.key = key
    kind = unsafe EVP_PKEY_get_base_id(key)
    self.certificate = certificate
    self.chain = chain
    self.token = token
    guard unsafe kind == EVP_PKEY_EC || kind == EVP_PKEY_RSA && EVP_PKEY_get_bits(key) >= 2048
    else { throw .unsuitableKey }
    let own = unsafe X509_get0_pubkey(certificate.handle)
    guard unsafe EVP_PKEY_eq(own, key) == 1 else { throw .noKey }
  }

  deinit { unsafe EVP_PKEY_free(key) }

  /// The AlgorithmIdentifier of its signatures, which are made with SHA-256 (RFC 5754 §3).
  public var algorithm: [UInt8] {
    kind == EVP_PKEY_EC
      ? DER.sequence(DER.identifier(.ecdsaSHA256))
      : DER.sequence(DER.identifier(.rsaSHA256), DER.null)
  }

  /// Signs `message`.
  public func sign(_ message: [UInt8]) throws(CertificateFailure) -> [UInt8] {
    guard let context = unsafe EVP_MD_CTX_new() else { preconditionFailure("out of memory") }
    defer { unsafe EVP_MD_CTX_free(context) }
    var count = 0
    guard unsafe EVP_DigestSignInit(context, nil, EVP_sha256(), nil, key) == 1,
      unsafe EVP_DigestSign(context, nil, &count, message, message.count) == 1
    else { throw .refused }
    var signature = [UInt8](repeating: 0, count: count)
    guard unsafe EVP_DigestSign(context, &signature, &count, message, message.count) == 1 else {
      throw .refused
    }
    return Array(signature.prefix(count))
  }
}
