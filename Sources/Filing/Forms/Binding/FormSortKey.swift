public import Records

/// Where a filing stands among others in a form, held in few bytes, since a roster may have a million rows.
public struct FormSortKey: Sendable, Hashable, Comparable {
  /// The values in the order of their weight, each ended by a byte that sorts before all text.
  private let bytes: [UInt8]

  fileprivate init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Returns whether `lhs` stands before `rhs`; text is compared by code points.
  public static func < (lhs: FormSortKey, rhs: FormSortKey) -> Bool {
    lhs.bytes.lexicographicallyPrecedes(rhs.bytes)
  }
}

extension [UInt8] {
  /// Appends a part of a key, and the byte that ends it.
  fileprivate mutating func append(keyPart value: FieldValue?) {
    switch value {
    case .integer(let number): append(sortable: number)
    case .money(let money): append(sortable: money.fen)
    case .some(let value): append(text: value.printed)
    // Rows without the value come last: no UTF-8 begins with this byte.
    case nil: append(0xFF)
    }
    append(0)
  }

  /// Appends eight bytes that sort as the number does, negative ones first.
  private mutating func append(sortable number: Int) {
    let shifted = UInt64(bitPattern: Int64(number)) ^ (1 << 63)
    for shift in stride(from: 56, through: 0, by: -8) {
      append(UInt8(truncatingIfNeeded: shifted >> UInt64(shift)))
    }
  }

  /// Appends the UTF-8 bytes of `text`.
  mutating func append(text: String) {
    var text = text
    text.withUTF8 { unsafe append(contentsOf: $0) }
  }
}

/// How a form orders its filings, its fields looked up once and for all.
public struct FormOrder: Sendable {
  private let fields: [Field?]
  /// What is hidden in the document must not show in the order of its rows.
  private let mask: MaskLevel

  /// Looks up the fields of the `order` of `form`.
  public init(_ form: Form) {
    fields = form.order.map { FieldCatalogue[$0] }
    mask = form.mask
  }

  /// Returns where `filing` stands among the filings of `batch`, by the form's order and at last by its row.
  public func key(of filing: Filing, batch: Batch) -> FormSortKey {
    var bytes: [UInt8] = []
    append(keyOf: filing, FieldSubject(batch: batch, filing: filing, mask: mask), to: &bytes)
    return FormSortKey(bytes)
  }

  /// Appends the key of `filing`, whose `subject` the form masks, to `pool`; keys compare there byte by byte, as they do
  /// themselves.
  public func append(keyOf filing: Filing, _ subject: FieldSubject, to pool: inout [UInt8]) {
    for field in fields { pool.append(keyPart: field?.value(subject)) }
    pool.append(keyPart: .integer(filing.row))
  }
}

extension FormSortKey {
  /// Creates the place of a row of a list; the words of a closed list stand in its order.
  init(of fields: [Field], in subject: FieldSubject, row: Int) {
    var bytes: [UInt8] = []
    for field in fields { bytes.append(keyPart: field.sortValue(subject)) }
    bytes.append(keyPart: .integer(row))
    self.init(bytes)
  }
}

extension Field {
  fileprivate func sortValue(_ subject: FieldSubject) -> FieldValue? {
    let value = value(subject)
    guard case .code(let code, _) = value, let choices, !choices.isOpen else { return value }
    return choices.choices.firstIndex { $0.code == code }.map { .integer($0) } ?? value
  }
}
