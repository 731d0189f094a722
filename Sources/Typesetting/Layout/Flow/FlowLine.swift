import Diagnostics
import Geometry
import Pages

/// A strip of the page from margin to margin: a line of text, or a row of a table.
///
/// The page builder stacks strips; its items stand relative to the left margin and the strip's top.
struct FlowLine {
  /// The height.
  var height: Length
  /// What is painted first.
  var ground: [PageItem] = []
  /// What is painted on the ground.
  var items: [PageItem] = []
  /// How far below the strip's top the items' own zero lies.
  var itemsTop = Length.zero
  /// The space above, dropped at the top of a page.
  var spaceBefore = Length.zero
  /// Whether no page ends right above this strip.
  var keepsWithPrevious = false
  /// Whether a page ends right above this strip only where the rows of a group find no page that holds them all.
  var staysInGroup = false
  /// Whether the strip is drawn into by the one above, so that they never part; together they fit on a page.
  var isTied = false
  /// The boxes and tables around the strip, from the outside.
  var frames: [FrameID] = []
  /// The heading that begins here.
  var heading: HeadingPlace?
  /// The cells, when the strip is a row of the innermost frame.
  var row: RowShape?
  /// What begins and ends in the logical structure before the strip.
  var structure: [StructureStep] = []
}

extension FlowLine {
  /// How far below the strip's top the items' own zero lies where the strip has a `height`.
  ///
  /// What a label adds to the height is shared by both sides of the other cells.
  func itemsTop(in height: Length) -> Length { itemsTop + (height - self.height) / 2 }
}

/// A heading that begins at a strip.
struct HeadingPlace {
  var level: Int
  var title: String
  var id: String
  var origin: Origin
}

/// The cells of a table's row, as the grid's rules need them.
struct RowShape {
  /// What a row is for.
  enum Kind {
    /// A header row, repeated on every page.
    case head
    /// A body row.
    case body
    /// A part of a row that is parted between pages: of a body row all but the last, of others all but the first.
    case rest
    /// A row under the body, such as 合计.
    case foot
    /// The row that says that nothing follows; it is dropped where a page is full.
    case closing
    /// The place of what ends the table's last part: rows left unused and the sums of the page.
    case partEnd
    /// A row left unused.
    case unused
  }

  var kind: Kind
  var cells: [CellShape]
  /// The texts of cells that may reach over several rows.
  var labels: [RowLabel] = []
  /// What the row adds to the sums of its page.
  var addends: [Int] = []
  /// What the cells are in the logical structure; nothing for a repeat and for the rest of a row.
  var tags: RowTags?
}

/// The text of a cell that may be one with cells above and below; it is drawn when the page's last of them is known.
struct RowLabel {
  var columns: Range<Int>
  var box: CellBox
  /// Where the text begins.
  var left: Length
  /// How many of the row's items stand before the text in reading order.
  var itemIndex: Int
  /// The height that the text and its padding need.
  var height: Length
  /// Whether the cell is one with the cell above, if that stands on the same page.
  var joinsAbove: Bool
}

/// The columns of a cell and whether it reaches into the next row.
struct CellShape: Hashable {
  var columns: Range<Int>
  var continuesBelow = false
}

/// The number of a box or table in its document.
struct FrameID: Hashable {
  var number: Int
}
