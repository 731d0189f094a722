import Geometry
import Pages

/// What the pages of a table have in common: the head, and the rules where the rows stand as on the page before.
///
/// A roster of a hundred thousand persons has seven thousand pages with the same head and, but for the last, the same
/// grid. Pages that share them hold one object, which is laid out, written and compressed once.
struct TableRepeats {
  private struct Head {
    let top: Length
    let items: StandingItems
  }

  private struct Grid {
    let rows: [PlacedRow]
    /// Nothing as long as only one page has it.
    var items: StandingItems?
  }

  private var heads: [FrameID: Head] = [:]
  private var grids: [FrameID: Grid] = [:]

  /// The head of a table where the page before has it in the same place.
  func head(of table: FrameID, at top: Length) -> StandingItems? {
    heads[table].flatMap { $0.top == top ? $0.items : nil }
  }

  /// Returns the head of a table that shows `items` at `top` of a page, for the pages that follow as well.
  mutating func keep(
    _ items: [PageItem],
    asHeadOf table: FrameID,
    at top: Length
  ) -> StandingItems {
    let head = Head(top: top, items: StandingItems(items))
    heads[table] = head
    return head.items
  }

  /// Returns the rules of a table's part, which `draw` draws, where the page before has the same; otherwise nothing.
  mutating func grid(of part: OpenFrame, _ draw: () -> [PageItem]) -> StandingItems? {
    guard let known = grids[part.id], known.rows == part.rows else {
      grids[part.id] = Grid(rows: part.rows)
      return nil
    }
    if let items = known.items { return items }
    let items = StandingItems(draw())
    grids[part.id]?.items = items
    return items
  }
}
