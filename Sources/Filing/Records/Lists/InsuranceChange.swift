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

  /// What a row of 参保变更 says; the list leaves out rows without a person or a direction.
  init?(_ line: RecordLine) {
    guard let person = line.person(at: "e"),
      let direction = line.code("i.direction", as: InsuranceDirection.self)
    else { return nil }
    self.person = person
    self.direction = direction
    kind = line.text("i.kind")
    reason = line.text("i.reason")
  }
}

extension Batch {
  /// The changes of social insurance that the file tells of.
  public var insuranceChanges: [InsuranceChange] {
    lines[.insuranceChanges].compactMap { InsuranceChange($0) }
  }
}
