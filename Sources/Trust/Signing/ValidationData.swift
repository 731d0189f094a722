import Certificates

/// What proves a signature when its services are gone: certificates, and what their issuers said of them.
struct ValidationData {
  private(set) var certificates: [[UInt8]] = []
  private(set) var evidence = RevocationEvidence()

  /// Gathers what proves a signature of `certificate` towards one of `roots`.
  ///
  /// - Throws: `noRevocation` when the issuer of a certificate on the path, but for the root, has nothing to say of it.
  mutating func gather(
    _ certificate: Certificate,
    others: [Certificate],
    roots: [Certificate],
    at moment: Int,
    over web: WebExchange
  ) throws(SigningFailure) {
    let ends = roots + others.filter(\.isSelfIssued)
    guard
      case .trusted(let path) = followChain(of: certificate, through: others, to: ends, at: moment)
    else { throw .noRevocation(subject: certificate.subject) }
    for step in path where !certificates.contains(step.encoding) {
      certificates.append(step.encoding)
    }
    let found = fetchRevocation(of: path, over: web)
    for (step, issuer) in zip(path, path.dropFirst()) {
      guard found.verdict(on: step, of: issuer, at: moment) != .unknown else {
        throw .noRevocation(subject: step.subject)
      }
    }
    evidence.add(found)
  }
}
