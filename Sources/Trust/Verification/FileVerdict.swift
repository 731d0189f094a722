/// What can be said of the signatures of a file.
public struct FileVerdict: Sendable {
  /// What is said of each signature, in the order in which they were made.
  public var signatures: [SignatureVerdict]
  /// What is wrong with the file as a whole.
  public var problem: FileProblem?
  /// Whether the record that the file carries is what its pages say.
  public var record: RecordVerdict
  /// Every text of that record, in order.
  public internal(set) var values: [RecordValue] = []

  /// Whether the file can be relied on: it is signed, and every signature holds.
  public var isPassed: Bool {
    problem == nil && signatures.contains { !$0.isTimeStamp } && signatures.allSatisfy(\.isPassed)
      && record.isPassed
  }
}

/// What is wrong with a file as a whole.
public enum FileProblem: Sendable, Hashable {
  /// It is no PDF, or one that has to be mended first, such as one that is cut off.
  case unreadable(reason: String)
  /// What stands behind its last signature is no whole revision.
  case cutOff
  /// It is locked with a password.
  case encrypted
  /// It has no signature.
  case unsigned
  /// It has more signatures than any that can be meant.
  case tooMany
}

/// Whether the record that a file carries is what its pages say.
public enum RecordVerdict: Sendable, Hashable {
  /// There is none.
  case none
  /// Every value of the record stands on the pages.
  case matches(count: Int)
  /// These fields have values that no page shows.
  case differs(fields: [String])
  /// The pages cannot be read.
  case unreadable

  /// Whether the record does not speak against the file.
  public var isPassed: Bool {
    switch self {
    case .none, .matches: true
    case .differs, .unreadable: false
    }
  }
}
