import DocumentTree

/// How the files of a form are named: text and fields in single braces, such as `{form.title}_{e.name}`.
struct FileNamePattern: Sendable {
  /// A part of the pattern.
  enum Part: Sendable {
    case text(String)
    case field(FieldUse)
  }

  /// The parts from left to right.
  var parts: [Part]
}
