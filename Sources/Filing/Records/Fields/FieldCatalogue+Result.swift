import Calendar

extension FieldCatalogue {
  /// What a list of outcomes prints of each row, sound or not (domain form 上传结果列表).
  static let resultFields: [Field] = [
    .text("u.result", "上传结果") { $0.result?.word },
    .text("u.reason", "失败原因") { $0.result?.reason },
    .text("u.name", "姓名", .name) { $0.result?.name },
    .text("u.idNumber", "证件号码（只显示后四位）", .identityNumber) { subject in
      subject.result?.sketch.idNumber.map(MaskedText.lastFour)
    },
    .text("u.sex", "性别") { $0.result?.sketch.sex },
    .text("u.startDate", "合同起始日期") { $0.result?.sketch.startDate.map(compactDate) },
    .text("u.endDate", "合同结束日期") { $0.result?.sketch.endDate.map(compactDate) },
    .integer("u.row", "行号") { $0.result?.row },
    .text("u.rule", "规则码") { $0.result?.rules },
    .given("upload.file", "记录文件", .text),
    .given("upload.total", "总数", .integer),
    .given("upload.passed", "成功", .integer),
    .given("upload.failed", "失败", .integer),
  ]

  /// Dates are printed as `yyyyMMdd`, as the halls do; what is no date stands as it was written.
  private static func compactDate(_ text: String) -> String {
    CivilDate(iso: text)?.compact ?? MaskedText.shown(text)
  }
}
