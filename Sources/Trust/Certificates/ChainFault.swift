import CCrypto
public import Diagnostics

/// Why no path leads from a certificate to a trusted root, in words of either language.
public struct ChainFault: Sendable, Hashable, Worded {
  private let code: Int32

  /// Takes the code of `X509_STORE_CTX_get_error`.
  init(code: Int32) {
    self.code = code
  }

  /// The reason; a rare one in OpenSSL's words.
  public var message: Message {
    switch code {
    case X509_V_ERR_DEPTH_ZERO_SELF_SIGNED_CERT: "证书是自己签发的，不在根证书里"
    case X509_V_ERR_SELF_SIGNED_CERT_IN_CHAIN: "最上面的证书不在根证书里"
    case X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT, X509_V_ERR_UNABLE_TO_GET_ISSUER_CERT_LOCALLY,
      X509_V_ERR_UNABLE_TO_VERIFY_LEAF_SIGNATURE:
      "缺少签发机构的证书"
    case X509_V_ERR_CERT_SIGNATURE_FAILURE: "证书不是签发机构签的，或者被改动"
    case X509_V_ERR_INVALID_CA, X509_V_ERR_KEYUSAGE_NO_CERTSIGN: "签发它的证书不能用来签发证书"
    case X509_V_ERR_CERT_CHAIN_TOO_LONG, X509_V_ERR_PATH_LENGTH_EXCEEDED: "经过的签发机构太多"
    case X509_V_ERR_PERMITTED_VIOLATION, X509_V_ERR_EXCLUDED_VIOLATION: "名称不在签发机构可以签发的范围"
    case X509_V_ERR_UNHANDLED_CRITICAL_EXTENSION: "证书里有不认识的关键扩展"
    default: "其他原因：\(unsafe String(cString: X509_verify_cert_error_string(Int(code))))"
    }
  }
}
