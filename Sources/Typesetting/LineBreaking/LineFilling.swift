/// How the lines of a paragraph fill their measure.
public enum LineFilling: Sendable, Hashable {
  /// Lines keep their natural width unless they are too wide.
  case natural
  /// Lines are widened to their measure, but for the last and those that would be torn apart.
  case justified
  /// Every line is widened to its measure, whatever it takes (分散对齐).
  case distributed
}
