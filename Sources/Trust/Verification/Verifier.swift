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
      if let record = try file.record().map(CarriedRecord.init) {
        verdict.values = record.values
        verdict.record = try RecordComparison.verdict(on: record, in: file)
      }
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
      if let last = verdict.signatures.last, case .revision(let end) = last.coverage,
        !isWholeRevision(bytes, from: end)
      {
        verdict.problem = .cutOff
      }
      if verdict.problem == nil, let doubt = file.doubt() {
        verdict.problem = .unreadable(reason: doubt)
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
      let changes = steps.changes(behind: signature, judgement.verdict.coverage)
      judgement.verdict.changes = signature.lock.judged(changes)
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

/// Whether what stands in a file from `start` on is nothing but white space, or revisions: they end with a marker, and
/// the last cross-reference is theirs and stands last (ISO 32000-1 §7.5.5, §7.5.6).
///
/// Readers go back to the last whole revision where not, or mend the file by what they find in it.
private func isWholeRevision(_ bytes: [UInt8], from start: Int) -> Bool {
  let rest = bytes[start...]
  if rest.allSatisfy({ $0 <= 0x20 }) { return true }
  let end = rest.reversed().drop { $0 <= 0x20 }
  guard end.starts(with: "%%EOF".utf8.reversed()) else { return false }
  let digits = end.dropFirst(5).drop { $0 <= 0x20 }.prefix { (0x30...0x39).contains($0) }
  let before = end.dropFirst(5).drop { $0 <= 0x20 }.dropFirst(digits.count).drop { $0 <= 0x20 }
  guard before.starts(with: "startxref".utf8.reversed()),
    let offset = Int(String(decoding: digits.reversed(), as: UTF8.self)),
    (start..<bytes.count).contains(offset)
  else { return false }
  // Behind validation data, which nobody has signed, the cross-reference of those may be named once more.
  return bytes[offset...].ranges(of: "startxref".utf8).count == 1
}
