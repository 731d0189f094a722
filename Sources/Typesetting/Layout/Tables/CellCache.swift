import Geometry
import Pages
import Styling

/// Cells set before: rosters repeat their words.
struct CellCache {
  /// All that decides how a cell of plain text is set.
  ///
  /// The text is held as bytes: equal strings may be spelt differently, and each is printed as it is spelt.
  struct Key: Hashable {
    var text: [UInt8]
    var columns: Range<Int>
    var style: Style
  }

  /// The kinds of cells that are set differently.
  enum Style: Hashable {
    case head, header, body, closing
  }

  private let capacity = 4096
  private var boxes: [Key: CellBox] = [:]

  /// The box of `key`; a full cache is emptied before it takes another, so that memory stays flat.
  subscript(key: Key) -> CellBox? {
    get { boxes[key] }
    set {
      if boxes.count >= capacity { boxes.removeAll(keepingCapacity: true) }
      boxes[key] = newValue
    }
  }
}
