import TestSupport

@testable import Imports

/// What operators write in the sheets, and what is known of the persons in them.
enum Samples {
  /// A contract that the sheets about its end go on with.
  static let known = RecordFixtures.filing(3, name: "马示例")

  static var knownNumber: String {
    known.split(separator: "\"idNumber\":\"").last.map { String($0.prefix(18)) } ?? ""
  }

  /// What the system knows of that person's wage, as the sample row says it.
  static var wage: String {
    let ids = "\"medical\":\"\(account)\",\"injury\":\"\(account)\",\"unemployment\":\"\(account)\""
    return """
      {"ids":{\(ids)},"unitIds":{\(ids)},"name":"马示例","idNumber":"\(knownNumber)","oldWage":"3500.00"}
      """
  }

  static let account = "6222020000000000018"

  /// Returns a row of `template` with something in every column but those of conditional matters.
  static func row(_ template: ImportTemplate) -> [String] {
    template.columns.map { column in
      if column.field == "c.startDate", !column.isKey { return column.sample ?? "20261101" }
      if column.field == "c.endDate", !column.isKey { return column.sample ?? "20291031" }
      if column.field == "e.birthDate" { return "" }
      return sample(column)
    }
  }

  /// Returns what an operator might write in a column, in a form that the sheet itself asks for.
  private static func sample(_ column: ImportColumn) -> String {
    if column.role != .value { return "" }
    if column.field == "c.startDate", column.isKey { return "20261108" }
    if column.field == "c.endDate", column.isKey { return "20291107" }
    // A probation, a task and other conditional matters stay out of the plain sample.
    let conditional = ["c.probation.endDate", "c.probation.wage", "c.task"]
    if let field = column.field, conditional.contains(field) { return "" }
    if let sample = column.sample ?? column.prefill { return sample }
    switch column.kind {
    case .number:
      return column.field?.hasSuffix("idNumber") == true ? knownNumber : account
    case .day(let form): return form == .compact ? "20261110" : "2026-11-10"
    case .month: return "2026-11"
    case .money: return "3500.00"
    case .integer: return "4"
    case .flag: return "是"
    case .choice(let list), .choices(let list):
      // The sex of the person on file is told by the number.
      if column.field == "e.sex" { return "" }
      return list.choices.first?.label ?? "其他"
    case .text: return column.field == "t.serviceYearsText" ? "3" : "示例"
    }
  }
}
