import Calendar

/// Something a form may name between double braces.
///
/// A class, because every cell of every row asks its own and none changes it.
public final class Field: Sendable {
  /// The path, such as `e.name`.
  public let path: String
  /// What operators call it, in Chinese.
  public let label: String
  /// What kind of value it has.
  public let kind: FieldKind
  /// What it tells of a person.
  public let personal: PersonalData
  /// The words that its values may be, where they are those of a code list.
  public let choices: CodeChoices?
  /// The list whose rows say it; nothing for what filings, the head or the printing say.
  public let list: RecordList?
  /// What forms may name of each thing of a list field, where that is declared.
  public let members: [Field]
  private let read: @Sendable (FieldSubject) -> FieldValue?

  init(
    _ path: String,
    _ label: String,
    _ kind: FieldKind,
    _ personal: PersonalData? = nil,
    choices: CodeChoices? = nil,
    of list: RecordList? = nil,
    members: [Field] = [],
    _ read: @escaping @Sendable (FieldSubject) -> FieldValue?
  ) {
    (self.list, self.members) = (list, members)
    self.path = path
    self.label = label
    self.kind = kind
    self.personal = personal ?? kind.usualPersonalData
    self.choices = choices
    self.read = read
  }

  /// Returns the value, masked as the subject asks for; nothing when the record leaves it out.
  public func value(_ subject: FieldSubject) -> FieldValue? {
    if subject.isBlank, !isOfForm { return nil }
    // Most documents mask nothing, so the question is asked before anything is done for it.
    guard subject.mask != .whole else { return read(subject) }
    return read(subject).map { subject.masked($0, as: personal) }
  }

  /// Whether the form or the printing says it, whatever the record; a blank sheet numbers its rows and things itself.
  private var isOfForm: Bool {
    path == "seq" || path == "item.no" || ["form.", "copy."].contains { path.hasPrefix($0) }
  }

  /// Whether a section may repeat over it.
  public var isList: Bool { kind == .list }

  /// Whether it tells what became of a row, so that only a list of outcomes can show it.
  public var needsResult: Bool { path.hasPrefix("u.") }

  /// Whether it needs a filing, so that the head of a roster cannot show it.
  public var needsFiling: Bool {
    ["e.", "c.", "t.", "f."].contains { path.hasPrefix($0) }
  }
}

extension Field {
  static func text(
    _ path: String,
    _ label: String,
    _ personal: PersonalData? = nil,
    _ read: @escaping @Sendable (FieldSubject) -> String?
  ) -> Field {
    Field(path, label, .text, personal) { read($0).map { .text($0) } }
  }

  static func date(
    _ path: String,
    _ label: String,
    _ personal: PersonalData? = nil,
    _ read: @escaping @Sendable (FieldSubject) -> CivilDate?
  ) -> Field {
    Field(path, label, .date, personal) { read($0).map { .date($0) } }
  }

  static func money(
    _ path: String,
    _ label: String,
    _ read: @escaping @Sendable (FieldSubject) -> Money?
  ) -> Field {
    Field(path, label, .money) { read($0).map { .money($0) } }
  }

  static func integer(
    _ path: String,
    _ label: String,
    _ read: @escaping @Sendable (FieldSubject) -> Int?
  ) -> Field {
    Field(path, label, .integer) { read($0).map { .integer($0) } }
  }

  static func flag(
    _ path: String,
    _ label: String,
    _ read: @escaping @Sendable (FieldSubject) -> Bool?
  ) -> Field {
    Field(path, label, .flag) { read($0).map { .flag($0) } }
  }

  /// A code whose list is open: words that are not on it are words all the same.
  static func coded(
    _ path: String,
    _ label: String,
    choices: CodeChoices? = nil,
    _ read: @escaping @Sendable (FieldSubject) -> CodedText?
  ) -> Field {
    Field(path, label, .code, .words, choices: choices) { subject in
      read(subject).map { .code($0.code, label: $0.label) }
    }
  }

  static func code<List: CodeList>(
    _ path: String,
    _ label: String,
    _ read: @escaping @Sendable (FieldSubject) -> List?
  ) -> Field {
    Field(path, label, .code, choices: CodeChoices(List.self)) { subject in
      read(subject).map { .code($0.rawValue, label: $0.label) }
    }
  }

  static func given(_ path: String, _ label: String, _ kind: FieldKind) -> Field {
    Field(path, label, kind) { $0.given[path] }
  }
}

extension FieldKind {
  /// What a field of the kind tells of a person where it declares nothing; text is never trusted.
  fileprivate var usualPersonalData: PersonalData {
    switch self {
    case .text, .list: .words
    case .date, .money, .integer, .flag, .code: .nothing
    }
  }
}
