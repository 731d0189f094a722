import Diagnostics
import Records

extension Rule {
  /// Whether an upload template has room for the name; the law has no such limit.
  static let longName = Rule(
    "V-01a",
    "姓名的字数",
    statement: "批量上传模板的姓名限10个字。只对按上传模板检查的记录适用；国家规定系统至少容纳50个字符，其他地方不限。",
    citation: "吉林用工备案批量模板说明；民委发〔2016〕33号",
    passing: "姓名“阿卜杜拉·买买提”，8个字",
    failing: "上传模板里姓名11个字"
  ) { filing, standards, findings in
    let limit = standards[.uploadNameCharacters]
    // A character takes at least one byte, so most names are short without being counted.
    guard filing.employee.name.utf8.count > limit, filing.employee.name.count > limit else {
      return
    }
    findings.add(
      .error,
      "e.name",
      "姓名超过\(limit)个汉字",
      found: "\(MaskedText.shown(filing.employee.name))",
      expected: "\(limit)个汉字以内",
      advice: "请向经办机构询问长姓名的报法，不要自行缩短"
    )
  }
}
