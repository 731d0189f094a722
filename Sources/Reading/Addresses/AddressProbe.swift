import CCurl

/// What became of asking for a web address.
public enum AddressVerdict: Sendable, Hashable {
  /// The page is there.
  case there
  /// The server answers that it is not, with this status (RFC 9110 §15).
  case refused(status: Int)
  /// The server cannot show that it is the one it should be.
  case distrusted(CertificateFault)
  /// Nobody answers as HTTP has it.
  case silent(reason: String)
}

/// Asks whether web addresses lead anywhere, over HTTP and HTTPS, with libcurl.
///
/// One thread uses a probe at a time.
@safe
public final class AddressProbe {
  private let probe: OpaquePointer

  /// Prepares to ask; `patience` is how many seconds an answer may take, `roots` the path of the certificates to trust
  /// instead of the system's (PEM).
  ///
  /// Nothing when the library is not installed.
  public init?(patience: Int = 15, roots: String? = nil) {
    guard let probe = unsafe mingce_probe_make(patience, roots) else { return nil }
    unsafe self.probe = unsafe probe
  }

  deinit { unsafe mingce_probe_free(probe) }

  /// Returns what becomes of asking for `address`.
  public func verdict(on address: String) -> AddressVerdict {
    let head = ask(address, headOnly: true)
    // Some servers answer only those who want the page itself.
    guard case .refused = head else { return head }
    return ask(address, headOnly: false)
  }

  private func ask(_ address: String, headOnly: Bool) -> AddressVerdict {
    let status = unsafe mingce_probe_ask(probe, address, headOnly ? 1 : 0)
    guard status != 0 else { return failure }
    return (200..<400).contains(status) ? .there : .refused(status: status)
  }

  /// How the last question ended that got no answer.
  private var failure: AddressVerdict {
    let outcome = unsafe mingce_probe_outcome(probe)
    if outcome == failedVerification {
      return .distrusted(CertificateFault(code: unsafe mingce_probe_verification(probe)))
    }
    if let reason = reasons[outcome] { return .silent(reason: reason) }
    return .silent(reason: unsafe String(cString: mingce_probe_reason(probe)))
  }
}

/// How curl/curl.h numbers that the server's certificate does not hold (CURLE_PEER_FAILED_VERIFICATION).
private let failedVerification: Int32 = 60

/// The more common of curl's outcomes in the operator's words, by their numbers in curl/curl.h.
private let reasons: [Int32: String] = [
  1: "只能检查http和https的网址", 3: "网址写错了", 5: "找不到代理服务器", 6: "找不到这个域名", 7: "连接不上",
  28: "等了很久没有回答", 35: "建立不了加密连接", 47: "转来转去没有到头", 52: "对方什么也没有回答", 56: "连接中断",
  77: "读不了根证书文件",
]
