extension RecordList {
  /// What a claim is for: 住院伙食费 in a hospital, or 交通食宿费 on the way to one.
  private static let sections = CodeChoices(
    choices: [
      CodeChoices.Choice(code: "meal", label: "住院伙食费", others: []),
      CodeChoices.Choice(code: "trip", label: "就医途中交通食宿费", others: []),
    ],
    isOpen: false
  )

  static let injuryClaimFields: [LineField] = [
    .code("k.section", "费用类别", sections).required,
    .name("k.name").required,
    .identityNumber("k.idNumber", "公民身份号码").required,
    .code("k.sex", "性别", CodeChoices(Sex.self)),
    .date("k.injuryDate", "工伤时间").required,
    .text("k.hospital", "医疗机构", .nothing).required,
    .text("k.diagnosis", "工伤诊断"),
    .date("k.inDate", "开始日期"),
    .date("k.outDate", "结束日期"),
    .integer("k.days", "天数"),
    .money("k.rate", "标准（元/天）"),
    .money("k.amount", "伙食费金额"),
    .date("k.departDate", "出发日期"),
    .date("k.arriveDate", "到达日期"),
    .integer("k.lodgingDays", "住宿天数"),
    .money("k.lodgingFee", "住宿费"),
    .code("k.transport", "交通工具", .open("火车硬席", "动车二等座", "客运汽车", "救护车", "其他")),
    .money("k.transportFee", "交通费"),
    .money("k.total", "交通食宿费合计"),
    .money("k.cost", "本行费用"),
    .code("k.status", "状态", .open("未确认", "已确认", "中心审核")),
    .text("k.remark", "备注"),
  ]

  static let injuryProofFields: [LineField] = [
    .code("p.section", "证明对象", .closed("单位", "个人")).required,
    .text("p.no", "证明编号", .nothing),
    .name("p.name"),
    .identityNumber("p.idNumber", "公民身份号码"),
    .date("p.joinedOn", "参保日期"),
    .integer("p.people", "参保人数"),
    .text("p.status", "缴费状态"),
    .text("p.paidTo", "缴费截至年月", .nothing),
    .text("p.rateClass", "费率类别", .nothing),
    .text("p.purpose", "证明用途"),
    .text("p.office", "出具机构", .nothing),
    .text("p.printedAt", "打印时间", .nothing),
    .text("p.verifyCode", "验证码", .nothing),
    .rows(
      "p.periods",
      "参保明细",
      [
        .text("item.kind", "参保险种", .nothing),
        .text("item.unit", "参保单位", .nothing),
        .text("item.from", "参保起始年月", .nothing),
        .text("item.to", "缴费截至年月", .nothing),
        .integer("item.people", "参保人数"),
        .text("item.status", "缴费状态"),
        .text("item.remark", "备注"),
      ]
    ).required,
  ]
}
