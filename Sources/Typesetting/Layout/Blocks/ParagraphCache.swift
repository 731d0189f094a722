import Diagnostics
import Geometry
import Pages
import Styling

/// The standing words of forms, set before: the same paragraph in the same place is set once for a whole batch.
struct ParagraphCache {
  /// All that decides how a paragraph is set, but for the structure node that it belongs to.
  struct Key: Hashable {
    private let text: [UInt8]
    private let spans: [TextSpan]
    private let fillIns: [FillInSpan]
    private let style: TextStyle
    private let indent: Length
    private let place: Range<Length>

    /// Creates the key of a text without values of records; others are hardly ever met again.
    init?(_ block: TextBlock, indent: Length, in place: FlowPlace) {
      guard block.text.isStanding else { return nil }
      // Equal strings may be spelt differently, and each is printed as it is spelt.
      text = Array(block.text.text.utf8)
      spans = block.text.spans
      fillIns = block.text.fillIns
      style = block.style
      self.indent = indent
      self.place = place.left..<max(place.left, place.left + place.width)
    }

    /// The text alone tells keys apart nearly always.
    func hash(into hasher: inout Hasher) {
      hasher.combine(text)
      hasher.combine(place)
    }
  }

  /// The lines of a paragraph, relative to the left margin and the top of each.
  typealias Lines = [[PageItem]]

  private let capacity = 1024
  private var lines: [Key: Lines] = [:]

  /// The lines of `key`; a full cache is emptied before it takes another, so that memory stays flat.
  subscript(key: Key) -> Lines? {
    get { lines[key] }
    set {
      if lines.count >= capacity { lines.removeAll(keepingCapacity: true) }
      lines[key] = newValue
    }
  }
}

extension StyledText {
  /// Whether the text is the form's own: no value of a record, and no place of a seal.
  fileprivate var isStanding: Bool {
    stamps.isEmpty
      && spans.allSatisfy { span in
        if case .source = span.origin { true } else { span.origin == .unknown }
      }
  }
}

extension PageItem {
  /// The item with its text and its links belonging to another structure node.
  func marked(_ mark: Mark) -> PageItem {
    switch self {
    case .glyphs(var run):
      run.mark = run.mark.moved(to: mark)
      return .glyphs(run)
    case .link(var link):
      link.mark = link.mark.moved(to: mark)
      return .link(link)
    default: return self
    }
  }
}
