import Diagnostics
import Records

extension Rule {
  /// Whether everything is filled in that the place asks for.
  static let requiredFields = Rule(
    "V-09",
    "必填项",
    statement: "数据格式和地区方案要求的项目都要填写。各地另外要求的项目写在 content/rules 的 required 中。",
    citation: "各地用工备案操作指南",
    passing: "姓名、证件号码、合同起止日期等都已填写",
    failing: "没有填写工作岗位"
  ) { filing, standards, findings in
    let ending = filing.termination == nil ? [] : standards.required.termination
    guard !standards.required.filing.isEmpty || !ending.isEmpty else { return }
    let subject = FieldSubject(batch: standards.batch, filing: filing)
    for field in standards.required.filing + ending where field.value(subject) == nil {
      findings.lack(field)
    }
  }

  /// Whether the papers that the place asks for are there (V-65).
  static let requiredAttachments = Rule(
    "V-65",
    "应上传的材料",
    statement:
      "地区方案要求的材料（例如加盖单位印章的申报表照片）应当在附件中，并且已上传；审核已经通过的不再判断。各地要求的材料写在 content/rules 的 attachments 中，任选其一的用“/”分开。",
    citation: "《山西省人社公共服务平台打包快办用户使用手册》",
    passing: "附件中有“增减申报表照片”",
    failing: "没有上传增减申报表照片"
  ) { filing, standards, findings in
    guard !filing.isApproved else { return }
    for entry in standards.book.attachments[filing.kind] ?? [] {
      let kinds = entry.split(separator: "/").map(String.init)
      guard !kinds.contains(where: filing.attachments.contains) else { continue }
      let isSheet = entry.contains("申报表照片")
      findings.add(
        .warning,
        "f.id",
        isSheet ? "需上传加盖单位印章的申报表照片" : "缺少材料：\(list: kinds, by: "或者")",
        expected: "附件\(list: kinds.map { "“\($0)”" }, by: "或者")"
      )
    }
  }
}

extension HeadRule {
  /// Whether everything of the employer is filled in that contracts must name (V-11) or the place asks for.
  static let employerItems = HeadRule(.requiredFields) { batch, standards, findings in
    let subject = FieldSubject(batch: batch)
    for field in standards.required.head
    where field.value(subject) == nil && batch.isRead(field.path) {
      findings.lack(field)
    }
  }
}

extension Findings {
  fileprivate mutating func lack(_ field: Field) {
    let name = Message(term: field.label)
    add(.error, field.path, "必填项未填写：\(name)", advice: "请补填\(name)")
  }
}
