import Certificates
import Diagnostics
import PDFFiles
import Verification

/// The approval of a destruction list by the signatures of its PDF, every one of which has to hold.
struct SignedApproval {
  /// Who signed, in the order of the signatures.
  let approver: String
  /// The day of the last signature, as a time stamp proves it or else by the signer's own word, `YYYY-MM-DD`.
  let day: String
  /// What the PDF carries.
  let record: DestructionRecord

  /// Judges the signed list `bytes` by those whom `verifier` trusts.
  init(of bytes: [UInt8], named file: String, by verifier: Verifier) throws(CommandFailure) {
    let verdict = verifier.judge(bytes)
    let signatures = verdict.signatures.filter { !$0.isTimeStamp }
    guard verdict.isPassed, let last = signatures.last else {
      throw .told([Self.refusal(VerdictReport(file: file, verdict: verdict))], .problemsFound)
    }
    guard case .matches = verdict.record, let carried = try? PDFFile(bytes).record(),
      let record = DestructionRecord(carried)
    else { throw .told([Self.foreign(file)], .problemsFound) }
    self.record = record
    approver = signatures.compactMap(\.signer?.subject).joined(separator: "、")
    day = Self.day(of: last)
  }

  private static func day(of signature: SignatureVerdict) -> String {
    if let moment = signature.provenTime { return String(chinaTime(moment).prefix(10)) }
    // As PDF writes it, D:20261126201718+08'00' (ISO 32000-1 §7.9.4).
    let digits = Array((signature.claimedTime ?? "").drop { !$0.isASCII || !$0.isNumber }.prefix(8))
    guard digits.count == 8 else { return "" }
    return "\(String(digits[..<4]))-\(String(digits[4..<6]))-\(String(digits[6...]))"
  }

  private static func refusal(_ report: VerdictReport) -> Diagnostic {
    Diagnostic(
      "archive.approval",
      .error,
      at: .source(SourceLocation(file: report.file)),
      "清册的电子签名核对不过，不能照它销毁",
      found: report.lines.joined(separator: "；"),
      expected: "每个签名都有效，签名人由 --roots 的根证书担保",
      advice: "用 mingce verify 查看原因；没有签名时请批准人用 mingce sign 签"
    )
  }

  private static func foreign(_ file: String) -> Diagnostic {
    Diagnostic(
      "archive.list",
      .error,
      at: .source(SourceLocation(file: file)),
      "不是销毁清册：没有附带清册的数据",
      advice: "请用 mingce archive due --opinions 清册.csv -o 清册.pdf 写出，再签名"
    )
  }
}
