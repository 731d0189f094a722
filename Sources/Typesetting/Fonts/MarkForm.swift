/// The form of marks that Chinese and Latin share, such as “ and ….
public enum MarkForm: Sendable, Hashable {
  /// As wide as a Chinese character, where the face has them so.
  case chinese
  /// As wide as Latin text has them.
  case latin
  /// As text from top to bottom has them, such as ︵ for （.
  case vertical
}
