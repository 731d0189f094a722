public import Calendar

/// A labour contract (Labour Contract Law article 17).
public struct Contract: Sendable {
  /// The employer's contract number.
  public let no: String
  /// The template the contract was drawn up on.
  public let templateCode: String
  /// 用工形式.
  public let employmentForm: CodedText
  /// How long the contract is to last.
  public let termType: TermType
  /// The first day of the relation.
  public let hireDate: CivilDate
  /// The first day of the term.
  public let startDate: CivilDate
  /// The last day of the term, where there is one.
  public let endDate: CivilDate?
  /// The task of a task contract.
  public let task: String?
  /// When that task counts as done.
  public let taskEndCondition: String?
  /// The probation, where one is agreed.
  public let probation: Probation?
  /// 工作岗位.
  public let position: String
  /// 工种.
  public let jobCategory: String?
  /// 工作内容.
  public let duties: String?
  /// 工作地点.
  public let workLocation: String
  /// 职业危害.
  public let hazards: String?
  /// 工作时间.
  public let workTime: WorkTime
  /// 劳动报酬.
  public let wage: Wage
  /// 社会保险.
  public let insuranceKinds: [InsuranceKind]
  /// The host of a dispatched worker.
  public let dispatch: Dispatch?
  /// Further agreed clauses.
  public let clauses: [Clause]
  /// The day of signing.
  public let signDate: CivilDate
  /// On paper or electronically.
  public let signMode: SignMode
  /// How many copies are made.
  public let copies: Int
  /// The how-manieth contract with this person.
  public let sequence: Int
  /// The contract before a renewal.
  public let prior: PriorContract?

  init(
    no: String,
    templateCode: String,
    employmentForm: CodedText,
    term: ContractTerm,
    work: ContractWork,
    wage: Wage,
    probation: Probation?,
    insuranceKinds: [InsuranceKind],
    dispatch: Dispatch?,
    clauses: [Clause],
    signDate: CivilDate,
    signMode: SignMode,
    copies: Int,
    sequence: Int,
    prior: PriorContract?
  ) {
    self.no = no
    self.templateCode = templateCode
    self.employmentForm = employmentForm
    (termType, hireDate) = (term.type, term.hireDate)
    (startDate, endDate) = (term.startDate, term.endDate)
    (task, taskEndCondition) = (term.task, term.taskEndCondition)
    self.probation = probation
    (position, jobCategory, duties) = (work.position, work.jobCategory, work.duties)
    (workLocation, workTime, hazards) = (work.location, work.time, work.hazards)
    self.wage = wage
    self.insuranceKinds = insuranceKinds
    self.dispatch = dispatch
    self.clauses = clauses
    self.signDate = signDate
    self.signMode = signMode
    self.copies = copies
    self.sequence = sequence
    self.prior = prior
  }
}

/// A probation (article 19).
public struct Probation: Sendable, Hashable {
  /// The first day.
  public let startDate: CivilDate?
  /// The last day.
  public let endDate: CivilDate?
  /// The wage during it.
  public let wage: Money?
}

/// How working time is arranged.
public struct WorkTime: Sendable, Hashable {
  /// The system.
  public let system: WorkTimeSystem
  /// The cycle of a comprehensive reckoning.
  public let cycle: String?
  /// The number of the authority's approval.
  public let approvalNo: String?
}

/// What is paid, and when.
public struct Wage: Sendable, Hashable {
  /// How it is reckoned.
  public let type: WageType
  /// By the month.
  public let monthly: Money?
  /// By the hour.
  public let hourly: Money?
  /// By the piece, as agreed.
  public let pieceRate: String?
  /// The base of a base and performance wage.
  public let base: Money?
  /// How performance is paid.
  public let performanceRule: String?
  /// Anything else agreed.
  public let other: String?
  /// The day of the month wages are paid, 1 to 31.
  public let payDay: Int
  /// The wage during probation.
  public let probation: Money?
}

/// The host of a dispatched worker (article 58).
public struct Dispatch: Sendable, Hashable {
  /// 用工单位.
  public let hostUnit: String
  /// Its credit code.
  public let hostUscc: String?
  /// The first day.
  public let start: CivilDate?
  /// The last day.
  public let end: CivilDate?
  /// The post.
  public let post: String?
}

/// One further agreed clause.
public struct Clause: Sendable, Hashable {
  /// Its number as printed.
  public let no: String
  /// Its text.
  public let text: String
}

/// The contract that a renewal follows.
public struct PriorContract: Sendable, Hashable {
  /// Its number.
  public let contractNo: String?
  /// Its first day.
  public let startDate: CivilDate
  /// Its last day, where it had one.
  public let endDate: CivilDate?
  /// How long it was to last.
  public let termType: TermType?
  /// Its place in the row of contracts.
  public let sequence: Int?
  /// How far its review had come, where the record tells.
  public let status: ReviewStatus?
  /// Whether a saved roster holds it, where the record tells.
  public let rostered: Bool?
}
