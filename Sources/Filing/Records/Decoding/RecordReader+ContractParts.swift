import Calendar
import Diagnostics
import JSON

extension RecordReader {
  private static let probationKeys: KnownKeys = [.has, .startDate, .endDate, .wage]
  private static let dispatchKeys: KnownKeys = [.hostUnit, .hostUscc, .start, .end, .post]
  private static let clauseKeys: KnownKeys = [.no, .text]
  private static let priorKeys: KnownKeys = [
    .contractNo, .startDate, .endDate, .termType, .sequence, .status, .rostered,
  ]
  private static let wageKeys: KnownKeys = [
    .type, .monthly, .hourly, .pieceRate, .base, .performanceRule, .other, .payDay,
    .probation,
  ]

  /// Reads what is paid.
  mutating func wage(_ object: Int?) -> Wage? {
    close(object, knows: Self.wageKeys)
    let type = code(.type, "工资形式", in: object, .required, as: WageType.self)
    let monthly = money(.monthly, "月工资", in: object, type == .monthly ? .required : .optional)
    let hourly = money(.hourly, "小时工资", in: object, type == .hourly ? .required : .optional)
    let piece = text(.pieceRate, "计件单价", in: object)
    let base = money(.base, "基本工资", in: object)
    let rule = text(.performanceRule, "绩效工资办法", in: object)
    let other = text(.other, "其他工资约定", in: object)
    let payDay = payDay(in: object)
    let probation = money(.probation, "试用期工资", in: object)
    guard let type, let payDay else { return nil }
    return Wage(
      type: type,
      monthly: monthly,
      hourly: hourly,
      pieceRate: piece,
      base: base,
      performanceRule: rule,
      other: other,
      payDay: payDay,
      probation: probation
    )
  }

  /// Reads the day wages are paid (V-08).
  private mutating func payDay(in object: Int?) -> Int? {
    if let standIn = standIn(for: .payDay, in: object, .required) {
      return standIn.number(in: 1...31)
    }
    guard let object, let value = member(.payDay, "发工资日期", in: object, .required) else {
      return nil
    }
    guard let day = Int(tree.text(of: value)), (1...31).contains(day) else {
      report(
        Diagnostic(
          "V-08",
          .error,
          "发工资日期应填写1至31的数字",
          found: "\(shown(tree.text(of: value)))",
          expected: "\"4\" 一类的数字（表示每月4日）"
        ),
        at: value
      )
      return nil
    }
    if day > 28 {
      report(
        Diagnostic("V-08", .warning, "发工资日期晚于28日，有的月份没有这一天", found: "\(String(day))"),
        at: value
      )
    }
    return day
  }

  /// Reads the probation; one that says it is none gives nothing.
  mutating func probation(_ object: Int?) -> Probation? {
    guard let object else { return nil }
    close(object, knows: Self.probationKeys)
    let has = flag(.has, "是否约定试用期", in: object)
    let start = date(.startDate, "试用期起始日期", in: object)
    let end = date(.endDate, "试用期终止日期", in: object, has == false ? .optional : .required)
    let wage = money(.wage, "试用期工资", in: object)
    if let start, let end, end < start, let value = tree.member(.endDate, of: object) {
      report(
        Diagnostic("V-16p", .error, "试用期终止日期早于起始日期", found: "\(start) 至 \(end)"),
        at: value
      )
    }
    return has == false ? nil : Probation(startDate: start, endDate: end, wage: wage)
  }

  /// Reads the kinds of insurance.
  mutating func insuranceKinds(in object: Int, _ need: Need) -> [InsuranceKind] {
    if let standIn = standIn(for: .insuranceKinds, in: object, need) {
      return [standIn.code()].compactMap(\.self)
    }
    return elements(.insuranceKinds, "参保险种", in: object, need).compactMap { value in
      if let known: InsuranceKind = words.code(tree.known(of: value)) { return known }
      guard let text = text(of: value, "参保险种") else { return nil }
      return code(of: value, text, "参保险种")
    }
  }

  /// Reads the host of a dispatched worker.
  mutating func dispatch(in object: Int, isNeeded: Bool) -> Dispatch? {
    let part = self.object(.dispatch, in: object, isNeeded ? .wanted : .optional)
    guard let part else { return nil }
    close(part, knows: Self.dispatchKeys)
    let host = text(.hostUnit, "用工单位", in: part, .required)
    let uscc = text(.hostUscc, "用工单位统一社会信用代码", in: part)
    let start = date(.start, "派遣起始日期", in: part)
    let end = date(.end, "派遣终止日期", in: part)
    let post = text(.post, "派遣岗位", in: part)
    return host.map { Dispatch(hostUnit: $0, hostUscc: uscc, start: start, end: end, post: post) }
  }

  /// Reads the further clauses, each an object or plain text.
  mutating func clauses(in object: Int) -> [Clause] {
    var clauses: [Clause] = []
    for value in elements(.clauses, "双方约定事项", in: object) {
      let number = String(clauses.count + 1)
      guard tree.kind(of: value) == .object else {
        if let text = text(of: value, "约定事项", atMost: RecordKey.text.textLimit) {
          clauses.append(Clause(no: number, text: text))
        }
        continue
      }
      close(value, knows: Self.clauseKeys)
      let no = clauseNumber(of: value)
      guard let text = text(.text, "约定事项", in: value, .required) else { continue }
      clauses.append(Clause(no: no ?? number, text: text))
    }
    return clauses
  }

  private mutating func clauseNumber(of clause: Int) -> String? {
    guard let value = tree.member(.no, of: clause) else { return nil }
    if tree.kind(of: value) == .number { return tree.text(of: value) }
    return text(.no, "约定事项编号", in: clause)
  }

  /// Reads the contract that a renewal follows.
  mutating func prior(in object: Int, isNeeded: Bool) -> PriorContract? {
    let prior = self.object(.prior, in: object, isNeeded ? .required : .optional)
    guard let prior else { return nil }
    close(prior, knows: Self.priorKeys)
    let no = text(.contractNo, "原合同编号", in: prior)
    let start = date(.startDate, "原合同起始日期", in: prior, .required)
    let end = date(.endDate, "原合同终止日期", in: prior)
    let type = code(.termType, "原合同类别", in: prior, as: TermType.self)
    let sequence = integer(.sequence, "原合同第几次订立", in: prior, within: 1...99)
    let status = code(.status, "原合同审核状态", in: prior, as: ReviewStatus.self)
    let rostered = flag(.rostered, "原合同是否生成名册", in: prior)
    if let start, let end, end <= start, let value = tree.member(.endDate, of: prior) {
      report(
        Diagnostic("V-16", .error, "原合同终止日期应晚于起始日期", found: "\(start) 至 \(end)"),
        at: value
      )
    }
    return start.map {
      PriorContract(
        contractNo: no,
        startDate: $0,
        endDate: end,
        termType: type,
        sequence: sequence,
        status: status,
        rostered: rostered
      )
    }
  }
}
