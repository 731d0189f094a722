import Fonts
import Styling

/// The rows of a table on their way to the pages.
struct RowFlow {
  let grid: TableGrid
  /// The face of plain body cells.
  let bodyFace: PlainFace?
  /// The boxes around the table and the table itself.
  let frames: [FrameID]
  /// The rows that cells spanning several rows still tie together.
  var group: RowGroup
  var cache = CellCache()
  /// The plain texts of each column.
  var texts: [ColumnTexts]

  init(_ grid: TableGrid, rowCount: Int, frames: [FrameID], fonts: FontLibrary) {
    self.grid = grid
    texts = Array(repeating: ColumnTexts(rowCount: rowCount), count: grid.count)
    bodyFace = fonts.plainFace(of: grid.body.family, weight: grid.body.weight)
    self.frames = frames
    group = RowGroup(columnCount: grid.count)
  }
}
