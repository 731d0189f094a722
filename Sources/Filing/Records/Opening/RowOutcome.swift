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
  /// Every reason, and every warning besides.
  public let reasons: [Diagnostic]
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
