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
  private let probe: OpaquePointer

  /// Prepares to ask; `patience` is how many seconds an answer may take.
  ///
  /// Nothing when the library is not installed.
  public init?(patience: Int = 15) {
    guard let probe = unsafe mingce_probe_make(patience) else { return nil }
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
    guard status != 0 else {
      return .silent(reason: unsafe String(cString: mingce_probe_reason(probe)))
    }
    return (200..<400).contains(status) ? .there : .refused(status: status)
  }
}
