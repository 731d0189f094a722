public import Diagnostics
public import Pages

/// What is known once the last page has left.
public struct LayoutOutcome {
  /// How many pages were made, at least 1.
  public let pageCount: Int
  /// The headings with their places, in reading order.
  public let outline: [OutlineEntry]
  /// What the author should know.
  public let diagnostics: [Diagnostic]
  /// What is added to every page now that their number is known.
  public let furniture: Furniture
}
