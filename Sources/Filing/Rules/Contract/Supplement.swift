import Diagnostics
import Records

extension Rule {
  /// Whether further clauses come as a PDF and to a contract that may have them (V-54).
  static let supplement = Rule(
    "V-54",
    "电子劳动合同补充条款",
    statement:
      "补充条款应保存为PDF文件上传，并且合同状态是新订、审核已经通过。文件与记录文件放在同一文件夹（或者其中的文件夹）里时，看内容是不是以%PDF-开头；看不到文件的，只看文件名。",
    citation: "吉林省电子劳动合同操作手册",
    passing: "合同新订，审核通过，附件“补充条款PDF”的文件为 补充条款.pdf",
    failing: "附件“补充条款PDF”的文件为 补充条款.docx；或者由docx改名为pdf"
  ) { filing, standards, findings in
    guard filing.attachments.contains(Filing.supplementKind) else { return }
    if let file = filing.supplement { findings.judgeFormat(of: file, among: standards.files) }
    guard filing.contractState != .new || !filing.isApproved else { return }
    findings.add(
      .error,
      "f.contractState",
      "只有新订并且审核通过的合同可以上传补充条款",
      found: "\(term: filing.contractState.label)，\(term: filing.review.status.label)",
      expected: "新订，审核通过"
    )
  }
}

extension Findings {
  /// Says when a file is no PDF by its name, or by its first bytes where they can be seen (ISO 32000-1 §7.5.2).
  fileprivate mutating func judgeFormat(of file: String, among files: AttachedFiles) {
    let isNamed = file.lowercased().hasSuffix(".pdf")
    let isWritten = files.beginning(file).map { $0.starts(with: "%PDF-".utf8) } ?? true
    guard !isNamed || !isWritten else { return }
    add(
      .error,
      "f.id",
      "补充条款请保存为PDF格式后上传",
      found: "\(MaskedText.shown(file))\(isWritten ? "" : "，内容不是PDF" as Message)",
      expected: isNamed ? "内容以%PDF-开头的文件" : "扩展名为.pdf的文件",
      advice: isWritten ? nil : "改扩展名不会改变内容，请用“另存为”或者“导出”保存为PDF"
    )
  }
}
