import DocumentTree

/// A class whose name says its measure, so that no element needs a style of its own (CSP `style-src 'self'`).
struct StyleClass: Hashable, Comparable {
  private enum Kind: Int, Hashable {
    case fillIn
    case column
    case millimetres
  }

  private let kind: Kind
  private let tenths: Int

  /// Returns the class of a fill-in rule of at least `width` em.
  static func fillIn(_ width: Double) -> StyleClass {
    let bounded = width > 0 ? min(width, 1000) : 0
    return StyleClass(kind: .fillIn, tenths: Int((bounded * 10).rounded()))
  }

  /// Returns the classes of the widths of `columns`; a column without a share has none.
  static func columnWidths(of columns: [Column]) -> [StyleClass?] {
    let fixed = columns.map { $0.millimetres.map(millimetres) }
    let shares = columns.map { column in
      column.millimetres == nil ? column.share.map { $0 > 0 ? min($0, 1_000_000) : 0 } : nil
    }
    let sum = shares.reduce(0) { $0 + ($1 ?? 0) }
    // Beside fixed columns the browser shares out what is left; percentages would be of the whole table.
    guard sum > 0, fixed.allSatisfy({ $0 == nil }) else { return fixed }
    // Beside columns that their content decides, shares are taken as parts of a hundred.
    let whole = shares.contains { $0 == nil } ? max(sum, 100) : sum
    return shares.map { share in
      share.map { StyleClass(kind: .column, tenths: Int(($0 / whole * 1000).rounded())) }
    }
  }

  private static func millimetres(_ width: Double) -> StyleClass {
    let bounded = width > 0 ? min(width, 1000) : 0
    return StyleClass(kind: .millimetres, tenths: Int((bounded * 10).rounded()))
  }

  /// The class name, such as `fill-80` or `w-125`.
  var name: String {
    switch kind {
    case .fillIn: "fill-\(tenths)"
    case .column: "w-\(tenths)"
    case .millimetres: "mm-\(tenths)"
    }
  }

  /// The stylesheet rule.
  var rule: String {
    let value = decimal(Double(tenths) / 10)
    return switch kind {
    case .fillIn: ".\(name) { min-width: \(value)em; }\n"
    case .column: ".\(name) { width: \(value)%; }\n"
    case .millimetres: ".\(name) { width: \(value)mm; }\n"
    }
  }

  static func < (lhs: StyleClass, rhs: StyleClass) -> Bool {
    (lhs.kind.rawValue, lhs.tenths) < (rhs.kind.rawValue, rhs.tenths)
  }
}

/// Returns `value` with up to three decimals and no exponent, the form of numbers in CSS and attributes.
///
/// What is no number is 0, and what no sheet of paper could hold is cut to a million.
func decimal(_ value: Double) -> String {
  let bounded = value.isNaN ? 0 : min(max(value, -1_000_000), 1_000_000)
  let thousandths = Int((bounded * 1000).rounded())
  let (whole, part) = abs(thousandths).quotientAndRemainder(dividingBy: 1000)
  let sign = thousandths < 0 ? "-" : ""
  guard part > 0 else { return "\(sign)\(whole)" }
  var digits = String(part + 1000).dropFirst()
  while digits.last == "0" { digits.removeLast() }
  return "\(sign)\(whole).\(digits)"
}
