public import Calendar

/// The head of a record file: whose filings these are, for which place, on which day.
///
/// A class, because every row's fields look at it and it never changes.
public final class Batch: Sendable {
  /// The schema's name and version.
  public let schema: String
  /// The place and system whose words the forms print.
  public let profile: Profile
  /// The day everything is judged and dated by; the clock is never asked.
  public let asOf: CivilDate
  /// The employer.
  public let employer: Employer
  /// The rows of the lists beside the filings, as far as they can be used.
  public let lines: RecordLines
  /// What an error has left unread; nothing in a head that can be used.
  let unread: UnreadMembers

  init(
    schema: String,
    profile: Profile,
    asOf: CivilDate,
    employer: Employer,
    lines: RecordLines = RecordLines(),
    unread: UnreadMembers = .none
  ) {
    self.lines = lines
    self.unread = unread
    self.schema = schema
    self.profile = profile
    self.asOf = asOf
    self.employer = employer
  }
}

extension Batch {
  /// Returns whether what `field` shows of the employer could be read, a field such as `emp.legalRep.name`.
  public func isRead(_ field: String) -> Bool { !unread.touch(field) }

  /// Returns the head of a file that says nothing but its place.
  public static func blank(_ profile: Profile) -> Batch {
    Batch(
      schema: RecordReader.schema,
      profile: profile,
      asOf: .first,
      employer: .blank
    )
  }
}

/// A code with the word that forms print; free text stands as both.
public struct CodedText: Sendable, Hashable {
  /// The code.
  public let code: String
  /// The word.
  public let label: String
}

/// The state of an employer's or a filing's review.
public struct Review: Sendable, Hashable {
  /// How far the review has come.
  public let status: ReviewStatus
  /// What the reviewer wrote.
  public let opinion: String?
  /// The day it was handled.
  public let handledAt: CivilDate?
  /// Who handled it.
  public let handler: String?
}
