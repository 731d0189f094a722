public import Diagnostics

/// Why something of keys and certificates could not be done.
public enum CertificateFailure: Error, Sendable, Hashable {
  /// It is not what it should be by its encoding.
  case malformed
  /// The digest or signature algorithm is not one that can be relied on, or none that is known.
  case unsupportedAlgorithm
  /// The password does not open the key file.
  case wrongPassword
  /// The key file holds no key, or no certificate of that key.
  case noKey
  /// The key is neither RSA of at least 2048 bits nor ECDSA.
  case unsuitableKey
  /// The token cannot be used; the reason is in its driver's own words.
  case token(reason: String)
  /// The key did not sign.
  case refused
  /// The service at `address` did not answer as it should.
  case service(address: String, reason: String)
}

extension CertificateFailure: Worded {
  /// The reason as a Chinese sentence without a full stop.
  public var message: Message {
    switch self {
    case .malformed: "编码不正确"
    case .unsupportedAlgorithm: "摘要或者签名算法不可靠，或者不认识"
    case .wrongPassword: "密码不对"
    case .noKey: "里面没有私钥，或者没有与私钥配对的证书"
    case .unsuitableKey: "密钥不能用：要 RSA（至少 2048 位）或者 ECDSA"
    case .token(let reason): "密码设备不能用：\(term: reason)"
    case .refused: "密钥没有签出来"
    case .service(let address, let reason): "\(address) 没有正确应答：\(term: reason)"
    }
  }
}
