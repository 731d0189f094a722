import CCrypto

/// What is known of whether a certificate was called back.
public enum RevocationVerdict: Sendable, Hashable {
  /// Its issuer says that it is good, as of the moment.
  case good
  /// Its issuer called it back at a moment, in seconds since 1970.
  case revoked(at: Int)
  /// Nothing that can be relied on says anything.
  case unknown
}

/// What issuers say of their certificates: answers of OCSP (RFC 6960) and lists (RFC 5280 §5), as they came.
public struct RevocationEvidence: Sendable, Hashable {
  /// Answers of OCSP.
  public var answers: [[UInt8]]
  /// Lists of revoked certificates.
  public var lists: [[UInt8]]

  /// Creates evidence.
  public init(answers: [[UInt8]] = [], lists: [[UInt8]] = []) {
    self.answers = answers
    self.lists = lists
  }

  /// Adds the evidence of `other`.
  public mutating func add(_ other: RevocationEvidence) {
    answers += other.answers.filter { !answers.contains($0) }
    lists += other.lists.filter { !lists.contains($0) }
  }

  /// Judges whether `certificate`, which `issuer` signed, was called back at or before `moment`.
  public func verdict(
    on certificate: Certificate,
    of issuer: Certificate,
    at moment: Int
  ) -> RevocationVerdict {
    defer { ERR_clear_error() }
    var verdict = RevocationVerdict.unknown
    for case let told? in answers.map({ OCSPAnswer($0)?.status(of: certificate, issuer) })
      + lists.map({ RevocationList($0)?.status(of: certificate, issuer) })
    {
      if case .revoked(let time) = told, time <= moment { return told }
      verdict = .good
    }
    return verdict
  }
}

/// An answer of OCSP.
@safe
private final class OCSPAnswer {
  private let basic: OpaquePointer

  init?(_ bytes: [UInt8]) {
    let response = unsafe decoded(bytes) { unsafe d2i_OCSP_RESPONSE(nil, $0, $1) }
    guard let response = unsafe response else { return nil }
    defer { unsafe OCSP_RESPONSE_free(response) }
    guard unsafe OCSP_response_status(response) == OCSP_RESPONSE_STATUS_SUCCESSFUL,
      let basic = unsafe OCSP_response_get1_basic(response)
    else { return nil }
    unsafe self.basic = basic
  }

  deinit { unsafe OCSP_BASICRESP_free(basic) }

  /// What the answer says of `certificate`, if the issuer or someone in its name signed it.
  func status(of certificate: Certificate, _ issuer: Certificate) -> RevocationVerdict? {
    guard isSigned(for: issuer),
      let name = unsafe OCSP_cert_to_id(EVP_sha1(), certificate.handle, issuer.handle)
    else { return nil }
    defer { unsafe OCSP_CERTID_free(name) }
    var (status, reason) = (Int32(0), Int32(0))
    var revoked, from, to: UnsafeMutablePointer<ASN1_TIME>?
    guard
      unsafe OCSP_resp_find_status(basic, name, &status, &reason, &revoked, &from, &to) == 1
    else { return nil }
    switch status {
    case V_OCSP_CERTSTATUS_GOOD: return .good
    case V_OCSP_CERTSTATUS_REVOKED: return .revoked(at: unsafe seconds(revoked) ?? 0)
    default: return nil
    }
  }

  /// Whether the signature is the issuer's, or that of a responder which the issuer named for it (RFC 6960 §4.2.2.2).
  private func isSigned(for issuer: Certificate) -> Bool {
    guard let trusted = unsafe mc_sk_X509_new() else { preconditionFailure("out of memory") }
    defer { unsafe mc_sk_X509_free(trusted) }
    _ = unsafe mc_sk_X509_push(trusted, issuer.handle)
    guard let producedAt = unsafe seconds(OCSP_resp_get0_produced_at(basic)) else { return false }
    let store = CertificateStore(roots: [issuer], at: producedAt)
    store.allowPartialChains()
    return unsafe OCSP_basic_verify(basic, trusted, store.handle, 0) == 1
  }
}

/// A list of revoked certificates.
@safe
private final class RevocationList {
  private let handle: OpaquePointer

  init?(_ bytes: [UInt8]) {
    let handle = unsafe decoded(bytes) { unsafe d2i_X509_CRL(nil, $0, $1) }
    guard let handle = unsafe handle else { return nil }
    unsafe self.handle = handle
  }

  deinit { unsafe X509_CRL_free(handle) }

  /// What the list says of `certificate`, if `issuer` signed it.
  func status(of certificate: Certificate, _ issuer: Certificate) -> RevocationVerdict? {
    let names = unsafe X509_NAME_cmp(
      X509_CRL_get_issuer(handle),
      X509_get_subject_name(issuer.handle)
    )
    guard names == 0, let key = unsafe X509_get0_pubkey(issuer.handle),
      unsafe X509_CRL_verify(handle, key) == 1
    else { return nil }
    var entry: OpaquePointer?
    switch unsafe X509_CRL_get0_by_cert(handle, &entry, certificate.handle) {
    case 0: return .good
    // Taken off the list again.
    case 2: return .good
    default:
      return .revoked(at: unsafe seconds(X509_REVOKED_get0_revocationDate(entry)) ?? 0)
    }
  }
}
