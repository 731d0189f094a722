import Geometry

/// The part of a frame on the current page.
struct OpenFrame {
  let id: FrameID
  /// The top of the part.
  let top: Length
  /// The rows of a table's part with their tops and bottoms.
  var rows: [PlacedRow] = []
  /// How many body rows stand in the part.
  var bodyRowCount = 0
}

/// A row at its place on the page.
struct PlacedRow {
  var top: Length
  var bottom: Length
  var cells: [CellShape]
}
