import CCurl

/// What became of asking for a web address.
public enum AddressVerdict: Sendable, Hashable {
  /// The page is there.
  case there
  /// The server answers that it is not, with this status (RFC 9110 §15).
  case refused(status: Int)
  /// Nobody answers as HTTP has it, for a reason in the library's words.
  case silent(reason: String)
}

/// Asks whether web addresses lead anywhere, over HTTP and HTTPS, with libcurl.
///
/// One thread uses a probe at a time.
@safe
public final class AddressProbe {
  /// The library's own preparation, which may be done only once and while no other thread runs it.
  private static let isPrepared = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  private let handle: UnsafeMutableRawPointer

  /// Prepares to ask; `patience` is how many seconds an answer may take.
  ///
  /// Nothing when the library cannot be prepared.
  public init?(patience: Int = 15) {
    guard AddressProbe.isPrepared, let handle = unsafe curl_easy_init() else { return nil }
    unsafe self.handle = unsafe handle
    set(CURLOPT_USERAGENT, "mingce (link check)")
    set(CURLOPT_PROTOCOLS_STR, "http,https")
    set(CURLOPT_REDIR_PROTOCOLS_STR, "http,https")
    set(CURLOPT_FOLLOWLOCATION, 1)
    set(CURLOPT_MAXREDIRS, 5)
    set(CURLOPT_TIMEOUT, patience)
    set(CURLOPT_CONNECTTIMEOUT, patience)
    // Signals belong to the program.
    set(CURLOPT_NOSIGNAL, 1)
    _ = unsafe mingce_curl_drop_content(handle)
  }

  deinit { unsafe curl_easy_cleanup(handle) }

  /// Returns what becomes of asking for `address`.
  public func verdict(on address: String) -> AddressVerdict {
    let head = ask(address, headOnly: true)
    // Some servers answer only those who want the page itself.
    guard case .refused = head else { return head }
    return ask(address, headOnly: false)
  }

  private func ask(_ address: String, headOnly: Bool) -> AddressVerdict {
    set(CURLOPT_URL, address)
    set(CURLOPT_HTTPGET, 1)
    set(CURLOPT_NOBODY, headOnly ? 1 : 0)
    let outcome = unsafe curl_easy_perform(handle)
    guard outcome == CURLE_OK else {
      return .silent(reason: unsafe String(cString: curl_easy_strerror(outcome)))
    }
    let status = unsafe mingce_curl_status(handle)
    return (200..<400).contains(status) ? .there : .refused(status: status)
  }

  private func set(_ option: CURLoption, _ value: String) {
    let done = unsafe mingce_curl_set_text(handle, option, value)
    precondition(done == CURLE_OK, "the library knows the option")
  }

  private func set(_ option: CURLoption, _ value: Int) {
    let done = unsafe mingce_curl_set_number(handle, option, value)
    precondition(done == CURLE_OK, "the library knows the option")
  }
}
