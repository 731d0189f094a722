/// The members of a head in which an error stands, so that nobody knows what they say.
///
/// Rules say nothing that rests on them: what follows from an error is no finding of its own.
struct UnreadMembers: Sendable {
  /// By their places in the head, such as `asOf` and `employer/uscc`; nothing deeper is told apart.
  private let places: Set<String>

  /// Nothing is unread.
  static let none = UnreadMembers([])

  init(_ places: Set<String>) {
    self.places = places
  }

  /// Returns whether the head's member `name` is unread, as a whole.
  func contains(_ name: RecordKey) -> Bool { places.contains(name.spelling) }

  /// Returns whether anything is unread of what `field` shows of the employer, a field such as `emp.legalRep.name`.
  func touch(_ field: String) -> Bool {
    guard !places.isEmpty else { return false }
    let steps = field.split(separator: ".").dropFirst()
    let name = steps.first.map(String.init) ?? ""
    let members = Self.composed[name] ?? [name]
    return contains(.employer) || members.contains { places.contains("employer/\($0)") }
  }

  /// Fields that are taken from members of other names.
  private static let composed = [
    "address": ["addresses"], "telephone": ["phone", "agent", "contact"],
  ]
}
