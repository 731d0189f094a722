import Certificates

/// What is known beside a signature: roots, certificates, and what issuers say of them.
struct KnownFacts {
  let roots: [Certificate]
  private(set) var certificates: [Certificate]
  /// What the file brings.
  let evidence: RevocationEvidence
  /// What issuers said when they were asked.
  private var fetched = RevocationEvidence()
  private let web: WebExchange?
  private var asked: Set<[UInt8]> = []

  init(
    roots: [Certificate],
    certificates: [Certificate],
    evidence: RevocationEvidence,
    web: WebExchange?
  ) {
    self.roots = roots
    self.certificates = certificates
    self.evidence = evidence
    self.web = web
  }

  /// Follows `certificate` to a root, as it stood at `moment`.
  func trust(
    in certificate: Certificate,
    through others: [Certificate],
    at moment: Int
  ) -> (trust: Trust, path: [Certificate]) {
    guard !roots.isEmpty else { return (.notAsked, [certificate]) }
    switch followChain(of: certificate, through: others + certificates, to: roots, at: moment) {
    case .trusted(let path): return (.trusted(root: path.last?.subject ?? ""), path)
    case .untrusted(let reason): return (.untrusted(reason: reason), [certificate])
    case .outOfDate: return (.outOfDate, [certificate])
    case .weak: return (.weak, [certificate])
    }
  }

  /// Whether certificates came along with `message` that lead to no root, though the signer's leads along `path`.
  ///
  /// Nobody signs this list: a byte that was changed in it shows only here.
  func hasStray(_ message: SignedMessage, _ path: [Certificate], at moment: Int) -> Bool {
    guard path.count > 1 else { return false }
    let known = path.map(\.encoding)
    return message.certificates.contains { certificate in
      guard !known.contains(certificate.encoding) else { return false }
      return !trust(in: certificate, through: message.certificates, at: moment).trust.isTrusted
    }
  }

  /// Judges whether a certificate of `path` was called back at `moment`; unknown where one is unknown.
  mutating func revocation(along path: [Certificate], at moment: Int) -> RevocationVerdict {
    guard path.count > 1 else { return .unknown }
    ask(about: path)
    var all = evidence
    all.add(fetched)
    return KnownFacts.verdict(along: path, at: moment, by: all)
  }

  /// Whether the file alone tells of every certificate of `path`.
  func isProved(_ path: [Certificate], at moment: Int) -> Bool {
    KnownFacts.verdict(along: path, at: moment, by: evidence) == .good
  }

  private static func verdict(
    along path: [Certificate],
    at moment: Int,
    by evidence: RevocationEvidence
  ) -> RevocationVerdict {
    var worst = RevocationVerdict.good
    for (certificate, issuer) in zip(path, path.dropFirst()) {
      switch evidence.verdict(on: certificate, of: issuer, at: moment) {
      case .good: continue
      case .revoked(let time): return .revoked(at: time)
      case .unknown: worst = .unknown
      }
    }
    return worst
  }

  private mutating func ask(about path: [Certificate]) {
    guard let web, let first = path.first, asked.insert(first.encoding).inserted else { return }
    fetched.add(fetchRevocation(of: path, over: web))
  }
}
