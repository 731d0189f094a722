public import Calendar

/// What is looked for in an archive; conditions that are not set leave everything in.
public struct ArchiveQuery: Sendable {
  /// Words that stand anywhere: in names, numbers, the employer, the kind or the title.
  public var words: [String] = []
  /// A part of a person's name.
  public var name: String?
  /// A part of a number of the document.
  public var number: String?
  /// A part of the employer's name or USCC.
  public var employer: String?
  /// A part of the form's name or of the title.
  public var kind: String?
  /// The whole number of a person's paper.
  public var identity: String?
  /// The first day that the document may bear.
  public var from: CivilDate?
  /// The last day that it may bear.
  public var through: CivilDate?
  /// Only what may be destroyed on this day.
  public var expiredOn: CivilDate?
  /// Only what has a time stamp that lasts no longer than this day.
  public var stampedThrough: CivilDate?
  /// Whether versions that have a later one are found too.
  public var includesFormerVersions = false

  /// Creates a query for everything.
  public init() {}
}

/// A document that was found.
public struct ArchiveMatch: Sendable, Hashable {
  /// The archival code.
  public var code: String
  /// The digest of the document in hexadecimal digits.
  public var digest: String
  /// The digest of the bag's last manifest in hexadecimal digits.
  public var seal: String
  /// The title.
  public var title: String
  /// The first number.
  public var number: String?
  /// The employer.
  public var employer: String?
  /// The first persons.
  public var persons: [String]
  /// How many persons there are.
  public var personCount: Int
  /// The day of the document, `YYYY-MM-DD`.
  public var day: String
  /// How long it is kept.
  public var retention: String
  /// The first day on which it may be destroyed, `YYYY-MM-DD`.
  public var disposal: String?
  /// The last day of its time stamp, `YYYY-MM-DD`.
  public var stampedUntil: String?
  /// Which version it is.
  public var version: Int
  /// The archival code of the version before.
  public var derivedFrom: String?
}
