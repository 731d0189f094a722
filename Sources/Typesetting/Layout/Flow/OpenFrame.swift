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
  /// Whether the row that says that nothing follows stands in the part.
  var hasClosing = false
  /// What the addends of the body rows add up to.
  var sums: [Int] = []
  /// Whether the sums of the page stand under the rows, so that no further row can come.
  var isEnded = false
  /// The cells that may reach further down.
  var labels: [OpenLabel] = []

  /// Adds the addends of a row to the sums.
  mutating func add(_ addends: [Int]) {
    if sums.isEmpty {
      sums = addends
    } else {
      for (index, addend) in addends.enumerated() where index < sums.count {
        sums[index] += addend
      }
    }
  }

  /// Returns whether `label` goes on in a cell that is open here.
  func isOpen(_ label: RowLabel) -> Bool {
    label.joinsAbove && labels.contains { $0.label.columns == label.columns }
  }
}

/// A cell that may reach further down.
struct OpenLabel {
  var label: RowLabel
  /// The top of its first row on the page.
  var top: Length
  /// Where its text belongs in the page's reading order.
  var index: Int
  /// Where it begins in the page's logical structure.
  var step: Int
  /// How many rows it has on this page so far.
  var rowCount = 1
}

/// A row at its place on the page.
struct PlacedRow: Equatable {
  var top: Length
  var bottom: Length
  var cells: [CellShape]
  /// The columns of the cells that are one with those of the row above.
  var joined: [Range<Int>] = []
}
