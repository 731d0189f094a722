extension RecordList {
  static let sealFields: [LineField] = [
    .text("s.type", "印章类型", .nothing).required,
    .text("s.name", "印章名称", .nothing).required,
    .text("s.owner", "印章所有者", .nothing),
    .text("s.ownerUscc", "印章所有者的统一社会信用代码", .nothing),
    .text("s.shape", "印章形状", .nothing),
    .integer("s.diameter", "印章直径（毫米）"),
    .text("s.serial", "印章编码", .nothing),
    .code("s.status", "印章状态", CodeChoices(SealStatus.self)),
    .date("s.validFrom", "印章有效期起"),
    .date("s.validTo", "印章有效期止"),
  ]

  static let sealUseFields: [LineField] = [
    .text("su.at", "使用时间", .nothing).required,
    .name("su.user", "使用人员姓名").required,
    .text("su.ownerName", "印章所属企业名称", .nothing).required,
    .text("su.sealName", "印章名称", .nothing).required,
    .text("su.sealId", "印章编码", .nothing),
    .text("su.docNo", "文件编号", .nothing),
    .text("su.result", "结果"),
    .text("su.codeSentAt", "验证码发送时间", .nothing),
    .text("su.codeEnteredAt", "验证码输入时间", .nothing),
  ]

  static let rosterFields: [LineField] = [
    .text("r.no", "名册编号", .nothing).required,
    .text("r.kind", "名册类型", .nothing).required,
    .codes("r.filingIds", "所含备案的编号", .open()),
    .integer("r.count", "人数").required,
    .integer("r.male", "男"),
    .integer("r.female", "女"),
    .money("r.wageSum", "月工资合计"),
    .text("r.generatedAt", "生成时间", .nothing),
    .text("r.savedAt", "保存时间", .nothing),
    .name("r.savedBy", "保存人"),
    .integer("r.pages", "页数"),
    .integer("r.volumes", "册数"),
    .integer("r.printed", "打印次数"),
    .integer("r.downloaded", "下载次数"),
    .code("r.status", "状态", .closed("预览", "已保存", "已作废")),
  ]
}
