public import Calendar
import JSON

/// What a record tells that documents are found by: names, numbers, the employer and the day.
public struct RecordFacts: Sendable {
  /// The persons, each once, in their order.
  public private(set) var persons: [String] = []
  /// The numbers of their papers, each once.
  public private(set) var identities: [String] = []
  /// The numbers of certificates, then of contracts.
  public var numbers: [String] { certificates + contracts }
  /// The employer's name.
  public private(set) var employer: String?
  /// The employer's USCC.
  public private(set) var employerCode: String?
  /// The day of the records.
  public private(set) var day: CivilDate?

  private var certificates: [String] = []
  private var contracts: [String] = []
  private var known: Set<String> = []

  /// Reads a record as documents carry it; of anything else nothing is known.
  public init(_ record: [UInt8]) {
    guard let reader = JSONReader(), let tree = try? reader.read(record) else { return }
    for value in 0..<tree.count where tree.kind(of: value) == .string {
      take(tree.key(of: value), tree.text(of: value))
    }
  }

  /// Takes what a record says that somebody else has read: each text with its field, in order.
  public init(values: some Sequence<(field: String, text: String)>) {
    for value in values { take(value.field, value.text) }
  }

  private mutating func take(_ field: String, _ text: String) {
    guard !text.isEmpty else { return }
    switch field {
    case "e.name": add(text, of: field) { $0.persons.append(text) }
    case "e.idNumber": add(text, of: field) { $0.identities.append(text) }
    case "c.no": add(text, of: field) { $0.contracts.append(text) }
    case "t.certificate.no": add(text, of: field) { $0.certificates.append(text) }
    case "emp.name": employer = employer ?? text
    case "emp.uscc": employerCode = employerCode ?? text
    case "asOf": day = day ?? CivilDate(iso: text)
    default: break
    }
  }

  private mutating func add(_ text: String, of field: String, _ append: (inout RecordFacts) -> Void)
  {
    if known.insert("\(field) \(text)").inserted { append(&self) }
  }
}
