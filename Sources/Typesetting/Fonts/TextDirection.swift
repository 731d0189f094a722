/// Which way a stretch of text runs within its line.
public enum TextDirection: Sendable, Hashable {
  /// As Chinese and Latin do.
  case leftToRight
  /// As Uyghur and Kazakh in Arabic script do.
  case rightToLeft
}
