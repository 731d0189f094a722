import Certificates
import PDFFiles

/// The judgement of one signature in the making.
struct SignatureJudgement {
  private(set) var found: FoundSignature
  private let bytes: [UInt8]
  /// When the signature was there at the latest: now, or when a later stamp saw it.
  private let seen: Int
  var verdict: SignatureVerdict

  init(_ found: FoundSignature, of bytes: [UInt8], at seen: Int) {
    self.found = found
    self.bytes = bytes
    self.seen = seen
    verdict = SignatureVerdict(
      field: found.field,
      label: found.label,
      integrity: .malformed,
      coverage: found.coverage(of: bytes),
      trust: .notAsked
    )
    verdict.isTimeStamp = found.isTimeStamp
    verdict.isCertification = found.lock.isCertification
    verdict.claimedTime = found.entries["/M"]?.string.map(pdfText)
  }

  /// Judges all but what changed behind it.
  mutating func judge(with known: inout KnownFacts, isArchived: Bool) {
    let message: SignedMessage
    do throws(CertificateFailure) {
      message = try SignedMessage(found.contents)
    } catch {
      verdict.integrity = error == .unsupportedAlgorithm ? .weak : .malformed
      return
    }
    let signer = message.signer
    verdict.signer = SignerFacts(
      subject: signer.subject,
      issuer: signer.issuer,
      serial: signer.serial
    )
    guard verdict.coverage != .partial else { return }
    if found.isTimeStamp {
      judgeTimeStamp(message, with: &known)
    } else {
      judgeSignature(message, with: &known, isArchived: isArchived)
    }
  }

  // MARK: Time stamps of the file

  private mutating func judgeTimeStamp(_ message: SignedMessage, with known: inout KnownFacts) {
    let (first, second) = found.signedPieces(of: bytes)
    guard let stamp = try? TimeStamp(found.contents) else { return }
    verdict.integrity = stamp.stamps(first, second) ? .intact : .changed
    let (trust, path) = trustedStamper(stamp, with: &known)
    verdict.trust = trust
    if known.hasStray(stamp.message, path, at: seen) { verdict.integrity = .malformed }
    verdict.revocation = known.revocation(along: path, at: seen)
    if verdict.integrity == .intact { verdict.provenTime = stamp.moment }
  }

  private func trustedStamper(
    _ stamp: TimeStamp,
    with known: inout KnownFacts
  ) -> (trust: Trust, path: [Certificate]) {
    let message = stamp.message
    guard message.signer.isForTimeStamps else { return (.wrongPurpose, []) }
    return known.trust(in: message.signer, through: message.certificates, at: seen)
  }

  // MARK: Signatures

  private mutating func judgeSignature(
    _ message: SignedMessage,
    with known: inout KnownFacts,
    isArchived: Bool
  ) {
    let (first, second) = found.signedPieces(of: bytes)
    verdict.integrity =
      !message.isIntact || message.content != nil || message.contentType != .data
      ? .forged
      : message.messageDigest == message.digest.digest(of: first, second) ? .intact : .changed
    let stampPath = judgeStamp(of: message, with: &known)
    let time = verdict.provenTime ?? seen
    let (trust, path) = known.trust(in: message.signer, through: message.certificates, at: time)
    verdict.trust = message.signer.isForSignatures ? trust : .wrongPurpose
    if known.hasStray(message, path, at: time) { verdict.integrity = .malformed }
    verdict.revocation = known.revocation(along: path, at: time)
    judgeLevel(message, path, stampPath, known, isArchived: isArchived)
  }

  /// Judges the time stamp of the signature itself, and returns the path of its certificate.
  private mutating func judgeStamp(
    of message: SignedMessage,
    with known: inout KnownFacts
  ) -> [Certificate] {
    guard let token = message.timeStamp else { return [] }
    guard let stamp = try? TimeStamp(token), stamp.stamps(message.signature[...]) else {
      verdict.timeStampProblem = .broken
      return []
    }
    let (trust, path) = trustedStamper(stamp, with: &known)
    guard !known.hasStray(stamp.message, path, at: seen) else {
      verdict.timeStampProblem = .broken
      return []
    }
    guard trust.isTrusted else {
      // Without roots nobody is trusted, which the verdict on the signer tells already.
      if trust != .notAsked { verdict.timeStampProblem = .untrusted(trust) }
      return []
    }
    if case .revoked = known.revocation(along: path, at: seen) {
      verdict.timeStampProblem = .revoked
      return []
    }
    verdict.provenTime = stamp.moment
    return path
  }

  /// Judges how long the signature can be proved (ETSI EN 319 142-1 §6).
  private mutating func judgeLevel(
    _ message: SignedMessage,
    _ path: [Certificate],
    _ stampPath: [Certificate],
    _ known: KnownFacts,
    isArchived: Bool
  ) {
    guard verdict.integrity == .intact, found.isPAdES, message.namesCertificate,
      !message.hasSigningTime, verdict.claimedTime != nil
    else { return }
    verdict.level = .basic
    guard let time = verdict.provenTime, !stampPath.isEmpty else { return }
    verdict.level = .timeStamped
    guard known.isProved(path, at: time), known.isProved(stampPath, at: seen) else { return }
    verdict.level = isArchived ? .archival : .longTerm
  }
}
