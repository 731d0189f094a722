import Calendar
import Diagnostics
import JSON

extension RecordReader {
  /// Checks an identity number against its kind of paper (V-02); returns it as numbers are kept (`paperNumber`).
  mutating func identity(
    _ written: String,
    _ type: IdentityType,
    _ label: MemberLabel = "证件号码",
    in object: Int,
    asOf: CivilDate
  ) -> (number: String, resident: ResidentNumber?) {
    let value = tree.member(.idNumber, of: object) ?? object
    let number = plainNumber(written, label, at: value)
    switch type {
    case .residentCard, .regionalResident:
      // Numbers of the permanent residents' card of 2023 are built alike, but for the 9 that no division begins with.
      if number.hasPrefix("9"), ResidentNumber(number) != nil {
        reportForm(number, type, at: value, advice: "9开头的是外国人永久居留身份证，证件类型应为07")
        return (number, nil)
      }
      return (number, resident(number, at: value, asOf: asOf))
    case .permanentResident where number.utf8.count == 18:
      checkPermanentResident(number, at: value)
    default:
      if !IdentityForm.fits(number, type) { reportForm(number, type, at: value) }
    }
    return (number, nil)
  }

  /// Returns a number of an identity paper as it is kept; says so where it was written otherwise (V-02x).
  mutating func plainNumber(_ written: String, _ label: MemberLabel, at value: Int) -> String {
    let number = paperNumber(written)
    if number.utf8.count != written.utf8.count {
      report(
        Diagnostic("V-02x", .warning, "\(label)中的全角字符和空格已改正", found: "\(shown(written))"),
        at: value
      )
    } else if number != written {
      report(
        Diagnostic("V-02x", .warning, "\(label)的小写字母已改为大写", found: "\(shown(written))"),
        at: value
      )
    }
    return number
  }

  /// Says when a number that looks like a resident's has a wrong check character (V-02a); returns whether it has.
  mutating func hasWrongCheck(_ number: String, _ label: MemberLabel, at value: Int) -> Bool {
    guard let resident = ResidentNumber(number), !resident.isCheckRight else { return false }
    report(
      Diagnostic(
        "V-02a",
        .error,
        "\(label)校验码错误，应为\(resident.expectedCheck)",
        found: "\(shown(number))",
        advice: "请对照证件核对每一位",
        citation: "GB 11643-1999"
      ),
      at: value
    )
    return true
  }

  /// Compares what a resident number says with what the record says (V-02c).
  mutating func compare(
    _ resident: ResidentNumber,
    sex: Sex?,
    birthDate: CivilDate?,
    in object: Int
  ) {
    if let sex, sex != resident.sex {
      report(
        Diagnostic(
          "V-02c",
          .error,
          "性别与身份证号码不一致",
          found: "\(term: sex.label)",
          expected: "\(term: resident.sex.label)（第17位）"
        ),
        at: tree.member(.sex, of: object) ?? object
      )
    }
    if let birthDate, let expected = resident.birthDate, birthDate != expected {
      report(
        Diagnostic(
          "V-02c",
          .error,
          "出生日期与身份证号码不一致",
          found: "\(birthDate)",
          // The day itself, beside the masked number of another message, would make that number whole.
          expected: "身份证号码第7至14位所示的日期"
        ),
        at: tree.member(.birthDate, of: object) ?? object
      )
    }
  }

  private mutating func resident(
    _ number: String,
    at value: Int,
    asOf: CivilDate
  ) -> ResidentNumber? {
    guard let resident = ResidentNumber(number) else {
      reportForm(number, .residentCard, at: value)
      return nil
    }
    let isBirthRight = checkBirth(resident, number, at: value, asOf: asOf)
    if !resident.isCheckRight {
      report(
        Diagnostic(
          "V-02a",
          .error,
          "身份证号码校验码错误，应为\(resident.expectedCheck)",
          found: "\(shown(number))",
          advice: "请对照证件核对每一位",
          citation: "GB 11643-1999"
        ),
        at: value
      )
    }
    return isBirthRight && resident.isCheckRight ? resident : nil
  }

  private mutating func checkBirth(
    _ resident: ResidentNumber,
    _ number: String,
    at value: Int,
    asOf: CivilDate
  ) -> Bool {
    guard let birth = resident.birthDate, birth.year >= 1850, birth <= asOf else {
      report(
        Diagnostic(
          "V-02b",
          .error,
          "身份证号码中的出生日期（第7至14位）无效",
          found: "\(shown(number))",
          expected: "真实存在且不晚于 \(asOf) 的日期"
        ),
        at: value
      )
      return false
    }
    return true
  }

  /// The 18-character card of 2023 has the same check character; its other parts are not public.
  private mutating func checkPermanentResident(_ number: String, at value: Int) {
    guard let parts = ResidentNumber(number), number.hasPrefix("9") else {
      reportForm(number, .permanentResident, at: value)
      return
    }
    if !parts.isCheckRight {
      report(
        Diagnostic(
          "V-02a",
          .error,
          "永久居留身份证号码校验码错误，应为\(parts.expectedCheck)",
          found: "\(shown(number))"
        ),
        at: value
      )
    }
  }

  private mutating func reportForm(
    _ number: String,
    _ type: IdentityType,
    at value: Int,
    advice: Message? = nil
  ) {
    report(
      Diagnostic(
        "V-02",
        .error,
        "证件号码格式与证件类型不符：\(term: type.label)",
        found: "\(shown(number))",
        expected: IdentityForm.description(of: type),
        advice: advice
      ),
      at: value
    )
  }
}

/// What the numbers of the other papers look like.
enum IdentityForm {
  /// Returns whether `number` looks like one of `type`.
  static func fits(_ number: String, _ type: IdentityType) -> Bool {
    let bytes = Array(number.utf8)
    let digits = bytes.dropFirst().allSatisfy { (48...57).contains($0) }
    switch type {
    case .hongKong: return bytes.first == 0x48 && digits && (9...11).contains(bytes.count)
    case .macao: return bytes.first == 0x4D && digits && (9...11).contains(bytes.count)
    case .taiwan:
      return digits && (48...57).contains(bytes.first ?? 0) && (8...10).contains(bytes.count)
    case .permanentResident:
      return bytes.count == 15 && bytes.prefix(3).allSatisfy { (65...90).contains($0) }
        && bytes.dropFirst(3).allSatisfy { (48...57).contains($0) }
    case .passport, .chinesePassport:
      return (5...17).contains(bytes.count) && bytes.allSatisfy(isLetterOrDigit)
    default:
      return (1...40).contains(number.count)
    }
  }

  /// Returns in words what a number of `type` looks like.
  static func description(of type: IdentityType) -> Message {
    switch type {
    case .residentCard, .regionalResident: "18位，前17位为数字，末位为数字或 X"
    case .hongKong: "H 加 8 至 10 位数字"
    case .macao: "M 加 8 至 10 位数字"
    case .taiwan: "8 至 10 位数字"
    case .permanentResident: "以 9 开头的18位，或 3 个字母加 12 位数字"
    case .passport, .chinesePassport: "5 至 17 位大写字母和数字"
    default: "40个字符以内"
    }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (65...90).contains(byte)
  }
}
