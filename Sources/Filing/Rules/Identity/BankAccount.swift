import Diagnostics
import Records

extension Rule {
  /// Whether the number of a bank card has the right check digit.
  static let bankAccount = Rule(
    "V-55",
    "银行账号",
    statement: "银行卡号为16至19位数字，末位是校验码（Luhn 算法）。存折等其他账号可能没有校验码，所以只提示核对。人员的账号、信息变更和待遇发放里的账号都看。",
    citation: "GB/T 15694.1；ISO/IEC 7812-1",
    passing: "6222020000000000000 一类校验码正确的号码",
    failing: "少一位，或者末位写错"
  ) { filing, _, findings in
    guard let account = filing.employee.bankAccount else { return }
    findings.judge(account, at: "e.bank.account", "银行账号")
  }
}

extension HeadRule {
  /// Whether the bank cards of lists, to which benefits are paid, have the right check digit.
  static let bankAccountsOfLists = HeadRule(.bankAccount) { batch, _, findings in
    for (list, path) in [(RecordList.infoChanges, "e.bank.account"), (.benefits, "bf.account")] {
      for line in batch.lines[list] {
        guard let account = line.values[path]?.printed else { continue }
        findings.judge(account, at: line.place.field, "\(line.place.label)的银行账号")
      }
    }
  }
}

extension Findings {
  fileprivate mutating func judge(_ account: String, at field: String, _ label: Message) {
    let digits = account.utf8.filter { $0 != 0x20 }
    let isCard =
      (16...19).contains(digits.count) && digits.allSatisfy { (48...57).contains($0) }
      && luhnSum(digits).isMultiple(of: 10)
    guard !isCard else { return }
    add(
      .warning,
      field,
      "\(label)疑似有误",
      found: "\(MaskedText.shown(account))",
      expected: "16至19位数字，末位为校验码",
      advice: "请对照银行卡核对"
    )
  }
}

/// Returns the sum of the digits of a number, every second from the right doubled (ISO/IEC 7812-1 annex B).
private func luhnSum(_ digits: [UInt8]) -> Int {
  digits.reversed().enumerated().reduce(0) { sum, item in
    let digit = Int(item.element - 48) * (item.offset.isMultiple(of: 2) ? 1 : 2)
    return sum + (digit > 9 ? digit - 9 : digit)
  }
}
