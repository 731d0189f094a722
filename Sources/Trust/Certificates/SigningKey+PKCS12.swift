import CCrypto

extension SigningKey {
  /// Opens a key file (PKCS #12, RFC 7292).
  public convenience init(
    pkcs12 file: [UInt8],
    password: String
  ) throws(CertificateFailure) {
    let box = unsafe decoded(file) { unsafe d2i_PKCS12(nil, $0, $1) }
    guard let box = unsafe box else { throw .malformed }
    defer {
      unsafe PKCS12_free(box)
      ERR_clear_error()
    }
    guard unsafe PKCS12_verify_mac(box, password, -1) == 1 else { throw .wrongPassword }
    // Files of older programs are locked with RC2-40, which OpenSSL 3 keeps apart.
    guard LegacyCiphers.areLoaded else { throw .unsupportedAlgorithm }
    var key, certificate, others: OpaquePointer?
    guard unsafe PKCS12_parse(box, password, &key, &certificate, &others) == 1 else {
      throw .unsupportedAlgorithm
    }
    defer { unsafe mc_sk_X509_free(others) }
    guard let key = unsafe key, let certificate = unsafe certificate else { throw .noKey }
    try unsafe self.init(
      taking: key,
      of: Certificate(taking: certificate),
      chain: certificates(of: others)
    )
  }
}

/// The ciphers of old key files.
private enum LegacyCiphers {
  static let areLoaded: Bool = {
    // A library without them still opens all newer files; a provider named first would keep the default one away.
    _ = unsafe OSSL_PROVIDER_try_load(nil, "legacy", 1)
    ERR_clear_error()
    return unsafe OSSL_PROVIDER_load(nil, "default") != nil
  }()
}
