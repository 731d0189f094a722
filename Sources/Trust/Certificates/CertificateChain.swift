import CCrypto

/// How far a certificate can be followed to someone who is trusted.
public enum ChainVerdict {
  /// To a root; the path begins with the certificate itself and ends with the root.
  case trusted([Certificate])
  /// Not to any of the roots.
  case untrusted(reason: ChainFault)
  /// A certificate on the path was not valid at the time.
  case outOfDate
  /// A key or a signature on the path is too weak: SHA-1, RSA below 2048 bits.
  case weak
}

/// Follows `certificate` through `others` to one of `roots`, as it stood at `moment`, in seconds since 1970 (RFC 5280 §6).
public func followChain(
  of certificate: Certificate,
  through others: [Certificate],
  to roots: [Certificate],
  at moment: Int
) -> ChainVerdict {
  let store = CertificateStore(roots: roots, at: moment)
  guard let context = unsafe X509_STORE_CTX_new(), let stack = unsafe mc_sk_X509_new() else {
    preconditionFailure("out of memory")
  }
  defer {
    unsafe X509_STORE_CTX_free(context)
    unsafe mc_sk_X509_free(stack)
    ERR_clear_error()
  }
  for other in others { _ = unsafe mc_sk_X509_push(stack, other.handle) }
  guard unsafe X509_STORE_CTX_init(context, store.handle, certificate.handle, stack) == 1 else {
    preconditionFailure("out of memory")
  }
  if unsafe X509_verify_cert(context) == 1 {
    return .trusted(unsafe certificates(of: X509_STORE_CTX_get0_chain(context)))
  }
  switch unsafe X509_STORE_CTX_get_error(context) {
  case X509_V_ERR_CERT_HAS_EXPIRED, X509_V_ERR_CERT_NOT_YET_VALID: return .outOfDate
  case X509_V_ERR_CA_MD_TOO_WEAK, X509_V_ERR_CA_KEY_TOO_SMALL, X509_V_ERR_EE_KEY_TOO_SMALL:
    return .weak
  case let code: return .untrusted(reason: ChainFault(code: code))
  }
}

func certificates(of stack: OpaquePointer?) -> [Certificate] {
  (0..<(unsafe mc_sk_X509_num(stack))).compactMap { index in
    guard let handle = unsafe mc_sk_X509_value(stack, index), unsafe X509_up_ref(handle) == 1 else {
      return nil
    }
    return unsafe Certificate(taking: handle)
  }
}

/// The roots that are trusted, as they stood at a moment.
@safe
final class CertificateStore {
  let handle: OpaquePointer

  init(roots: [Certificate], at moment: Int) {
    guard let store = unsafe X509_STORE_new(), let rules = unsafe X509_VERIFY_PARAM_new() else {
      preconditionFailure("out of memory")
    }
    unsafe handle = store
    for root in roots { _ = unsafe X509_STORE_add_cert(store, root.handle) }
    unsafe X509_VERIFY_PARAM_set_time(rules, moment)
    // Level 2 asks for 112 bits: no SHA-1, no RSA below 2048 (SSL_CTX_set_security_level(3)).
    unsafe X509_VERIFY_PARAM_set_auth_level(rules, 2)
    unsafe X509_VERIFY_PARAM_set_depth(rules, 10)
    _ = unsafe X509_STORE_set1_param(store, rules)
    unsafe X509_VERIFY_PARAM_free(rules)
  }

  deinit { unsafe X509_STORE_free(handle) }

  /// Takes an intermediate certificate for as good as a root.
  func allowPartialChains() {
    _ = unsafe X509_STORE_set_flags(handle, UInt(X509_V_FLAG_PARTIAL_CHAIN))
  }
}
