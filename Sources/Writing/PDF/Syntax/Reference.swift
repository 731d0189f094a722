/// The number of an indirect object; its generation is always 0 (ISO 32000-1 §7.3.10).
struct Reference: Sendable, Hashable {
  /// The object number, from 1.
  var number: Int
}
