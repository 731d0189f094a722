import Archive
import Certificates
import Diagnostics
import Signing
import Verification

/// What a person is told of a file.
struct VerdictReport {
  let file: String
  let verdict: FileVerdict
  /// What the record says that the file carries, where names are to be compared.
  var facts: RecordFacts?

  /// Whom the record names for `signature`, where that is by somebody else; nothing where they agree or nobody is named.
  ///
  /// It does not count against the file: only a person knows whether two names are the same party's.
  func others(than signature: SignatureVerdict) -> [String]? {
    guard let role = SigningRole(rawValue: signature.field), let signer = signature.signer,
      let parties = facts?.parties(to: role),
      SignerName(certificate: signer.subject, isVouchedFor: false).isOneOf(parties) == false
    else { return nil }
    return parties
  }

  /// The lines, the verdict first.
  var lines: [Message] {
    let result: Message = verdict.isPassed ? "有效" : "无效"
    var lines: [Message] = ["\(file)：\(result)\(problem)"]
    for (index, signature) in verdict.signatures.enumerated() {
      lines += self.lines(of: signature, number: index + 1)
    }
    if let record { lines.append("  附带数据：\(record)") }
    return lines
  }

  private var problem: Message {
    switch verdict.problem {
    case nil: "，\(verdict.signatures.count) 个签名"
    case .unreadable?: "，不是完好的 PDF 文件，可能不完整或者被改坏，请重新取得原件"
    case .cutOff?: "，签名以后的部分不完整，文件可能被截断，请重新取得原件"
    case .encrypted?: "，文件加了密，不能核对"
    case .unsigned?: "，没有签名"
    case .tooMany?: "，签名多得不合常理，不再核对"
    }
  }

  private func lines(of signature: SignatureVerdict, number: Int) -> [Message] {
    let what: Message =
      signature.isTimeStamp ? "文件时间戳" : signature.label.map { "\($0)" } ?? "签名"
    let (integrity, coverage) = (signature.integrity.words, signature.coverage.words)
    var lines: [Message] = [
      "  \(number). \(what)（\(signature.field)）：\(integrity)，\(coverage)"
    ]
    if let signer = signature.signer {
      lines.append("     签名人：\(signer.subject)（签发：\(signer.issuer)，证书序列号 \(signer.serial)）")
    }
    if let others = others(than: signature) {
      lines.append("     与文书：证书上的名称不是文书上的“\(others.joined(separator: "”“"))”，请核对是不是同一个人、同一个单位")
    }
    lines.append("     证书：\(signature.trust.words)；\(signature.revocation.words)")
    lines.append("     时间：\(time(of: signature))")
    if !signature.isTimeStamp {
      lines.append("     级别：\(term: signature.level?.rawValue ?? "不合 PAdES")")
    }
    if !signature.changes.isEmpty {
      lines.append(
        "     签名以后：\(signature.changes.map(\.words).joined(separator: "、"))"
      )
    }
    return lines
  }

  private func time(of signature: SignatureVerdict) -> Message {
    if let problem = signature.timeStampProblem { return problem.words }
    if let proven = signature.provenTime { return "\(chinaTime(proven))（时间戳）" }
    let claimed: Message = signature.claimedTime.map { "\(readable($0))" } ?? "没有写明"
    return "\(claimed)（签名人自述，没有时间戳）"
  }

  private var record: Message? {
    switch verdict.record {
    case .none: nil
    case .matches(let count): "与印出的文字一致（\(count) 项）"
    case .differs(let fields): "与印出的文字不一致：\(list: fields)"
    case .unreadable: "页面的文字读不出来，不能核对"
    }
  }
}
