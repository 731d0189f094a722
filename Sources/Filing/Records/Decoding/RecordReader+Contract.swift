import Calendar
import Diagnostics
import JSON

extension RecordReader {
  private static let workTimeKeys: KnownKeys = [.system, .cycle, .approvalNo]
  private static let contractKeys: KnownKeys = [
    .no, .templateCode, .employmentForm, .termType, .hireDate, .startDate, .endDate, .task,
    .taskEndCondition, .probation, .position, .jobCategory, .duties, .workLocation,
    .workTime,
    .wage, .insuranceKinds, .dispatch, .clauses, .signDate, .signMode, .copies, .sequence,
    .prior, .hazards,
  ]

  /// Reads the contract of a filing of `kind`.
  mutating func contract(_ object: Int?, kind: FilingKind?, profile: Profile?) -> Contract? {
    guard let object else { return nil }
    close(object, knows: Self.contractKeys)
    let no = text(.no, "合同编号", in: object, .required)
    let template = text(.templateCode, "合同模板", in: object, .required)
    let form = employmentForm(in: object, profile: profile)
    let term = term(of: kind, in: object)
    let work = work(of: kind, in: object)
    let pay = wage(self.object(.wage, in: object, kind.needOfTerms))
    let probation = probation(self.object(.probation, in: object))
    let insurance = insuranceKinds(in: object, kind.needOfTerms)
    let dispatch = dispatch(in: object, isNeeded: form?.code == EmploymentForm.dispatched.rawValue)
    let clauses = clauses(in: object)
    let signDate = date(.signDate, "签订日期", in: object, .required)
    let signMode = code(.signMode, "签订方式", in: object, .required, as: SignMode.self)
    let copies = integer(.copies, "合同份数", in: object, .required, within: 1...20)
    let sequence = integer(.sequence, "第几次订立", in: object, .required, within: 1...99)
    let prior = prior(in: object, isNeeded: kind == .renew)
    guard let no, let template, let form, let term, let work, let pay, let signDate, let signMode,
      let copies, let sequence
    else { return nil }
    return Contract(
      no: no,
      templateCode: template,
      employmentForm: form,
      term: term,
      work: work,
      wage: pay,
      probation: probation,
      insuranceKinds: insurance,
      dispatch: dispatch,
      clauses: clauses,
      signDate: signDate,
      signMode: signMode,
      copies: copies,
      sequence: sequence,
      prior: prior
    )
  }

  private mutating func employmentForm(in object: Int, profile: Profile?) -> CodedText? {
    guard let coded = coded(.employmentForm, "用工形式", in: object, .required) else { return nil }
    if let form = EmploymentForm.meant(by: coded.code) {
      return CodedText(code: form.rawValue, label: form.label)
    }
    let severity: Severity = profile?.hasUnseenCodes ?? true ? .warning : .error
    let value = tree.member(.employmentForm, of: object) ?? object
    reportUnknown(EmploymentForm.self, coded.label, "用工形式", at: value, severity)
    return coded
  }

  private mutating func term(of kind: FilingKind?, in object: Int) -> ContractTerm? {
    let type = code(.termType, "合同类别", in: object, kind.needOfTermAndPost, as: TermType.self)
    // The certificate tells how long somebody has worked here.
    let needOfHire: Need = kind == .terminate ? .statutory(.certificate) : .required
    let hireDate = date(.hireDate, "用工起始日期", in: object, needOfHire)
    let startDate = date(.startDate, "合同起始日期", in: object, kind.needOfTermAndPost)
    let endDate = date(.endDate, "合同终止日期", in: object)
    if let type { checkEnd(type, start: startDate, end: endDate, in: object) }
    let task = text(.task, "工作任务", in: object, type == .task ? .required : .optional)
    let condition = text(.taskEndCondition, "任务完成标志", in: object)
    guard let type, let hireDate, let startDate else { return nil }
    return ContractTerm(
      type: type,
      hireDate: hireDate,
      startDate: startDate,
      endDate: endDate,
      task: task,
      taskEndCondition: condition
    )
  }

  /// Checks the end of a term against its kind and its start (V-16).
  private mutating func checkEnd(
    _ type: TermType,
    start: CivilDate?,
    end: CivilDate?,
    in object: Int
  ) {
    let value = tree.member(.endDate, of: object)
    let isGiven = value.map { tree.kind(of: $0) != .null } ?? false
    if type == .open, let value, isGiven {
      report(
        Diagnostic(
          "V-16",
          .error,
          "无固定期限劳动合同不应有终止日期",
          found: "\(end?.description ?? shown(tree.text(of: value)))",
          advice: "请删去合同终止日期，或改为固定期限",
          citation: "《劳动合同法》第十四条"
        ),
        at: value
      )
    }
    if type == .fixed, !isGiven {
      report(
        Diagnostic(
          "V-16",
          .error,
          "固定期限合同缺少终止日期",
          advice: "请补填合同终止日期",
          citation: "《劳动合同法》第十三条"
        ),
        at: object,
        missing: "endDate"
      )
    }
    if type != .open, let value, let start, let end, end <= start {
      report(
        Diagnostic(
          "V-16",
          .error,
          "合同终止日期应晚于起始日期",
          found: "\(start) 至 \(end)",
          advice: "请核对两个日期"
        ),
        at: value
      )
    }
  }

  private mutating func work(of kind: FilingKind?, in object: Int) -> ContractWork? {
    let position = text(.position, "工作岗位", in: object, kind.needOfTermAndPost)
    let category = text(.jobCategory, "工种", in: object)
    let duties = text(.duties, "工作内容", in: object)
    let location = text(.workLocation, "工作地点", in: object, kind.needOfTerms)
    let hazards = text(.hazards, "职业危害", in: object)
    let time = self.object(.workTime, in: object, kind.needOfTerms)
    close(time, knows: Self.workTimeKeys)
    let system = code(.system, "工时制度", in: time, kind.needOfTerms, as: WorkTimeSystem.self)
    let needsApproval: Need = system == .standard || system == nil ? .optional : .wanted
    let cycle = text(.cycle, "计算周期", in: time)
    let approval = text(.approvalNo, "特殊工时审批文号", in: time, needsApproval)
    guard let position, let location, let system else { return nil }
    return ContractWork(
      position: position,
      jobCategory: category,
      duties: duties,
      location: location,
      time: WorkTime(system: system, cycle: cycle, approvalNo: approval),
      hazards: hazards
    )
  }
}

/// The members of a contract that say how long it lasts.
struct ContractTerm {
  let type: TermType
  let hireDate: CivilDate
  let startDate: CivilDate
  let endDate: CivilDate?
  let task: String?
  let taskEndCondition: String?
}

/// The members of a contract that say what is to be done, where and when.
struct ContractWork {
  let position: String
  let jobCategory: String?
  let duties: String?
  let location: String
  let time: WorkTime
  let hazards: String?
}
