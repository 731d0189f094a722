/// The Unicode library could not do its work.
public enum UnicodeFailure: Error, Sendable, Hashable {
  /// The data of a service for this locale could not be opened; the number is ICU's status.
  case unavailable(locale: String, status: Int)
  /// The service gave up on a text.
  case refused
}
