import Calendar

/// Something a form may name between double braces.
public struct Field: Sendable {
  /// The path, such as `e.name`.
  public let path: String
  /// What operators call it, in Chinese.
  public let label: String
  /// What kind of value it has.
  public let kind: FieldKind
  /// Reads the value; nothing when the record leaves it out.
  public let value: @Sendable (FieldSubject) -> FieldValue?

  init(
    _ path: String,
    _ label: String,
    _ kind: FieldKind,
    _ value: @escaping @Sendable (FieldSubject) -> FieldValue?
  ) {
    self.path = path
    self.label = label
    self.kind = kind
    self.value = value
  }

  /// Whether a section may repeat over it.
  public var isList: Bool { kind == .list }

  /// Whether it needs a filing, so that the head of a roster cannot show it.
  public var needsFiling: Bool {
    ["e.", "c.", "t.", "f."].contains { path.hasPrefix($0) }
  }
}

extension Field {
  static func text(
    _ path: String,
    _ label: String,
    _ read: @escaping @Sendable (FieldSubject) -> String?
  ) -> Field {
    Field(path, label, .text) { read($0).map { .text($0) } }
  }

  static func date(
    _ path: String,
    _ label: String,
    _ read: @escaping @Sendable (FieldSubject) -> CivilDate?
  ) -> Field {
    Field(path, label, .date) { read($0).map { .date($0) } }
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

  static func coded(
    _ path: String,
    _ label: String,
    _ read: @escaping @Sendable (FieldSubject) -> CodedText?
  ) -> Field {
    Field(path, label, .code) { read($0).map { .code($0.code, label: $0.label) } }
  }

  static func code<List: CodeList>(
    _ path: String,
    _ label: String,
    _ read: @escaping @Sendable (FieldSubject) -> List?
  ) -> Field {
    Field(path, label, .code) { read($0).map { .code($0.rawValue, label: $0.label) } }
  }

  static func given(_ path: String, _ label: String, _ kind: FieldKind) -> Field {
    Field(path, label, kind) { $0.given[path] }
  }
}
