import Calendar
import Diagnostics
import Records

/// Everything that applies to one batch on its day, looked up once.
final class Standards: Sendable {
  let batch: Batch
  let book: RuleBook
  let asOf: CivilDate
  /// The files that the records name.
  let files: AttachedFiles
  /// The amounts of the place; nothing where the table has no row in force.
  let minimumWage: RegionalAmount?
  let averageWage: Money?
  let workingDays: WorkingCalendar
  /// Whether the numbers of identity papers may begin with these two digits; empty when the table is.
  let divisions: [Bool]
  /// The contract templates of the place in order; empty when the table is.
  let templates: [String]
  /// The fields that must be filled in: of the head, of every filing, and of terminations.
  let required: (head: [Field], filing: [Field], termination: [Field])
  let retirement: [RetirementCategory: RetirementStep]
  private let figures: [Int]
  private let severities: [String: Severity?]

  init(_ shelf: RuleShelf, for batch: Batch, isUpload: Bool, files: AttachedFiles) {
    let book = shelf.book(for: batch.profile)
    let asOf = batch.asOf
    // Where the file says another place than the usual one but cannot be read, no amounts are known.
    let usual = batch.isRead("emp.division") ? book.region : nil
    let region = batch.employer.divisionCode ?? usual ?? ""
    (self.batch, self.book, self.asOf, self.files) = (batch, book, asOf, files)
    minimumWage = shelf.tables.minimumWages.values(on: asOf).amount(of: region)
    averageWage = shelf.tables.averageWages.values(on: asOf).amount(of: region)?.monthly
    workingDays = shelf.tables.workingDays
    let codes = Set(shelf.tables.divisions.values(on: asOf).compactMap { Int($0) })
    divisions = codes.isEmpty ? [] : (0..<100).map(codes.contains)
    templates = shelf.tables.templates.values(on: asOf)
      .filter { $0.profile == nil || $0.profile == batch.profile }.map(\.name).sorted()
    let fields = book.required.compactMap { FieldCatalogue[$0] }
    let endings = fields.filter { $0.path.hasPrefix("t.") }
    required = (
      fields.filter { !$0.needsFiling },
      fields.filter { $0.needsFiling && !$0.path.hasPrefix("t.") }, endings
    )
    retirement = book.retirementSteps(on: asOf)
    figures = Figure.allCases.map { book[$0] }
    let uploads = isUpload ? book.uploadSeverities : [:]
    severities = book.severities.merging(uploads) { _, upload in upload }
  }

  /// Returns a figure of the place.
  subscript(_ figure: Figure) -> Int { figures[figure.rawValue] }

  /// Returns how grave the place has declared the rule `code`; nothing where it leaves that to the rule.
  func severity(of code: String) -> Severity? { severities[code] ?? nil }

  /// Returns whether the place has the rule `code`.
  func isActive(_ code: String) -> Bool {
    if case .some(.none) = severities[code] { return false }
    return true
  }

  /// Returns the last day of a window, moved to the next working day where the place does so.
  func windowEnd(_ day: CivilDate, _ findings: inout Findings) -> CivilDate {
    guard book.shiftsHolidays else { return day }
    let last = workingDays.shifted(day)
    if !workingDays.knows(day, through: last) { findings.gaps.insert(.holidays) }
    return last
  }
}

extension Employer {
  /// The six digits of the employer's division, when the file gives them.
  var divisionCode: String? {
    guard let code = division?.code, code.utf8.count == 6,
      code.utf8.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return code
  }
}
