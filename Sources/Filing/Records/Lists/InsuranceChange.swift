/// A change of a person's social insurance (增减变动), as far as filings are compared with it.
public struct InsuranceChange: Sendable, Hashable {
  /// The person's paper and number as `Employee.matchingNumber` has them; never to be shown.
  public let person: String
  /// Whether the person enters or leaves.
  public let direction: InsuranceDirection
  /// What kind of change, such as 暂停参保; the words are the place's own.
  public let kind: String?
  /// Why, such as 合同解除; the words are the place's own.
  public let reason: String?
  /// Its row in the list.
  public let place: ListPlace
  /// How many insurances it is about.
  public let insuranceCount: Int
  /// Whether the person is said to be at work (在职) and not retired.
  public let isAtWork: Bool
  /// The month of retirement as the row has it.
  public let retiredMonth: String?

  /// What a row of 参保变更 says; the list leaves out rows without a person or a direction.
  init?(_ line: RecordLine) {
    guard let person = line.person(at: "e"),
      let direction = line.code("i.direction", as: InsuranceDirection.self)
    else { return nil }
    self.person = person
    self.direction = direction
    kind = line.text("i.kind")
    reason = line.text("i.reason")
    place = line.place
    insuranceCount = if case .list(let kinds)? = line.values["i.kinds"] { kinds.count } else { 0 }
    isAtWork = line.text("i.personStatus") == "在职"
    retiredMonth = line.text("i.retiredMonth")
  }
}

extension Batch {
  /// The changes of social insurance that the file tells of.
  public var insuranceChanges: [InsuranceChange] {
    lines[.insuranceChanges].compactMap { InsuranceChange($0) }
  }
}
