public import Certificates
import PDFFiles

/// Judges signatures: whom to trust, when, and how strictly.
public struct Verifier {
  private let roots: [Certificate]
  /// Certificates that may help to find a way to a root.
  private let others: [Certificate]
  private let moment: Int
  private let web: WebExchange?
  private let requiresRevocation: Bool

  /// Creates a judge.
  ///
  /// `moment` is now, in seconds since 1970. With `web` the issuers are asked what became of their certificates; with
  /// `requiresRevocation` a signature does not hold when nobody knows.
  public init(
    roots: [Certificate],
    others: [Certificate] = [],
    at moment: Int,
    web: WebExchange? = nil,
    requiresRevocation: Bool = false
  ) {
    self.roots = roots
    self.others = others
    self.moment = moment
    self.web = web
    self.requiresRevocation = requiresRevocation
  }

  /// The most signatures that a file may have.
  private static let mostSignatures = 100

  /// Judges the file that `bytes` are.
  public func judge(_ bytes: [UInt8]) -> FileVerdict {
    var verdict = FileVerdict(signatures: [], problem: nil, record: .none)
    do throws(PDFFileFailure) {
      let file = try PDFFile(bytes, isStrict: true)
      guard try file.trailer().entries?["/Encrypt"] == nil else {
        verdict.problem = .encrypted
        return verdict
      }
      verdict.record = try RecordComparison.verdict(on: file)
      let found = try file.signatures()
      guard !found.isEmpty else {
        verdict.problem = .unsigned
        return verdict
      }
      guard found.count <= Verifier.mostSignatures else {
        verdict.problem = .tooMany
        return verdict
      }
      verdict.signatures = judge(found, of: bytes, file, try known(in: file))
      if verdict.signatures.last?.coverage != .whole, !endsWithMarker(bytes) {
        verdict.problem = .cutOff
      }
    } catch {
      let reason = if case .unreadable(let reason) = error { reason } else { "" }
      verdict.problem = .unreadable(reason: reason)
    }
    return verdict
  }

  /// What the file itself brings to prove its signatures.
  private func known(in file: PDFFile) throws(PDFFileFailure) -> KnownFacts {
    let certificates = try file.validationStreams("/Certs").compactMap { try? Certificate($0) }
    return KnownFacts(
      roots: roots,
      certificates: certificates + others,
      evidence: RevocationEvidence(
        answers: try file.validationStreams("/OCSPs"),
        lists: try file.validationStreams("/CRLs")
      ),
      web: web
    )
  }

  /// Judges the signatures from the last to the first: a stamp proves that all before it were there.
  private func judge(
    _ found: [FoundSignature],
    of bytes: [UInt8],
    _ file: PDFFile,
    _ known: KnownFacts
  ) -> [SignatureVerdict] {
    var known = known
    var steps = RevisionSteps(of: bytes, whole: file)
    var verdicts: [SignatureVerdict] = []
    var (seen, isArchived) = (moment, false)
    for signature in found.reversed() {
      var judgement = SignatureJudgement(signature, of: bytes, at: seen)
      judgement.verdict.requiresRevocation = requiresRevocation
      judgement.judge(with: &known, isArchived: isArchived)
      judgement.verdict.changes = steps.changes(behind: signature, judgement.verdict.coverage)
      let verdict = judgement.verdict
      if verdict.isTimeStamp, verdict.isPassed, let time = verdict.provenTime {
        seen = time
        isArchived = isArchived || steps.hasValidationData(in: signature)
      }
      verdicts.insert(verdict, at: 0)
    }
    return verdicts
  }
}

/// Whether a file ends as a revision does (ISO 32000-1 §7.5.5); readers go back to the last whole revision where not.
private func endsWithMarker(_ bytes: [UInt8]) -> Bool {
  bytes.reversed().drop { $0 <= 0x20 }.starts(with: "%%EOF".utf8.reversed())
}
