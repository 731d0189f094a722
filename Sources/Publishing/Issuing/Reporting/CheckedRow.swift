public import Diagnostics
import Records

/// Everything that a check says of one row, in the words of reports; the seam for every kind of report.
public struct CheckedRow: Sendable {
  /// The row in the record file, from 1; 0 for the head and the file as a whole.
  public let row: Int
  /// The filing's id, when it could be read.
  public let id: String?
  /// The person's name, when it could be read.
  public let name: String?
  /// Whether the row can be printed.
  public let isUsable: Bool
  /// What is to be said of it.
  public let findings: [CheckFinding]

  /// Creates what is said of a row that was read and judged.
  public init(_ row: JudgedRow) {
    self.row = row.outcome.row
    switch row.outcome {
    case .accepted(let filing): (id, name, isUsable) = (filing.id, filing.employee.name, true)
    case .refused(let rejection): (id, name, isUsable) = (rejection.id, rejection.name, false)
    }
    findings = row.diagnostics.map { CheckFinding($0, line: row.line) }
  }

  /// Creates what is said of the head and of the file as a whole; findings about single rows are told there.
  public init(file diagnostics: [Diagnostic]) {
    (row, id, name) = (0, nil, nil)
    isUsable = !diagnostics.contains { $0.severity == .error }
    findings = diagnostics.map { CheckFinding($0, line: 0) }
  }
}

/// One thing that a check says, with its place in the words of reports.
public struct CheckFinding: Sendable {
  /// The whole complaint.
  public let diagnostic: Diagnostic
  /// What operators call the field, empty when it is the whole row or file.
  public let field: String
  /// Where the value stands: a JSON pointer or the path of the field.
  public let path: String
  /// The line in the file, from 1; 0 when unknown.
  public let line: Int
  /// The column in characters, from 1; 0 when unknown.
  public let column: Int

  init(_ diagnostic: Diagnostic, line: Int) {
    self.diagnostic = diagnostic
    switch diagnostic.origin {
    case .field(let place):
      (path, field) = (place.field, FieldLabel.label(of: place.field))
      (self.line, column) = (line, 0)
    case .record(let place):
      (path, field) = (place.pointer, FieldLabel.label(ofPointer: place.pointer))
      (self.line, column) = (place.line, place.column)
    case .source(let place):
      (path, field) = ("", "")
      (self.line, column) = (place.line, place.column)
    // Records never come from cells; sheets are told of while they are imported.
    case .cell, .unknown: (path, field, self.line, column) = ("", "", line, 0)
    }
  }
}

/// What operators call the members of records.
enum FieldLabel {
  private static let prefixes = [
    "employee": "e", "contract": "c", "termination": "t", "employer": "emp",
  ]

  /// Returns what operators call the field of `path`; an unknown one gives the path itself.
  static func label(of path: String) -> String { FieldCatalogue[path]?.label ?? path }

  /// Returns what operators call the value at a JSON pointer (RFC 6901).
  ///
  /// The catalogue knows the members that forms print; of others the last name is told.
  static func label(ofPointer pointer: String) -> String {
    var steps = pointer.split(separator: "/").map(String.init)
    if steps.first == "filings" { steps.removeFirst(min(2, steps.count)) }
    steps.removeAll { Int($0) != nil }
    guard let first = steps.first else { return "" }
    let path = prefixes[first].map { [$0] + steps.dropFirst() } ?? ["f"] + steps
    return FieldCatalogue[path.joined(separator: ".")]?.label ?? steps.last ?? ""
  }
}
