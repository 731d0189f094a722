extension RecordList {
  /// What the rows of the list hold, in the order of their columns (domain reference 3.2, 3.6).
  var lineFields: [LineField] {
    switch self {
    case .insuranceChanges: Self.insuranceChangeFields
    case .infoChanges: Self.infoChangeFields
    case .wages: Self.wageFields
    case .injuryClaims: Self.injuryClaimFields
    case .injuryProofs: Self.injuryProofFields
    case .contributionBases: Self.contributionBaseFields
    case .balances: Self.balanceFields
    case .benefits: Self.benefitFields
    case .seals: Self.sealFields
    case .sealUses: Self.sealUseFields
    case .rosters: Self.rosterFields
    }
  }

  private static let insuranceChangeFields: [LineField] = [
    .name("e.name").required,
    .code("e.idType", "证件类型", CodeChoices(IdentityType.self)),
    .identityNumber("e.idNumber").required,
    .code("e.sex", "性别", CodeChoices(Sex.self)),
    .date("e.birthDate", "出生日期", .birthDate),
    .text("e.ethnicity", "民族"),
    .text("e.education", "文化程度"),
    .text("e.hukouType", "户口性质"),
    .text("e.hukouAddress", "户籍地址", .address),
    .text("e.phone", "联系电话", .phone),
    .date("e.workStartDate", "参加工作日期"),
    .date("e.idValidTo", "证件有效期"),
    .code("i.direction", "增减", CodeChoices(InsuranceDirection.self)).required,
    .code(
      "i.kind",
      "变更类型",
      CodeChoices(words: InsuranceDirection.allCases.flatMap(\.kinds), isOpen: true)
    ),
    .codes("i.kinds", "险种", CodeChoices(InsuranceKind.self)),
    .text("i.reason", "变更原因").wanted(beside: "i.direction", InsuranceDirection.decrease.rawValue),
    .date("i.changeDate", "变更时间").required,
    .date("i.firstInsuredDate", "首次参保日期"),
    .date("i.unitInsuredDate", "进入本单位参保日期"),
    .money("i.wage", "缴费工资"),
    .code("i.employmentForm", "用工形式", CodeChoices(EmploymentForm.self, isOpen: true)),
    .code("i.personStatus", "人员类别", .open("在职", "退休", "离休")),
    .date("i.birthMonth", "出生年月", .birthDate),
    .date("i.workStartMonth", "参加工作年月"),
    .date("i.retiredMonth", "退（离）休年月"),
    .flag("i.civilSubsidy", "是否享受公务员补助待遇"),
    .text("i.formerPlace", "原参保地"),
    .text("i.transferReason", "转移原因"),
    .text("i.school", "毕业院校"),
    .date("i.graduatedOn", "毕业时间"),
    .text("i.archivePlace", "档案所在"),
    .text("i.jobType", "就业类型"),
    .date("i.jobDate", "就业日期"),
    .text("i.jobCategory", "工种"),
    .text("i.remark", "备注"),
    .text("x.adminPost", "行政职务"),
    .text("x.techGrade", "专业技术职务等级"),
    .text("x.post", "岗位"),
    .text("x.salaryGrade", "岗位薪级"),
    .text("x.annuityMode", "职业年金缴费形式"),
    .text("x.leaderFlag", "领导职务标识"),
    .text("x.approvalFileNo", "备案文件号"),
  ]

  private static let infoChangeFields: [LineField] = [
    .name("e.name").required,
    .code("e.idType", "证件类型", CodeChoices(IdentityType.self)),
    .identityNumber("e.idNumber").required,
    .text("e.phone", "联系电话", .phone),
    .text("e.bank.account", "银行账号", .account),
    .text("e.bank.bankCode", "银行类别"),
    .flag("e.bank.useSsCard", "是否使用社保卡"),
    .text("ic.batchNo", "批次号"),
    .text("ic.item", "修改项目"),
    .text("ic.before", "修改前"),
    .text("ic.after", "修改后"),
    .text("ic.reportedAt", "申报时间"),
    .code("ic.status", "审核状态", CodeChoices(ReviewStatus.self)),
    .text("ic.remark", "备注"),
  ]

  private static let wageFields: [LineField] = [
    .text("w.ids.medical", "医疗个人ID", .nothing),
    .text("w.ids.injury", "工伤个人ID", .nothing),
    .text("w.ids.unemployment", "失业个人ID", .nothing),
    .text("w.unitIds.medical", "医疗单位ID", .nothing),
    .text("w.unitIds.injury", "工伤单位ID", .nothing),
    .text("w.unitIds.unemployment", "失业单位ID", .nothing),
    .name("w.name").required,
    .identityNumber("w.idNumber").required,
    .text("w.insuredStatus", "参保身份"),
    .money("w.oldWage", "原缴费工资"),
    .money("w.newWage", "申报工资"),
    .text("w.effectiveMonth", "起始年月", .nothing),
    .text("w.reason", "变更原因"),
    .text("w.updatedAt", "更新时间", .nothing),
    .text("w.remark", "备注"),
  ]

  private static let contributionBaseFields: [LineField] = [
    .name("cb.name").required,
    .identityNumber("cb.idNumber").required,
    .code("cb.kind", "险种", CodeChoices(InsuranceKind.self)).required,
    .text("cb.month", "费款所属期", .nothing).required,
    .money("cb.base", "缴费基数").required,
    .money("cb.unitAmount", "单位应缴"),
    .money("cb.personAmount", "个人应缴"),
    .text("cb.status", "缴费状态"),
  ]

  private static let balanceFields: [LineField] = [
    .text("bl.month", "年月", .nothing).required,
    .code("bl.kind", "险种", CodeChoices(InsuranceKind.self)).required,
    .integer("bl.people", "人数"),
    .money("bl.income", "缴费金额").required,
    .money("bl.expense", "待遇支出").required,
    .text("bl.remark", "备注"),
  ]

  private static let benefitFields: [LineField] = [
    .name("bf.name").required,
    .identityNumber("bf.idNumber").required,
    .code("bf.kind", "险种", CodeChoices(InsuranceKind.self)).required,
    .text("bf.item", "待遇项目").required,
    .text("bf.month", "发放年月", .nothing).required,
    .money("bf.amount", "发放金额").required,
    .text("bf.account", "银行账号", .account),
    .text("bf.status", "发放状态"),
  ]
}
