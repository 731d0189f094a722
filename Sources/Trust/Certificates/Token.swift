import CCrypto

/// A token that keeps its keys to itself, such as a USB key, spoken to through PKCS #11.
///
/// OpenSSL's engine does the speaking: Debian 12 has no provider for it.
@safe
final class Token {
  private let engine: OpaquePointer

  /// Opens the token whose driver is the library at `module`.
  init(module: String, pin: String) throws(CertificateFailure) {
    ENGINE_load_builtin_engines()
    guard let engine = unsafe ENGINE_by_id("pkcs11") else {
      ERR_clear_error()
      throw .token(reason: "没有安装 libengine-pkcs11-openssl")
    }
    guard unsafe ENGINE_ctrl_cmd_string(engine, "MODULE_PATH", module, 0) == 1,
      // By command and not in the address of the key, which reaches messages.
      unsafe ENGINE_ctrl_cmd_string(engine, "PIN", pin, 0) == 1,
      // The engine would tell the console of what it does not find.
      unsafe ENGINE_ctrl_cmd_string(engine, "QUIET", nil, 0) == 1,
      unsafe ENGINE_init(engine) == 1
    else {
      unsafe ENGINE_free(engine)
      ERR_clear_error()
      throw .token(reason: "驱动程序不能用")
    }
    unsafe self.engine = engine
  }

  deinit {
    unsafe ENGINE_finish(engine)
    unsafe ENGINE_free(engine)
  }

  /// Returns the private key at the PKCS #11 address `uri` (RFC 7512).
  func key(at uri: String) throws(CertificateFailure) -> OpaquePointer {
    guard let key = unsafe ENGINE_load_private_key(engine, uri, nil, nil) else {
      // The engine tells a wrong PIN, a missing key and a driver that does not load by one and the same code.
      ERR_clear_error()
      throw .token(reason: "驱动、口令不对，或者没有这个密钥")
    }
    return unsafe key
  }
}

extension SigningKey {
  /// Opens the key at `uri` (RFC 7512) of a token; `certificates` are the key's own and those behind it.
  public convenience init(
    token module: String,
    uri: String,
    pin: String,
    certificates: [Certificate]
  ) throws(CertificateFailure) {
    guard let own = certificates.first else { throw .noKey }
    let token = try Token(module: module, pin: pin)
    let key = try unsafe token.key(at: uri)
    try unsafe self.init(
      taking: key,
      of: own,
      chain: Array(certificates.dropFirst()),
      token: token
    )
  }
}
