/// What is wrong with the certificate of a server (RFC 5280 §6, RFC 9525 for names).
public enum CertificateFault: Sendable, Hashable {
  /// Its time is over.
  case expired
  /// Its time has not come.
  case notYetValid
  /// Nobody but the server itself answers for it.
  case selfSigned
  /// It is not known who answers for it.
  case unknownIssuer
  /// It is sound, and that of another server.
  case otherName
  /// Anything else, as openssl/x509_vfy.h numbers it.
  case other(code: Int)

  /// Takes what OpenSSL says, in the numbers of openssl/x509_vfy.h.
  ///
  /// curl compares the name first: where that is wrong, it has not asked OpenSSL yet, and says 1.
  init(code: Int) {
    self =
      switch code {
      case 0, 1, 62, 64: .otherName
      case 9: .notYetValid
      case 10: .expired
      case 18: .selfSigned
      case 2, 19, 20, 21: .unknownIssuer
      default: .other(code: code)
      }
  }
}
