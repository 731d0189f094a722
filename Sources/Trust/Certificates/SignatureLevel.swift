/// How long a signature can be proved (ETSI EN 319 142-1 §6).
public enum SignatureLevel: String, Sendable, Hashable, CaseIterable, Comparable {
  /// As long as the certificate lives.
  case basic = "B-B"
  /// Also afterwards, as long as the stamp's certificate lives: someone else says when it was signed.
  case timeStamped = "B-T"
  /// Also without the issuers' services: what they say is in the file.
  case longTerm = "B-LT"
  /// For as long as the file is stamped anew in time.
  case archival = "B-LTA"

  /// Whether the first level proves less than the second.
  public static func < (first: SignatureLevel, second: SignatureLevel) -> Bool {
    allCases.firstIndex(of: first) ?? 0 < allCases.firstIndex(of: second) ?? 0
  }
}
