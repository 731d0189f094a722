import Styling

/// The runs of texts shaped before; rosters repeat their strings.
struct ShapingCache {
  /// A text in its family and weight.
  struct Key: Hashable {
    var text: String
    var family: FontFamily
    var weight: FontWeight
  }

  private let capacity: Int
  private var runs: [Key: [ShapedRun]] = [:]

  /// Creates a cache of at most `capacity` texts.
  init(capacity: Int) {
    self.capacity = capacity
  }

  /// The runs of `key`; long texts are not kept, and a full cache is emptied, so that memory stays flat.
  subscript(key: Key) -> [ShapedRun]? {
    get { runs[key] }
    set {
      guard key.text.utf8.count <= 96 else { return }
      if runs.count >= capacity { runs.removeAll(keepingCapacity: true) }
      runs[key] = newValue
    }
  }
}
