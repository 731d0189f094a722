import Archive
import Calendar
import Certificates
import Diagnostics
import Digests
import PDFFiles
import Records
import Verification

/// Makes bags of documents: what a document tells of itself, its record, its signatures and how they were judged.
struct BagPacker {
  let rules: RetentionRules
  let verifier: Verifier
  let today: CivilDate
  /// What the operator has said about how long these documents are kept.
  var retention: Retention?

  /// A bag, and what a person should know of its document.
  struct Packed: Sendable {
    var bag: Bag
    var notices: [Diagnostic] = []
  }

  /// Packs the document that `bytes` are, whose file is called `name`.
  func pack(_ bytes: [UInt8], named name: String) throws(CommandFailure) -> Packed {
    let (description, record) = try read(bytes, named: name)
    let verdict = verifier.judge(bytes)
    try refuse(verdict.problem, of: name)
    let evidence = signatureEvidence(in: bytes)
    let facts = record.map { RecordFacts($0) }
    let form = description.form["form"]
    var holding = Holding(
      digest: Digest(of: bytes),
      // Titles go into the index, and file names may hold the number of a person.
      title: LogText.kept(title(of: description) ?? name),
      day: facts?.day ?? description.created.flatMap { CivilDate(iso: $0.prefix(10)) } ?? today,
      archivedOn: today,
      retention: retention ?? rules.retention(ofForm: form),
      fileName: name,
      byteCount: bytes.count
    )
    holding.form = form
    holding.numbers = (description.form["number"].map { [$0] } ?? []) + (facts?.numbers ?? [])
    holding.employer = facts?.employer
    holding.employerCode = facts?.employerCode
    holding.persons = facts?.persons ?? []
    holding.signatures = verdict.signatures.map(Holding.Signature.init)
    let end = evidence.stampedUntil
    holding.stampedUntil = end.flatMap { CivilDate(iso: chinaTime($0).prefix(10)) }
    let report = VerdictReport(file: name, verdict: verdict)
    let bag = Bag(
      holding,
      document: bytes,
      record: record,
      evidence: evidenceFiles(evidence, report)
    )
    return Packed(bag: bag, notices: verdict.isBroken ? [broken(report)] : [])
  }

  /// A document that does not hold is evidence too, so it is kept, and said of.
  private func broken(_ report: VerdictReport) -> Diagnostic {
    Diagnostic(
      "archive.broken",
      .warning,
      "“\(report.file)”的签名或者附带的数据有问题，照样归档，核对结果存在数据包里",
      advice: "用 mingce verify 查看"
    )
  }

  private func title(of description: PDFDescription) -> String? {
    let words = (description.title ?? "").split(whereSeparator: \.isWhitespace)
    return words.isEmpty ? nil : words.joined(separator: " ")
  }

  private func read(
    _ bytes: [UInt8],
    named name: String
  ) throws(CommandFailure) -> (PDFDescription, [UInt8]?) {
    do throws(PDFFileFailure) {
      let pdf = try PDFFile(bytes)
      return (try pdf.selfDescription(), try pdf.record())
    } catch {
      throw .told([error.diagnostic(about: name)], .failed)
    }
  }

  /// What is damaged or locked cannot be relied on later (DA/T 47-2009), so it does not come in.
  private func refuse(_ problem: FileProblem?, of name: String) throws(CommandFailure) {
    let words: String
    switch problem {
    case nil, .unsigned?: return
    case .unreadable?: words = "不是完好的 PDF 文件"
    case .cutOff?: words = "签名以后的部分不完整，文件可能被截断"
    case .encrypted?: words = "加了密，不能归档"
    case .tooMany?: words = "签名多得不合常理"
    }
    throw .told(
      [Diagnostic("archive.file", .error, "“\(name)”\(words)", advice: "请重新取得原件")],
      .failed
    )
  }

  /// The messages of signatures and the report on them, below `data`.
  private func evidenceFiles(
    _ evidence: [SignatureEvidence],
    _ report: VerdictReport
  ) -> [BagFile] {
    let messages = evidence.enumerated().map { index, one in
      BagFile(
        path: "data/evidence/\(index + 1)-\(one.isTimeStamp ? "timestamp.tsr" : "signature.p7s")",
        bytes: one.message
      )
    }
    let text = verdictJSON([report]) + "\n"
    return messages + [BagFile(path: Bag.FileName.report, bytes: Array(text.utf8))]
  }
}

extension FileVerdict {
  /// Whether something speaks against the file, whoever is trusted.
  fileprivate var isBroken: Bool {
    !record.isPassed
      || signatures.contains { signature in
        signature.integrity != .intact || signature.coverage == .partial
          || signature.timeStampProblem == .broken || !signature.changes.allSatisfy(\.isAllowed)
      }
  }
}

extension Holding.Signature {
  /// Notes a signature as it was judged.
  init(_ verdict: SignatureVerdict) {
    self.init(
      signer: verdict.signer?.subject ?? "",
      time: verdict.provenTime.map(chinaTime) ?? verdict.claimedTime.map(readable) ?? "",
      rule: verdict.isTimeStamp
        ? Holding.Signature.timeStamp : verdict.level?.rawValue ?? "不合 PAdES",
      certificate: verdict.signer?.serial ?? ""
    )
  }
}
