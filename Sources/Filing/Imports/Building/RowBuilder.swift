import Diagnostics
import Records

/// The values of one row by their fields, in the order in which they came.
struct RowValues {
  private(set) var fields: [(path: String, value: RecordValue)] = []

  /// Returns the value of a field.
  subscript(path: String) -> RecordValue? { fields.first { $0.path == path }?.value }

  /// Adds a value; the first of a field counts.
  mutating func add(_ value: RecordValue, for path: String) {
    if self[path] == nil { fields.append((path, value)) }
  }

  /// Whether any field begins with one of `prefixes`.
  func hold(_ prefixes: [String]) -> Bool {
    fields.contains { field in prefixes.contains { field.path.hasPrefix($0 + ".") } }
  }
}

/// Makes the records that a row becomes.
struct RowBuilder {
  private let template: ImportTemplate
  /// The day everything is judged by, without its hyphens, as ids hold it.
  private let stamp: String
  /// Where the template's fields stand in each kind of record.
  private let places: [RecordPart: [String: [String]]]
  private let isRenewal: Bool

  init(template: ImportTemplate, stamp: String) {
    self.template = template
    self.stamp = stamp
    let fields = template.columns.compactMap(\.field) + template.fills.map(\.field)
    var places: [RecordPart: [String: [String]]] = [:]
    for part in template.makes {
      for field in fields { places[part, default: [:]][field] = part.place(of: field) }
    }
    self.places = places
    isRenewal = template.fills.contains { fill in
      if fill.field == "f.kind", case .constant("renew") = fill.source { true } else { false }
    }
  }

  /// Returns the kinds of record that a row of `values` becomes; none when it says no more than who somebody is.
  func parts(of values: RowValues) -> [RecordPart] {
    // A sheet of one kind of record makes one of every row.
    guard template.makes.count > 1 else { return template.makes }
    return template.makes.filter { values.hold($0.ownPrefixes) }
  }

  /// Returns the record of kind `part` that `values` of row number `row` become.
  func record(
    _ part: RecordPart,
    _ values: RowValues,
    row: Int,
    from known: RecordValue?
  ) -> RecordValue {
    var record = RecordValue.object([])
    record.set(.text("\(template.idPrefix)-\(stamp)-\(row)"), at: ["id"])
    if part == .filing, let known { adopt(known, into: &record) }
    for (path, value) in values.fields {
      if let place = places[part]?[path] { record.set(value, at: place) }
    }
    return record
  }

  /// A termination goes on with the contract as it stands; a renewal names it as the one before.
  private func adopt(_ known: RecordValue, into record: inout RecordValue) {
    if let person = known[["employee"]] { record.set(person, at: ["employee"]) }
    guard let contract = known[["contract"]] else { return }
    if isRenewal {
      for (from, to) in Self.priorMembers {
        if let value = contract[[from]] { record.set(value, at: ["contract", "prior", to]) }
      }
      // What is no count that a record may hold is left to the judgement of the contract before.
      if let sequence = contract[["sequence"]]?.scalar.flatMap({ Int($0) }), (1..<99) ~= sequence {
        record.set(.number(String(sequence + 1)), at: ["contract", "sequence"])
      }
      return
    }
    record.set(contract, at: ["contract"])
  }

  private static let priorMembers: KeyValuePairs = [
    "no": "contractNo", "startDate": "startDate", "endDate": "endDate", "termType": "termType",
    "sequence": "sequence",
  ]

  /// Fills in what no column says, as far as the row's records have room for it, and returns the fields filled.
  func fill(_ values: inout RowValues, for parts: [RecordPart], knowing known: RecordValue?)
    -> [String]
  {
    var filled: [String] = []
    for fill in template.fills where values[fill.field] == nil {
      guard parts.contains(where: { places[$0]?[fill.field] != nil }) else { continue }
      // What an earlier record says is better than a guess.
      if let place = places[.filing]?[fill.field], let known, !isRenewal,
        known[place] != nil
      {
        continue
      }
      guard let value = value(of: fill, values) else { continue }
      values.add(value, for: fill.field)
      filled.append(fill.field)
    }
    return filled
  }

  /// Returns the field that `field` is taken from where the row does not fill it in.
  func source(of field: String) -> String? {
    switch template.fills.first(where: { $0.field == field })?.source {
    case .copy(let path)?, .byPrefix(let path, _)?: path
    case .constant?, nil: nil
    }
  }

  private func value(of fill: ImportFill, _ values: RowValues) -> RecordValue? {
    switch fill.source {
    case .constant(let text): Self.value(text, of: fill.field)
    case .copy(let path): values[path]
    case .byPrefix(let path, let pairs):
      values[path]?.scalar.flatMap { text in
        pairs.first { text.hasPrefix($0.prefix) }.flatMap { Self.value($0.value, of: fill.field) }
      }
    }
  }

  /// Returns a constant as the field holds it.
  private static func value(_ text: String, of field: String) -> RecordValue? {
    switch FieldCatalogue[field]?.kind {
    case .integer?: .number(text)
    case .flag?: .flag(text == "是" || text == "true")
    case .list?: .list(text.split(separator: "、").map { .text(String($0)) })
    default: .text(text)
    }
  }
}
