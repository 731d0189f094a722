import Calendar
public import Diagnostics

/// What became of one row.
public enum RowOutcome: Sendable {
  /// It is sound; its warnings are in `notices`.
  case accepted(Filing)
  /// It is refused, for every reason found.
  case refused(RowRejection)
}

/// A row that was refused, and why.
public struct RowRejection: Sendable {
  /// The row in the record file, from 1.
  public let row: Int
  /// The filing's id, when it could be read.
  public let id: String?
  /// The person's name, when it could be read.
  public let name: String?
  /// What else could be read of it.
  public let sketch: RowSketch
  /// Every reason, and every warning besides.
  public let reasons: [Diagnostic]
  /// The row with something else each time in place of what could not be read, for rules to judge all else that it says;
  /// none where too little was read.
  public let readings: [Filing]

  /// Creates the rejection of a row.
  public init(
    row: Int,
    id: String?,
    name: String?,
    sketch: RowSketch,
    reasons: [Diagnostic],
    readings: [Filing] = []
  ) {
    self.row = row
    self.id = id
    self.name = name
    self.sketch = sketch
    self.reasons = reasons
    self.readings = readings
  }
}

/// What lists of outcomes print of a row, whether it is sound or not.
public struct RowSketch: Sendable, Hashable {
  /// The number of the identity paper, as far as it can be read; never shown unmasked in a report.
  public var idNumber: String?
  /// The sex.
  public var sex: String?
  /// The first day of the contract.
  public var startDate: String?
  /// The last day of the contract.
  public var endDate: String?

  /// Creates a sketch of what is known.
  public init(
    idNumber: String? = nil,
    sex: String? = nil,
    startDate: String? = nil,
    endDate: String? = nil
  ) {
    (self.idNumber, self.sex) = (idNumber, sex)
    (self.startDate, self.endDate) = (startDate, endDate)
  }
}

extension Filing {
  /// What lists of outcomes print of the filing.
  public var sketch: RowSketch {
    RowSketch(
      idNumber: employee.idNumber,
      sex: employee.sex?.label,
      startDate: contract.startDate.description,
      endDate: contract.endDate?.description
    )
  }
}

extension RowOutcome {
  /// The row in the record file, from 1.
  public var row: Int {
    switch self {
    case .accepted(let filing): filing.row
    case .refused(let rejection): rejection.row
    }
  }
}
