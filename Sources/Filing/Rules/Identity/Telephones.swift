import Diagnostics
import Records

extension Rule {
  private static let mobileStatement =
    "手机号码为11位数字，以13至19开头。单位联系人、经办人和法定代表人的号码有误时不能办理，联系人和经办人只能填手机号码，因为办理结果用短信通知；劳动者的号码有误只提示，劳动者和法定代表人也可以填写带区号的固定电话。"

  /// Whether the employee can be called.
  static let mobileOfEmployee = Rule(
    "V-04",
    "手机号码",
    statement: mobileStatement,
    citation: "工信部《电信网编号计划》",
    passing: "13500000001",
    failing: "1350000（位数不够）"
  ) { filing, _, findings in
    let phone = filing.employee.phone
    guard !Telephone.isMobile(phone), !Telephone.isLandline(phone) else { return }
    findings.add(
      .warning,
      "e.phone",
      "联系电话格式不正确",
      found: "\(MaskedText.shown(phone))",
      expected: "11位手机号码"
    )
  }
}

extension HeadRule {
  /// Whether the employer's people can be called.
  static let mobileOfAgent = HeadRule(.mobileOfEmployee) { batch, _, findings in
    let employer = batch.employer
    let people = [
      ("emp.legalRep.phone", "法定代表人电话", employer.legalRep?.phone, true),
      ("emp.contact.mobile", "单位联系人手机号", employer.contact?.phone, false),
      ("emp.agent.mobile", "单位经办人手机号", employer.agent?.phone, false),
    ]
    for (field, label, phone, takesLandline) in people {
      guard let phone, !Telephone.isMobile(phone),
        !(takesLandline && Telephone.isLandline(phone))
      else { continue }
      findings.add(
        .error,
        field,
        "\(term: label)格式不正确",
        found: "\(MaskedText.shown(phone))",
        expected: "11位手机号码"
      )
    }
  }

  /// Whether the employer's landline has an area code.
  static let landline = HeadRule(
    Rule(
      "V-04a",
      "固定电话",
      statement: "固定电话写作区号加号码，例如 0431-88888888，可以带分机号。",
      citation: "工信部《电信网编号计划》",
      passing: "0431-88888888",
      failing: "88888888（没有区号）"
    )
  ) { batch, _, findings in
    guard let phone = batch.employer.phone, !Telephone.isLandline(phone),
      !Telephone.isMobile(phone)
    else { return }
    findings.add(
      .warning,
      "emp.phone",
      "固定电话格式不正确",
      found: "\(MaskedText.shown(phone))",
      expected: "0431-88888888 一类的号码"
    )
  }
}

/// What telephone numbers look like.
enum Telephone {
  /// Returns whether `text` is eleven digits that begin with 13 to 19.
  static func isMobile(_ text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      unsafe bytes.count == 11 && bytes[0] == 0x31 && (0x33...0x39).contains(bytes[1])
        && bytes.allSatisfy { (48...57).contains($0) }
    }
  }

  /// Returns whether `text` is an area code of three or four digits, seven or eight more, and perhaps an extension.
  static func isLandline(_ text: String) -> Bool {
    var rest = text.utf8[...]
    guard rest.first == UInt8(ascii: "0") else { return false }
    let digits = rest.popDigits()
    // Three or four digits before a hyphen are the area; without it, area and number are one.
    guard (3...4).contains(digits), rest.popHyphen() else {
      return (10...12).contains(digits) && rest.isExtension
    }
    return (7...8).contains(rest.popDigits()) && rest.isExtension
  }
}

extension Substring.UTF8View {
  /// Takes the digits at the beginning off and returns how many there were.
  fileprivate mutating func popDigits() -> Int {
    let count = prefix { (48...57).contains($0) }.count
    removeFirst(count)
    return count
  }

  /// Takes a hyphen at the beginning off and returns whether there was one.
  fileprivate mutating func popHyphen() -> Bool {
    guard first == UInt8(ascii: "-") else { return false }
    removeFirst()
    return true
  }

  /// Whether there is nothing, or the hyphen and the one to six digits of an extension.
  fileprivate var isExtension: Bool {
    var rest = self
    return isEmpty || (rest.popHyphen() && (1...6).contains(rest.popDigits()) && rest.isEmpty)
  }
}
