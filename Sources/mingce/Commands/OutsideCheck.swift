import Addresses
import Diagnostics
import Issuing
import Site

/// Asks the servers of other sites whether the pages that guides lead to are there.
struct OutsideCheck {
  /// The file of certificates to trust instead of the system's; nothing when those are to be trusted.
  let roots: String?

  /// How many are asked at a time; most of the time is spent waiting.
  private static var askedAtOnce: Int { 8 }

  /// Returns a warning for each address of `guides` that leads nowhere.
  func complaints(about guides: [Guide]) -> [Diagnostic] {
    var links: [OutsideLink] = []
    for link in guides.flatMap(\.outsideLinks)
    where !links.contains(where: { $0.address == link.address }) { links.append(link) }
    let verdicts = madeSideBySide("links", links, workers: Self.askedAtOnce, atOnce: 1) {
      [roots] link in
      AddressProbe(roots: roots)?.verdict(on: link.address) ?? .silent(reason: "没有安装libcurl4")
    }
    return zip(links, verdicts).compactMap { link, verdict in complaint(about: link, verdict) }
  }

  private func complaint(about link: OutsideLink, _ verdict: AddressVerdict) -> Diagnostic? {
    let message: Message
    var advice: Message = "请在浏览器里核对；对方暂时有故障的，过后再查"
    switch verdict {
    case .there: return nil
    case .refused(let status): message = "网址打不开，对方回答 \(status)"
    case .silent(let reason): message = "网址打不开，\(term: reason)"
    case .distrusted(let fault):
      message = "网址不能放心打开，\(fault.words)"
      if let more = fault.advice { advice = more }
    }
    return Diagnostic(
      "guide.deadAddress",
      .warning,
      at: link.origin,
      message,
      found: "\(link.address)",
      advice: advice
    )
  }
}

extension CertificateFault {
  /// What is wrong in the operator's words.
  fileprivate var words: Message {
    switch self {
    case .expired: "网站的证书已经过期"
    case .notYetValid: "网站的证书还没有生效"
    case .selfSigned: "网站的证书是自己签发的"
    case .unknownIssuer: "不认识签发网站证书的机构"
    case .otherName: "网站的证书是发给别的域名的"
    case .other(let code): "网站的证书无效（OpenSSL代码\(code)）"
    }
  }

  /// What the person should do; nothing when that is the same as for any address.
  fileprivate var advice: Message? {
    switch self {
    case .expired, .otherName, .other: "请告诉对方；读者的浏览器也会拦下来"
    case .notYetValid: "请核对这台电脑的日期；日期不错的，告诉对方"
    case .selfSigned, .unknownIssuer: "单位自建的证书，用环境变量SSL_CERT_FILE写明它的根证书文件（PEM）再查"
    }
  }
}
