import Calendar
import Diagnostics
import JSON

extension RecordReader {
  private static let employeeKeys: KnownKeys = [
    .name, .idType, .idNumber, .sex, .birthDate, .nationality, .ethnicity, .education,
    .hukouType, .hukouAddress, .residence, .phone, .retirementCategory, .workStartDate,
    .specialWork, .personalNos, .bank, .idValidFrom, .idValidTo, .plannedRetirement,
  ]

  /// Reads the person of a filing, judging the day of birth by `asOf`.
  mutating func employee(_ object: Int?, asOf: CivilDate) -> Employee? {
    let name = name(in: object, "姓名", .required)
    let idType = code(.idType, "证件类型", in: object, .required, as: IdentityType.self)
    let written = text(.idNumber, "证件号码", in: object, .required)
    var sex = code(.sex, "性别", in: object, as: Sex.self)
    var birthDate = date(.birthDate, "出生日期", in: object)
    var idNumber = written
    if let standIn = standIn(for: .idNumber, in: object, .required) {
      // What the number would have told is as unknown as the number.
      (sex, birthDate) = (sex ?? standIn.code(), birthDate ?? standIn.day)
    } else if let object, let idType, let written {
      let identity = identity(written, idType, in: object, asOf: asOf)
      idNumber = identity.number
      if let resident = identity.resident {
        compare(resident, sex: sex, birthDate: birthDate, in: object)
        sex = sex ?? resident.sex
        birthDate = birthDate ?? resident.birthDate
      }
    }
    let phone = text(.phone, "联系电话", in: object, .required)
    let category = code(.retirementCategory, "退休类别", in: object, as: RetirementCategory.self)
    close(object, knows: Self.employeeKeys)
    let rest = employeeRest(object)
    guard let name, let idType, let idNumber, let phone else { return nil }
    return Employee(
      name: name,
      idType: idType,
      idNumber: idNumber,
      sex: sex,
      birthDate: birthDate,
      phone: phone,
      retirementCategory: category,
      rest: rest
    )
  }

  private mutating func employeeRest(_ object: Int?) -> EmployeeRest {
    let bank = self.object(.bank, in: object)
    return EmployeeRest(
      nationality: text(.nationality, "国籍", in: object),
      ethnicity: text(.ethnicity, "民族", in: object),
      education: text(.education, "文化程度", in: object),
      hukouType: text(.hukouType, "户口性质", in: object),
      hukouAddress: text(.hukouAddress, "户籍地址", in: object),
      residence: text(.residence, "现住址", in: object),
      workStartDate: date(.workStartDate, "参加工作日期", in: object),
      plannedRetirement: date(.plannedRetirement, "选择的退休日期", in: object),
      specialWork: flag(.specialWork, "是否特殊工种", in: object),
      idValidTo: date(.idValidTo, "证件有效期", in: object, allowsForever: true),
      bankAccount: text(.account, "银行账号", in: bank),
      bankCode: text(.bankCode, "银行类别", in: bank),
      usesSocialCard: flag(.useSsCard, "是否使用社保卡", in: bank)
    )
  }

  /// Reads the name of a person (V-01).
  mutating func name(in object: Int?, _ label: MemberLabel, _ need: Need) -> String? {
    if let standIn = standIn(for: .name, in: object, need) { return standIn.text }
    guard let object, let value = member(.name, label, in: object, need),
      let raw = nameText(of: value, label)
    else { return nil }
    guard !raw.isBlank else {
      lack(.name, label, in: object, need)
      return nil
    }
    let name = PersonName(raw)
    remark(on: name, raw, label, at: value)
    if let strange = name.strange {
      report(strangeName(name.text, strange, label), at: value)
      return nil
    }
    return name.text
  }

  /// A character, as people count them, may be several scalars.
  private static let mostScalarsOfName = TextLimit.name * 10

  private mutating func nameText(of value: Int, _ label: MemberLabel) -> String? {
    guard tree.kind(of: value) == .string, tree.bytes(of: value).count > 150 else {
      return text(of: value, label, atMost: Self.mostScalarsOfName)
    }
    let raw = tree.text(of: value)
    if raw.count <= TextLimit.name {
      return text(of: value, label, atMost: Self.mostScalarsOfName)
    }
    report(
      Diagnostic("V-01", .error, "\(label)过长", found: "\(shown(raw))", expected: "1至50个字符"),
      at: value
    )
    return nil
  }

  private func strangeName(_ name: String, _ strange: Character, _ label: MemberLabel) -> Diagnostic
  {
    let codes = strange.unicodeScalars.map { "U+" + hex($0) }.joined(separator: " ")
    return Diagnostic(
      "V-01",
      .error,
      "\(label)含有不允许的字符：\(codes)",
      found: "\(shown(name))",
      expected: "汉字、民族文字、间隔符“·”（U+00B7）、拉丁字母、空格、连字符或撇号"
    )
  }

  private mutating func remark(
    on name: PersonName,
    _ raw: String,
    _ label: MemberLabel,
    at value: Int
  ) {
    // A character takes at least one byte, so most names are short without being counted.
    if name.text.utf8.count > TextLimit.name, name.text.count > TextLimit.name {
      report(
        Diagnostic(
          "V-01",
          .error,
          "\(label)过长",
          found: "\(shown(name.text))",
          expected: "1至50个字符"
        ),
        at: value
      )
    }
    if name.hasNewSeparator {
      report(
        Diagnostic(
          "V-01b",
          .warning,
          "姓名间隔符已规范为“·”（U+00B7）",
          found: "\(shown(raw))",
          citation: "民委发〔2016〕33号"
        ),
        at: value
      )
    }
    if name.hasInnerSpace {
      report(
        Diagnostic(
          "V-01d",
          .warning,
          "\(label)的汉字之间有空格",
          found: "\(shown(raw))",
          advice: "如果只是为了对齐，请删去空格"
        ),
        at: value
      )
    }
    if name.hasNewSpacing {
      report(
        Diagnostic("V-01c", .warning, "\(label)中的全角字母或空格已规范", found: "\(shown(raw))"),
        at: value
      )
    }
  }
}

/// The members of a person that no filing must have.
struct EmployeeRest {
  let nationality: String?
  let ethnicity: String?
  let education: String?
  let hukouType: String?
  let hukouAddress: String?
  let residence: String?
  let workStartDate: CivilDate?
  let plannedRetirement: CivilDate?
  let specialWork: Bool?
  let idValidTo: CivilDate?
  let bankAccount: String?
  let bankCode: String?
  let usesSocialCard: Bool?
}
