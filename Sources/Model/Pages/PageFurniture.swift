/// What stands on a page outside its text area, known only when the document is laid out; it is decoration.
public struct PageFurniture: Sendable {
  /// What this page alone shows, in painting order.
  public var items: [PageItem]
  /// What other pages have as well, painted after that.
  public var standing: [StandingItems]

  /// Creates the furniture of a page.
  public init(items: [PageItem] = [], standing: [StandingItems] = []) {
    self.items = items
    self.standing = standing
  }

  /// All that the page shows, in painting order.
  public var allItems: [PageItem] { items + standing.flatMap(\.items) }
}
