import Diagnostics
import Records

extension Rule {
  /// Whether the identity number is one of the old cards of 15 digits.
  static let oldNumber = Rule(
    "V-02d",
    "15位身份证号码",
    statement: "15位的旧身份证已停止使用，应换用18位号码；吉林批量模板只收18位。",
    citation: "《居民身份证法》；国发〔1999〕15号",
    passing: "220104196501011234 一类的18位号码",
    failing: "220104650101123 一类的15位号码"
  ) { filing, _, findings in
    guard filing.employee.idType.isResident, filing.employee.idNumber.utf8.count == 15 else {
      return
    }
    findings.add(
      .warning,
      "e.idNumber",
      "使用15位旧身份证号码，请更换为18位",
      found: "\(MaskedText.shown(filing.employee.idNumber))",
      expected: "18位号码"
    )
  }
}

extension IdentityType {
  /// Whether the number is built as those of resident identity cards (GB 11643).
  var isResident: Bool { self == .residentCard || self == .regionalResident }
}
