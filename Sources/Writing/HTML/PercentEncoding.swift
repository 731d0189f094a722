/// Returns `reference` as a URI reference: bytes outside ASCII, spaces and controls in `%XX` form (RFC 3987 § 3.1).
///
/// What is percent-encoded already stays as it is.
func percentEncoded(_ reference: String) -> String {
  guard reference.utf8.contains(where: { !$0.mayStandInReference }) else { return reference }
  var result = ""
  for byte in reference.utf8 {
    if byte.mayStandInReference {
      result.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      let digits = String(byte, radix: 16, uppercase: true)
      result += digits.count < 2 ? "%0\(digits)" : "%\(digits)"
    }
  }
  return result
}

extension UInt8 {
  /// Whether RFC 3986 § 2 lets the byte stand in a reference.
  fileprivate var mayStandInReference: Bool {
    isLetterOrDigit || "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(self)
  }
}
