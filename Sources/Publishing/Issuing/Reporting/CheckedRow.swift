public import Diagnostics
public import Records

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

  /// Creates what is said of a row that was read and judged, as `mask` shows it, in the language of `words`.
  public init(
    _ row: JudgedRow,
    masked mask: ReportMask = .none,
    in words: Vocabulary = .chinese
  ) {
    self.row = row.outcome.row
    switch row.outcome {
    case .accepted(let filing):
      (id, name, isUsable) = (mask.words(filing.id), mask.name(filing.employee.name), true)
    case .refused(let rejection):
      (id, name, isUsable) = (rejection.id.map(mask.words), rejection.name.map(mask.name), false)
    }
    findings = row.diagnostics.map {
      CheckFinding($0.translated(by: words), line: row.line, masked: mask)
    }
  }

  /// Creates what is said of the head and of the file as a whole; findings about single rows are told there.
  public init(
    file diagnostics: [Diagnostic],
    masked mask: ReportMask = .none,
    in words: Vocabulary = .chinese
  ) {
    (row, id, name) = (0, nil, nil)
    isUsable = !diagnostics.contains { $0.severity == .error }
    findings = diagnostics.map {
      CheckFinding($0.translated(by: words), line: 0, masked: mask)
    }
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

  init(_ diagnostic: Diagnostic, line: Int, masked mask: ReportMask) {
    var known: Field?
    switch diagnostic.origin {
    case .field(let place):
      known = FieldCatalogue[place.field]
      let row = ListPlace(field: place.field)?.label.description
      (path, field) = (place.field, known?.label ?? row ?? place.field)
      (self.line, column) = (line, 0)
    case .record(let place):
      let member = RecordMember(pointer: place.pointer)
      known = member.field
      (path, field) = (place.pointer, member.label)
      (self.line, column) = (place.line, place.column)
    case .source(let place):
      (path, field) = ("", "")
      (self.line, column) = (place.line, place.column)
    // Records never come from cells; sheets are told of while they are imported.
    case .cell, .unknown: (path, field, self.line, column) = ("", "", line, 0)
    }
    self.diagnostic = mask.shown(diagnostic, about: known)
  }
}
