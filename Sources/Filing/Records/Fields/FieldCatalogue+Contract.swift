import Calendar

extension FieldCatalogue {
  static let contractFields: [Field] = [
    .text("c.no", "合同编号") { $0.filing?.contract.no },
    .text("c.templateCode", "合同模板") { $0.filing?.contract.templateCode },
    .coded("c.employmentForm", "用工形式", choices: CodeChoices(EmploymentForm.self, isOpen: true)) {
      $0.filing?.contract.employmentForm
    },
    .code("c.termType", "合同类别") { $0.filing?.contract.termType },
    .text("c.termTypeText", "合同类别（短）") { $0.filing?.contract.termType.label },
    .text("c.termTypeLong", "合同类别（全称）") { $0.filing?.contract.termType.longLabel },
    .date("c.hireDate", "用工起始日期") { $0.filing?.contract.hireDate },
    .date("c.startDate", "合同起始日期") { $0.filing?.contract.startDate },
    .date("c.endDate", "合同终止日期") { $0.filing?.contract.endDate },
    .text("c.endDateText", "合同终止日期（或无固定期限、任务完成时）") { $0.filing?.contract.endText },
    .text("c.periodText", "合同期限（起至止）") { $0.filing?.contract.periodText },
    .text("c.task", "工作任务") { $0.filing?.contract.task },
    .text("c.taskEndCondition", "任务完成标志") { $0.filing?.contract.taskEndCondition },
    .text("c.position", "工作岗位") { $0.filing?.contract.position },
    .text("c.jobCategory", "工种") { $0.filing?.contract.jobCategory },
    .text("c.duties", "工作内容") { $0.filing?.contract.duties },
    .text("c.workLocation", "工作地点") { $0.filing?.contract.workLocation },
    .text("c.hazards", "职业危害") { $0.filing?.contract.hazards },
    .code("c.workTime.system", "工时制度") { $0.filing?.contract.workTime.system },
    .text("c.workTime.cycle", "综合计算周期") { $0.filing?.contract.workTime.cycle },
    .text("c.workTime.approvalNo", "特殊工时审批文号") { $0.filing?.contract.workTime.approvalNo },
    .date("c.signDate", "签订日期") { $0.filing?.contract.signDate },
    .code("c.signMode", "签订方式") { $0.filing?.contract.signMode },
    .integer("c.copies", "合同份数") { $0.filing?.contract.copies },
    .integer("c.serviceYearsCeil", "到填报日期的本单位工作年限（年，不足一年按一年）") { subject in
      subject.filing.map { $0.contract.hireDate.startedYears(on: subject.batch.asOf) }
    },
    .integer("c.sequence", "第几次订立") { $0.filing?.contract.sequence },
    .flag("c.isFixedAgain", "是否连续二次固定期限后仍订立固定期限") { $0.filing?.contract.isFixedAgain },
    Field("c.insuranceKinds", "参保险种", .list, .nothing, choices: CodeChoices(InsuranceKind.self)) {
      subject in
      subject.filing.map { .list($0.contract.insuranceKinds.map(\.item)) }
    },
    .text("c.insuranceText", "参保险种（顿号相连）") { subject in
      subject.filing?.contract.insuranceText
    },
    Field("c.clauses", "双方约定事项", .list) { subject in
      subject.filing.map { .list($0.contract.clauses.map(\.item)) }
    },
  ]

  static let contractPartFields: [Field] = [
    .code("c.wage.type", "工资形式") { $0.filing?.contract.wage.type },
    .money("c.wage.monthly", "月工资") { $0.filing?.contract.wage.monthly },
    .money("c.wage.hourly", "小时工资") { $0.filing?.contract.wage.hourly },
    .text("c.wage.pieceRate", "计件单价") { $0.filing?.contract.wage.pieceRate },
    .money("c.wage.base", "基本工资") { $0.filing?.contract.wage.base },
    .text("c.wage.performanceRule", "绩效工资办法") { $0.filing?.contract.wage.performanceRule },
    .text("c.wage.other", "其他工资约定") { $0.filing?.contract.wage.other },
    .integer("c.wage.payDay", "发工资日期") { $0.filing?.contract.wage.payDay },
    .money("c.wage.probation", "试用期工资") { subject in
      subject.filing?.contract.wage.probation ?? subject.filing?.contract.probation?.wage
    },
    .flag("c.probation.has", "是否约定试用期") { subject in
      subject.filing.map { $0.contract.probation != nil }
    },
    .date("c.probation.startDate", "试用期起始日期") { subject in
      subject.filing?.contract.probation.map { $0.startDate ?? subject.filing?.contract.startDate }
        ?? nil
    },
    .date("c.probation.endDate", "试用期终止日期") { $0.filing?.contract.probation?.endDate },
    .money("c.probation.wage", "试用期工资") { $0.filing?.contract.probation?.wage },
    .text("c.dispatch.hostUnit", "用工单位", .nothing) { $0.filing?.contract.dispatch?.hostUnit },
    .text("c.dispatch.hostUscc", "用工单位统一社会信用代码", .nothing) {
      $0.filing?.contract.dispatch?.hostUscc
    },
    .date("c.dispatch.start", "派遣起始日期") { $0.filing?.contract.dispatch?.start },
    .date("c.dispatch.end", "派遣终止日期") { $0.filing?.contract.dispatch?.end },
    .text("c.dispatch.post", "派遣岗位") { $0.filing?.contract.dispatch?.post },
    .text("c.prior.contractNo", "原合同编号") { $0.filing?.contract.prior?.contractNo },
    .date("c.prior.startDate", "原合同起始日期") { $0.filing?.contract.prior?.startDate },
    .date("c.prior.endDate", "原合同终止日期") { $0.filing?.contract.prior?.endDate },
    .code("c.prior.termType", "原合同类别") { $0.filing?.contract.prior?.termType },
    .integer("c.prior.sequence", "原合同第几次订立") { $0.filing?.contract.prior?.sequence },
  ]
}

extension Contract {
  /// The end of the term as columns print it.
  var endText: String {
    switch termType {
    case .open: "无固定期限"
    case .task: endDate?.description ?? "任务完成时"
    case .fixed: endDate?.description ?? ""
    }
  }

  /// The term as a sentence prints it.
  var periodText: String {
    switch (termType, endDate) {
    case (.open, _): "自\(startDate.chinese)起，无固定期限"
    case (.task, nil): "自\(startDate.chinese)起至工作任务完成时止"
    case (_, let end?): "自\(startDate.chinese)起至\(end.chinese)止"
    case (.fixed, nil): "自\(startDate.chinese)起"
    }
  }

  /// Whether the term is fixed again after two fixed ones, which only the employee may ask for (Labour Contract Law,
  /// article 14, paragraph 2, item 3).
  var isFixedAgain: Bool {
    termType == .fixed && sequence > 2 && prior?.termType ?? .fixed == .fixed
  }

  /// The kinds of insurance in full, joined.
  var insuranceText: String? {
    insuranceKinds.isEmpty ? nil : insuranceKinds.map(\.label).joined(separator: "、")
  }
}

extension InsuranceKind {
  /// The kind as one thing of a list.
  var item: ItemValue {
    ItemValue(
      label,
      members: ["code": .text(rawValue), "label": .text(label), "text": .text(label)]
    )
  }
}

extension Clause {
  /// The clause as one thing of a list.
  var item: ItemValue { ItemValue(text, members: ["no": .text(no), "text": .text(text)]) }
}
