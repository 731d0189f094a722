extension FieldCatalogue {
  static let employeeFields: [Field] = [
    .text("e.name", "姓名", .name) { $0.filing?.employee.name },
    .code("e.idType", "证件类型") { $0.filing?.employee.idType },
    .text("e.idNumber", "证件号码", .identityNumber) { $0.filing?.employee.idNumber },
    .code("e.sex", "性别") { $0.filing?.employee.sex },
    .date("e.birthDate", "出生日期", .birthDate) { $0.filing?.employee.birthDate },
    .text("e.nationality", "国籍") { $0.filing?.employee.nationality },
    .text("e.ethnicity", "民族") { $0.filing?.employee.ethnicity },
    .text("e.education", "文化程度") { $0.filing?.employee.education },
    .text("e.hukouType", "户口性质") { $0.filing?.employee.hukouType },
    .text("e.hukouAddress", "户籍地址", .address) { $0.filing?.employee.hukouAddress },
    .text("e.residence", "现住址", .address) { $0.filing?.employee.residence },
    .text("e.phone", "联系电话", .phone) { $0.filing?.employee.phone },
    .code("e.retirementCategory", "退休类别") { $0.filing?.employee.retirementCategory },
    .date("e.workStartDate", "参加工作日期") { $0.filing?.employee.workStartDate },
    .date("e.plannedRetirement", "选择的退休日期（弹性退休）") { $0.filing?.employee.plannedRetirement },
    .flag("e.choosesRetirement", "是否选择弹性退休") { subject in
      subject.filing.map { $0.employee.plannedRetirement != nil }
    },
    .flag("e.specialWork", "是否特殊工种") { $0.filing?.employee.specialWork },
    .date("e.idValidTo", "证件有效期") { $0.filing?.employee.idValidTo },
    .text("e.bank.account", "银行账号", .account) { $0.filing?.employee.bankAccount },
    .text("e.bank.bankCode", "银行类别") { $0.filing?.employee.bankCode },
    .flag("e.bank.useSsCard", "是否使用社保卡") { $0.filing?.employee.usesSocialCard },
  ]

  static let filingFields: [Field] = [
    .text("f.id", "备案编号") { $0.filing?.id },
    Field("f.kind", "业务类型", .code, choices: .filingKinds) { subject in
      subject.filing.map {
        .code($0.kind.rawValue, label: $0.kind.label(for: subject.batch.profile))
      }
    },
    .text("f.kindText", "业务类型（按地区方案的叫法）") { subject in
      subject.filing?.kind.label(for: subject.batch.profile)
    },
    .integer("f.row", "记录文件中的行") { $0.filing?.row },
    .code("f.contractState", "合同状态") { $0.filing?.contractState },
    .code("f.review.status", "审核状态") { $0.filing?.review.status },
    .text("f.review.opinion", "审核意见") { $0.filing?.review.opinion },
    .date("f.review.handledAt", "审核日期") { $0.filing?.review.handledAt },
    .flag("f.employed", "是否在职") { subject in
      subject.filing.map { $0.isEmployed(on: subject.batch.asOf) }
    },
    .flag("f.rostered", "是否生成名册") { $0.filing?.rostered },
    .text("f.rosterNo", "名册编号") { $0.filing?.rosterNo },
    .date("f.submittedAt", "提交日期") { $0.filing?.submittedAt },
    .date("f.approvedAt", "审核通过日期") { $0.filing?.approvalDate },
    .date("f.voidedAt", "作废日期") { $0.filing?.voidedAt },
    .date("f.revokedAt", "撤销日期") { $0.filing?.revokedAt },
    .text("f.remark", "备注") { $0.filing?.remark },
  ]

  static let documentFields: [Field] = [
    .date("batch.asOf", "填报日期（基准日期）") { $0.batch.asOf },
    .code("batch.profile", "地区方案") { $0.batch.profile },
    .integer("seq", "序号") { $0.seq },
    .given("form.title", "表单标题", .text),
    .given("form.copies", "份数", .integer),
    .given("copy.label", "联次说明", .text),
    .given("copy.no", "第几份", .integer),
    .given("roster.no", "名册编号", .text),
    .given("roster.check", "名册校验码", .text),
    .given("roster.count", "名册人数", .integer),
    .given("roster.male", "男性人数", .integer),
    .given("roster.female", "女性人数", .integer),
    .given("roster.wageSum", "月工资合计", .money),
    .given("roster.compensationSum", "经济补偿金合计", .money),
    .given("roster.terminated", "终止人数", .integer),
    .given("roster.dissolved", "解除人数", .integer),
    .given("roster.compensated", "已支付经济补偿人数", .integer),
    .given("roster.excluded", "未列入人数", .integer),
    .text("item", "列表中的一项") { $0.item?.text },
    Field("item.no", "该项的编号", .text) { $0.item?.members["no"] },
    Field("item.text", "该项的文字", .text) { $0.item?.members["text"] },
    Field("item.label", "该项的名称", .text) { $0.item?.members["label"] },
    Field("item.code", "该项的代码", .text) { $0.item?.members["code"] },
  ]
}
