public import Records

/// Where a filing stands among others in a form, held in few bytes, since a roster may have a million rows.
public struct FormSortKey: Sendable, Hashable, Comparable {
  /// The values in the order of their weight, each ended by a byte that sorts before all text.
  private let bytes: [UInt8]

  fileprivate init(_ values: [FieldValue?]) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(24 * values.count)
    for value in values {
      switch value {
      case .integer(let number): bytes += FormSortKey.sortable(number)
      case .money(let money): bytes += FormSortKey.sortable(money.fen)
      case .some(let value): bytes += value.printed.utf8
      // Rows without the value come last: no UTF-8 begins with this byte.
      case nil: bytes.append(0xFF)
      }
      bytes.append(0)
    }
    self.bytes = bytes
  }

  /// Appends the key to `pool`; keys compare there byte by byte, as they do themselves.
  public func append(to pool: inout [UInt8]) { pool += bytes }

  /// Returns whether `lhs` stands before `rhs`; text is compared by code points.
  public static func < (lhs: FormSortKey, rhs: FormSortKey) -> Bool {
    lhs.bytes.lexicographicallyPrecedes(rhs.bytes)
  }

  /// Returns eight bytes that sort as the number does, negative ones first.
  private static func sortable(_ number: Int) -> [UInt8] {
    let shifted = UInt64(bitPattern: Int64(number)) ^ (1 << 63)
    return (0..<8).map { UInt8(truncatingIfNeeded: shifted >> (56 - 8 * UInt64($0))) }
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
    let subject = FieldSubject(batch: batch, filing: filing, mask: mask)
    return FormSortKey(fields.map { $0?.value(subject) } + [.integer(filing.row)])
  }
}

extension FormSortKey {
  /// Creates the place of a row of a list; the words of a closed list stand in its order.
  init(of fields: [Field], in subject: FieldSubject, row: Int) {
    self.init(fields.map { $0.sortValue(subject) } + [.integer(row)])
  }
}

extension Field {
  fileprivate func sortValue(_ subject: FieldSubject) -> FieldValue? {
    let value = value(subject)
    guard case .code(let code, _) = value, let choices, !choices.isOpen else { return value }
    return choices.choices.firstIndex { $0.code == code }.map { .integer($0) } ?? value
  }
}
