/// What stands alike on many pages, such as the repeated head of a table: decoration, at its place on the page.
///
/// Pages that share it hold the same object, so that a writer can write it once.
public final class StandingItems: Sendable {
  /// The items in painting order.
  public let items: [PageItem]

  /// Creates what stands alike on many pages.
  public init(_ items: [PageItem]) {
    self.items = items
  }
}
