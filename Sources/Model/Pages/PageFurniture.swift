/// What stands on a page outside its text area, known only when the document is laid out; it is decoration.
public struct PageFurniture: Sendable {
  /// What other pages have as well; it comes first, so that the number of a page is read behind what stands beside it.
  public var standing: [StandingItems]
  /// What this page alone shows, in painting order.
  public var items: [PageItem]

  /// Creates the furniture of a page.
  public init(standing: [StandingItems] = [], items: [PageItem] = []) {
    self.standing = standing
    self.items = items
  }

  /// All that the page shows, in painting order.
  public var allItems: [PageItem] { standing.flatMap(\.items) + items }
}
