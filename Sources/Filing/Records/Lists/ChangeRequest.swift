public import Diagnostics

/// A change of what the authority holds of a person, as far as it is judged: of wages or of other particulars.
public struct ChangeRequest: Sendable, Hashable {
  /// Its row in `infoChanges` or `wages`.
  public let place: ListPlace
  /// The person's paper and number as `Employee.matchingNumber` has them; never to be shown.
  public let person: String
  /// What is changed, such as 联系电话.
  public let item: String
  /// How far it has come; nothing when it is about to be handed in.
  public let status: ReviewStatus?

  private static let wageItem = "缴费工资"

  /// What is changed, for a message: wages in words of either language, all else as the record has it.
  public var matter: Message {
    item == Self.wageItem ? Message(term: item) : Message(value: MaskedText.shown(item))
  }

  /// What a row of 信息变更 says; nothing where it does not say what is changed.
  init?(infoChange line: RecordLine) {
    guard let person = line.person(at: "e"), let item = line.text("ic.item") else { return nil }
    (place, self.person) = (line.place, person)
    self.item = item.contains("工资") ? Self.wageItem : item
    status = line.code("ic.status", as: ReviewStatus.self)
  }

  /// What a row of 缴费工资 says; a wage that stays as it was is no change.
  init?(wage line: RecordLine) {
    guard let person = line.person(at: "w"), let new = line.values["w.newWage"],
      new != line.values["w.oldWage"]
    else { return nil }
    (place, self.person) = (line.place, person)
    (item, status) = (Self.wageItem, nil)
  }
}

extension Batch {
  /// The changes of particulars and of wages that the file asks for.
  public var changeRequests: [ChangeRequest] {
    lines[.infoChanges].compactMap { ChangeRequest(infoChange: $0) }
      + lines[.wages].compactMap { ChangeRequest(wage: $0) }
  }
}
