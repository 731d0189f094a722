import Diagnostics
import Records

extension Rule {
  /// Whether the identity number begins with the code of a division.
  static let knownDivision = Rule(
    "V-02e",
    "身份证号码的行政区划",
    statement: "身份证号码的前两位应是省、自治区、直辖市的代码，港澳台居民居住证为81、82、83。",
    citation: "GB 11643-1999；GB/T 2260",
    passing: "220104……（吉林）",
    failing: "990104……"
  ) { filing, standards, findings in
    guard filing.employee.idType.isResident else { return }
    guard !standards.divisions.isEmpty else {
      findings.gaps.insert(.divisions)
      return
    }
    // A resident number is all digits but for its end.
    let code = filing.employee.idNumber.utf8.prefix(2).reduce(0) { $0 * 10 + Int($1) - 48 }
    guard !standards.divisions.indices.contains(code) || !standards.divisions[code] else { return }
    let area = filing.employee.idNumber.prefix(6)
    findings.add(
      .warning,
      "e.idNumber",
      "行政区划代码无法识别：\(area)",
      found: "\(MaskedText.shown(filing.employee.idNumber))",
      advice: "请对照证件核对号码和证件类型"
    )
  }
}
