/// The persons whom a record names, so that they are found in its words too.
public struct KnownPersons: Sendable, Hashable {
  /// Their names, of two characters or more.
  public var names: [String] = []
  /// The numbers of their papers.
  public var numbers: [String] = []

  /// Knows nobody.
  public init() {}
}

extension KnownPersons {
  /// Knows those whom the head and the filing of `subject` name.
  init(of subject: FieldSubject) {
    add(headOf: subject.batch)
    if let filing = subject.filing { add(filing) }
    for (name, number) in subject.line?.persons ?? [] { add(name, number) }
    add(subject.result?.name, subject.result?.sketch.idNumber)
    sort()
  }

  /// Gets to know those whom the head names.
  mutating func add(headOf batch: Batch) {
    for person in [batch.employer.legalRep, batch.employer.contact, batch.employer.agent] {
      add(person?.name, person?.idNumber)
    }
  }

  /// Gets to know those whom `filing` names.
  mutating func add(_ filing: Filing) {
    add(filing.employee.name, filing.employee.idNumber)
    add(filing.termination?.certificate?.receiver, nil)
  }

  /// Gets to know one person.
  mutating func add(_ name: String?, _ number: String?) {
    if let name, name.count > 1, !names.contains(name) { names.append(name) }
    if let number, number.count > 4, !numbers.contains(number) { numbers.append(number) }
  }

  /// Puts the longer name first, so that no part of it is taken for another's.
  mutating func sort() { names.sort { ($1.count, $0) < ($0.count, $1) } }
}

extension FieldSubject {
  /// Returns `value`, which is of the kind `data`, as the subject's mask shows it.
  func masked(_ value: FieldValue, as data: PersonalData) -> FieldValue {
    if data == .nothing { return value }
    let known = data == .words ? KnownPersons(of: self) : KnownPersons()
    return value.masked(mask, as: data, known)
  }
}

extension FieldValue {
  fileprivate func masked(
    _ level: MaskLevel,
    as data: PersonalData,
    _ known: KnownPersons
  ) -> FieldValue {
    switch self {
    case .text(let text): .text(level.masked(text, as: data, knowing: known))
    case .code(let code, let label):
      .code(
        level.masked(code, as: data, knowing: known),
        label: level.masked(label, as: data, knowing: known)
      )
    case .list(let items):
      .list(
        items.map { item in
          ItemValue(
            level.masked(item.text, as: data, knowing: known),
            members: item.members.mapValues { $0.masked(level, as: data, known) }
          )
        }
      )
    case .date where data == .birthDate: .text(level.masked("", as: data))
    case .date, .money, .integer, .flag: self
    }
  }
}
