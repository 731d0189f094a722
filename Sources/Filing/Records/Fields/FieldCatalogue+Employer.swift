extension FieldCatalogue {
  static let employerFields: [Field] = [
    .text("emp.name", "单位名称", .nothing) { $0.batch.employer.name },
    .text("emp.uscc", "统一社会信用代码", .nothing) { $0.batch.employer.uscc },
    .text("emp.orgCode", "组织机构代码", .nothing) { $0.batch.employer.orgCode },
    .coded("emp.nature", "单位性质") { $0.batch.employer.nature },
    .coded("emp.affiliation", "隶属关系") { $0.batch.employer.affiliation },
    .coded("emp.economicType", "单位经济类型") { $0.batch.employer.economicType },
    .coded("emp.ownership", "所有制性质") { $0.batch.employer.ownership },
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
    .code("emp.review.status", "单位审核状态") { $0.batch.employer.review?.status },
  ]
}
