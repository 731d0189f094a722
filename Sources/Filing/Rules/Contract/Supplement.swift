import Diagnostics
import Records

extension Rule {
  /// Whether further clauses come as a PDF and to a contract that may have them (V-54).
  static let supplement = Rule(
    "V-54",
    "电子劳动合同补充条款",
    statement: "补充条款应保存为PDF文件上传，并且合同状态是新订、审核已经通过。文件是不是PDF，从文件名看；内容由上传的系统检查。",
    citation: "吉林省电子劳动合同操作手册",
    passing: "合同新订，审核通过，附件“补充条款PDF”的文件为 补充条款.pdf",
    failing: "附件“补充条款PDF”的文件为 补充条款.docx"
  ) { filing, _, findings in
    guard filing.attachments.contains(Filing.supplementKind) else { return }
    if let file = filing.supplement, !file.lowercased().hasSuffix(".pdf") {
      findings.add(
        .error,
        "f.id",
        "补充条款请保存为PDF格式后上传",
        found: MaskedText.shown(file),
        expected: "扩展名为.pdf的文件"
      )
    }
    let isApproved = filing.review.status == .approved || filing.review.status == .automatic
    guard filing.contractState != .new || !isApproved else { return }
    findings.add(
      .error,
      "f.contractState",
      "只有新订并且审核通过的合同可以上传补充条款",
      found: "\(filing.contractState.label)，\(filing.review.status.label)",
      expected: "新订，审核通过"
    )
  }
}
