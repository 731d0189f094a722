extension RecordList {
  /// The four cases of 劳动合同法第四十一条第一款.
  private static let layoffGrounds = CodeChoices.closed(
    "依照企业破产法规定进行重整",
    "生产经营发生严重困难",
    "企业转产、重大技术革新或者经营方式调整",
    "其他因客观经济情况发生重大变化"
  )

  static let layoffFields: [LineField] = [
    .integer("lo.staff", "职工总数").required,
    .integer("lo.planned", "拟裁减人数").required,
    .code("lo.ground", "裁减依据", layoffGrounds).required,
    .date("lo.explainedOn", "向工会或者全体职工说明情况的日期").required,
    .text("lo.unionOpinion", "工会或者职工的意见"),
    .text("lo.plan", "裁减方案").required,
    .date("lo.plannedFrom", "拟开始裁减的日期"),
    .text("lo.compensation", "经济补偿办法"),
    .rows(
      "lo.people",
      "拟裁减人员",
      [
        .name("item.name"),
        .identityNumber("item.idNumber", "公民身份号码"),
        .text("item.position", "工作岗位"),
        .date("item.startDate", "合同起始日期"),
        .date("item.endDate", "合同终止日期"),
        .text("item.remark", "备注"),
      ]
    ),
  ]

  static let sealUseFields: [LineField] = [
    .text("su.at", "使用时间", .nothing).required,
    .name("su.user", "使用人员姓名").required,
    .text("su.ownerName", "印章所属企业名称", .nothing).required,
    .text("su.sealName", "印章名称", .nothing).required,
    .text("su.sealId", "印章编码", .nothing),
    .text("su.docNo", "文件编号", .nothing),
    .text("su.result", "结果"),
  ]

  static let rosterFields: [LineField] = [
    .text("r.no", "名册编号", .nothing).required,
    .text("r.kind", "名册类型", .nothing).required,
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
