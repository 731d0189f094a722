import Styling

/// The runs of texts shaped before; rosters repeat their strings.
struct ShapingCache {
  /// A text in its family, weight and direction.
  ///
  /// The text is held as bytes: equal strings may be spelt differently (U+F9D4 equals U+502B), and then neither
  /// glyphs nor offsets agree.
  struct Key: Hashable {
    var text: [UInt8]
    var family: FontFamily
    var weight: FontWeight
    var direction: TextDirection
    var marks: MarkForm
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
      guard key.text.count <= 96 else { return }
      if runs.count >= capacity { runs.removeAll(keepingCapacity: true) }
      runs[key] = newValue
    }
  }
}
