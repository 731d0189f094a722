import Calendar
import Records

extension RetirementStep {
  /// Returns how many months later than at the original age someone born on `birth` retires.
  ///
  /// One more month for every `step` months of birth from the first affected month on (全国人民代表大会常务委员会关于
  /// 实施渐进式延迟法定退休年龄的决定, 2024-09-13, annex tables 1 to 3).
  func delay(bornOn birth: CivilDate) -> Int {
    guard let firstMonth else { return 0 }
    let months = birth.year * 12 + birth.month - 1 - firstMonth
    return months < 0 ? 0 : min(limit, months / step + 1)
  }

  /// Returns the day on which someone born on `birth` reaches the age of retirement.
  func date(bornOn birth: CivilDate) -> CivilDate {
    birth.addingMonths(12 * age + delay(bornOn: birth))
  }
}

extension RuleBook {
  /// Returns the retirement ages that apply on `day`, by category.
  func retirementSteps(on day: CivilDate) -> [RetirementCategory: RetirementStep] {
    let regime = retirement.filter { $0.from <= day.description }.max { $0.from < $1.from }
    var steps: [RetirementCategory: RetirementStep] = [:]
    for step in regime?.steps ?? [] { steps[step.category] = step }
    return steps
  }
}

extension Standards {
  /// Returns the day on which `employee` reaches the age of retirement; nothing when that cannot be known.
  ///
  /// A man who names no category has that of men; whether a woman retires with 50 or 55 cannot be derived.
  func retirementDate(of employee: Employee) -> CivilDate? {
    guard let birth = employee.birthDate,
      let category = employee.retirementCategory ?? (employee.sex == .male ? .male60 : nil)
    else { return nil }
    return retirement[category]?.date(bornOn: birth)
  }
}
