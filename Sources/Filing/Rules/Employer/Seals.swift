import Diagnostics
import Records

extension HeadRule {
  /// Whether seals are called, owned and applied for as the hall allows (V-51).
  static let seals = HeadRule(
    Rule(
      "V-51",
      "印章",
      statement: "印章名称最多50个字；同一单位每种印章只能申请一枚，作废以后才能再申请；印章的所有者应是本单位。使用的日期见M-09。",
      citation: "吉林省电子劳动合同操作手册",
      passing: "合同专用章一枚已作废，另一枚有效",
      failing: "合同专用章两枚都有效；或者名称51个字"
    )
  ) { batch, _, findings in
    var types: Set<String> = []
    for seal in batch.seals {
      if seal.name.count > longestName {
        findings.add(
          .error,
          seal.place.field,
          "印章名称最多\(longestName)个字",
          found: "\(MaskedText.shown(seal.name))（\(seal.name.count)个字）"
        )
      }
      if let owner = seal.ownerUscc, owner != batch.employer.uscc, batch.isRead("emp.uscc") {
        findings.add(
          .error,
          seal.place.field,
          "印章的所有者不是本单位",
          found: "\(MaskedText.shown(seal.name))，\(owner)",
          expected: "\(batch.employer.uscc)"
        )
      }
      guard seal.status != .void, !types.insert(seal.type).inserted else { continue }
      findings.add(
        .error,
        seal.place.field,
        "该类型印章已申请",
        found: "\(MaskedText.shown(seal.type))：\(MaskedText.shown(seal.name))",
        advice: "原来的印章作废以后才能再申请"
      )
    }
  }

  private static var longestName: Int { 50 }
}
