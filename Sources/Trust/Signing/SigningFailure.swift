public import Certificates
public import Diagnostics
public import PDF
public import PDFFiles

/// Why a file could not be signed.
public enum SigningFailure: Error {
  /// Could not use the key or a service.
  case key(CertificateFailure)
  /// Could not read the file that is to be signed.
  case file(PDFFileFailure)
  /// Could not write the revision.
  case writing(PDFFailure)
  /// Could not sign because the file is locked with a password, and would be another one without it.
  case encrypted
  /// Could not sign because that place is signed already.
  case signedAlready(field: String)
  /// Could not sign because those who signed before left no place, and one that is added would break their signatures.
  case noPlace(field: String)
  /// Could not seal because no page has a place for it.
  case noSealPlace
  /// Could not sign because what was signed before allows no further signature.
  case locked
  /// Could not put the signature into the room that was left for it.
  case noRoom(needed: Int, room: Int)
  /// Could not reach long-term validity because of this certificate nothing is known.
  case noRevocation(subject: String)
  /// Could not renew the time stamp because the file has none.
  case noTimeStamp
}

extension SigningFailure: Worded {
  /// The reason as a Chinese sentence without a full stop.
  public var message: Message {
    switch self {
    case .key(let failure): "\(failure)"
    case .file(.unreadable): "不是完好的 PDF 文件"
    case .file: "PDF 里的数据无法解开"
    case .writing(let failure): "\(failure)"
    case .encrypted: "文件加了密，不能签名；请换成没有加密的文件"
    case .signedAlready(let field): "签名处 \(field) 已经签过"
    case .noPlace(let field): "文件签过以后不能再加签名处，里面没有留 \(field) 的签名处；请用没有签过的文件重新签"
    case .noSealPlace: "文件里没有留盖章的位置（表单的 {{盖章:employer}}），不能盖章"
    case .locked: "前面的签名不允许再签"
    case .noRoom(let needed, let room): "签名有 \(needed) 字节，文件里只留了 \(room) 字节"
    case .noRevocation(let subject): "查不到证书“\(subject)”是否吊销，不能做成长期有效的签名"
    case .noTimeStamp: "文件里没有时间戳，没有可以续期的"
    }
  }
}
