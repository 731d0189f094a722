/// Whether a relation was dissolved before its term or ended with it.
public enum TerminationType: String, CodeList {
  /// Dissolved (Labour Contract Law article 36-43).
  case dissolved = "解除"
  /// Ended (article 44).
  case ended = "终止"

  /// What the list is called in messages.
  public static let listName = "解除或终止"

  /// The word that forms print.
  public var label: String { rawValue }
}
