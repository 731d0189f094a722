import Diagnostics
import Records

extension HeadRule {
  /// Whether the code by text message that opens the seals was entered while it was valid (V-53).
  static let verificationCodes = HeadRule(
    Rule(
      "V-53",
      "短信验证码",
      statement:
        "验证码5分钟内有效：使用印章的记录（sealUses）写了验证码的发送时间（codeSentAt）和输入时间（codeEnteredAt）的，两者相差不超过5分钟。按记录里的两个时间判断，不看电脑的时钟。验证码本身不能写在记录里。",
      citation: "吉林省电子劳动合同操作手册",
      passing: "2026-11-03 09:30:00 发送，2026-11-03 09:35:00 输入",
      failing: "2026-11-03 09:30:00 发送，2026-11-03 09:35:01 输入"
    )
  ) { batch, _, findings in
    for use in batch.sealUses { findings.checkCode(of: use) }
  }
}

extension Findings {
  private static let validSeconds = 300

  fileprivate mutating func checkCode(of use: SealUse) {
    guard let sent = use.codeSentAt, let entered = use.codeEnteredAt else { return }
    let times: Message = "\(use.place.label)：\(sent.written) 发送，\(entered.written) 输入"
    guard let age = entered.seconds(since: sent) else {
      return add(
        .warning,
        use.place.field,
        "看不出验证码是否过期",
        found: times,
        expected: "形如 2026-11-03 09:31:12 的两个时间"
      )
    }
    if age < 0 {
      add(.error, use.place.field, "验证码在发送以前就输入了", found: times, advice: "请核对两个时间")
    } else if age > Self.validSeconds {
      add(.error, use.place.field, "验证码已过期", found: times, expected: "发送以后5分钟内输入")
    }
  }
}
