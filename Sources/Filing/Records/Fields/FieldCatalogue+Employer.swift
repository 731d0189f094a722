extension FieldCatalogue {
  static let employerFields: [Field] = [
    .text("emp.name", "单位名称", .nothing) { $0.batch.employer.name },
    .text("emp.uscc", "统一社会信用代码", .nothing) { $0.batch.employer.uscc },
    .text("emp.orgCode", "组织机构代码", .nothing) { $0.batch.employer.orgCode },
    .coded("emp.nature", "单位性质", choices: CodeChoices(EmployerNature.self, isOpen: true)) {
      $0.batch.employer.nature
    },
    .coded("emp.affiliation", "隶属关系", choices: CodeChoices(Affiliation.self, isOpen: true)) {
      $0.batch.employer.affiliation
    },
    .coded("emp.economicType", "单位经济类型", choices: CodeChoices(EconomicType.self, isOpen: true)) {
      $0.batch.employer.economicType
    },
    .coded("emp.ownership", "所有制性质", choices: .ownerships) { $0.batch.employer.ownership },
    .coded("emp.industry", "所属行业") { $0.batch.employer.industry },
    .coded("emp.division", "行政区划") { $0.batch.employer.division },
    .text("emp.legalRep.name", "法定代表人", .name) { $0.batch.employer.legalRep?.name },
    .text("emp.legalRep.idNumber", "法定代表人证件号码", .identityNumber) {
      $0.batch.employer.legalRep?.idNumber
    },
    .text("emp.legalRep.phone", "法定代表人电话", .phone) { $0.batch.employer.legalRep?.phone },
    .money("emp.registeredCapital", "注册资金（万元）") { $0.batch.employer.registeredCapital },
    .text("emp.addresses.registered", "注册地址") { $0.batch.employer.registeredAddress },
    .text("emp.addresses.business", "经营地址") { $0.batch.employer.businessAddress },
    .text("emp.addresses.mailing", "通讯地址") { $0.batch.employer.mailingAddress },
    .text("emp.address", "地址（注册地址，没有则为通讯地址）") {
      $0.batch.employer.registeredAddress ?? $0.batch.employer.mailingAddress
        ?? $0.batch.employer.businessAddress
    },
    .text("emp.postalCode", "邮政编码") { $0.batch.employer.postalCode },
    .text("emp.phone", "单位固定电话", .phone) { $0.batch.employer.phone },
    .text("emp.telephone", "联系电话（固定电话，没有则为经办人或联系人电话）", .phone) {
      $0.batch.employer.phone ?? $0.batch.employer.agent?.phone ?? $0.batch.employer.contact?.phone
    },
    .text("emp.contact.name", "单位联系人", .name) { $0.batch.employer.contact?.name },
    .text("emp.contact.mobile", "单位联系人手机号", .phone) { $0.batch.employer.contact?.phone },
    .text("emp.agent.name", "单位经办人", .name) { $0.batch.employer.agent?.name },
    .text("emp.agent.idNumber", "单位经办人身份证号", .identityNumber) {
      $0.batch.employer.agent?.idNumber
    },
    .text("emp.agent.mobile", "单位经办人手机号", .phone) { $0.batch.employer.agent?.phone },
    .text("emp.reviewOrg.name", "送审机构") { $0.batch.employer.reviewOrg?.label },
    .text("emp.reviewOrg.code", "送审机构代码") { $0.batch.employer.reviewOrg?.code },
    .text("emp.ssUnitNo", "单位编号", .nothing) { $0.batch.employer.socialSecurityNo },
    .text("emp.ssRegNo", "社会保险登记证号", .nothing) { $0.batch.employer.socialSecurityRegistration },
    .text("emp.superior", "上级主管部门") { $0.batch.employer.superior },
    .text("emp.account", "法人账号", .account) { $0.batch.employer.account },
    .code("emp.review.status", "单位审核状态") { $0.batch.employer.review?.status },
    .text("emp.review.opinion", "单位审核意见") { $0.batch.employer.review?.opinion },
    .date("emp.review.handledAt", "单位审核的经办时间") { $0.batch.employer.review?.handledAt },
    Field("emp.attachments", "材料清单", .list, .nothing, members: materialFields) { subject in
      .list(subject.batch.employer.materials.map(\.item))
    },
  ]
}

extension FieldCatalogue {
  private static let materialFields = [
    LineField.text("item.name", "材料名称", .nothing), .flag("item.required", "是否必填"),
    .flag("item.uploaded", "是否已上传"), .integer("item.pages", "页数"),
  ].map(\.memberField)

  static let employerStatsFields: [Field] = [
    .money("emp.stats.wageTotalLastYear", "上年度职工工资总额（万元）") {
      $0.batch.employer.stats?.wageTotalLastYear
    },
    .money("emp.stats.avgMonthlyWageLastYear", "上年度在岗职工人均月工资（元）") {
      $0.batch.employer.stats?.averageMonthlyWage
    },
    .money("emp.stats.arrearsTotal", "累计拖欠职工工资总额（万元）") { $0.batch.employer.stats?.arrearsTotal },
    .integer("emp.stats.arrearsPeople", "拖欠工资涉及职工人数") { $0.batch.employer.stats?.arrearsPeople },
    .integer("emp.stats.vacancies", "单位空缺岗位（人）") { $0.batch.employer.stats?.vacancies },
    .integer("emp.stats.staff", "劳动关系人员数") { $0.batch.employer.stats?.staff },
    .integer("emp.stats.male", "男职工") { $0.batch.employer.stats?.male },
    .integer("emp.stats.female", "女职工") { $0.batch.employer.stats?.female },
    .integer("emp.stats.onDuty", "在岗职工人数") { $0.batch.employer.stats?.onDuty },
    .integer("emp.stats.offDuty", "非在岗职工人数") { $0.batch.employer.stats?.offDuty },
    .integer("emp.stats.migrant", "其中农民工") { $0.batch.employer.stats?.migrant },
    .integer("emp.stats.shouldSign", "应签订劳动合同人数") { $0.batch.employer.stats?.shouldSign },
    .integer("emp.stats.signed", "实签订人数") { $0.batch.employer.stats?.signed },
    .integer("emp.stats.signRate", "合同签订率（%）") { $0.batch.employer.stats?.effectiveSignRate },
    .integer("emp.stats.taskContracts", "签订以完成一定工作任务为期限的劳动合同人数") {
      $0.batch.employer.stats?.taskContracts
    },
    .integer("emp.stats.under3y", "签订3年以下的人数") { $0.batch.employer.stats?.under3y },
    .integer("emp.stats.from3to10y", "签订3年至10年的人数") { $0.batch.employer.stats?.from3to10y },
    .integer("emp.stats.over10yOrOpen", "签订10年以上和无固定期限的人数") {
      $0.batch.employer.stats?.over10yOrOpen
    },
  ]
}

extension CodeChoices {
  /// 所有制性质 (备案表一填表说明).
  fileprivate static let ownerships = CodeChoices.open(
    "国有经济",
    "集体经济",
    "股份制经济",
    "私营经济",
    "外商投资经济",
    "港澳台投资经济",
    "个体经济",
    "乡镇企业"
  )
}

extension Attachment {
  /// The attachment as one thing of a list.
  fileprivate var item: ItemValue {
    var members: [String: FieldValue] = ["name": .text(kind)]
    members["required"] = isRequired.map { .flag($0) }
    members["uploaded"] = isUploaded.map { .flag($0) }
    members["pages"] = pages.map { .integer($0) }
    return ItemValue(kind, members: members)
  }
}
