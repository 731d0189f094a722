import Diagnostics
import Geometry
import Pages
import Styling

/// The paragraphs set before: the same words in the same place are set once for a whole batch.
///
/// They are the form's own words, and those that many records share, such as the name of their employer.
struct ParagraphCache {
  /// All that decides how a paragraph is set, but for the structure node that it belongs to and where each of its words
  /// comes from.
  struct Key: Hashable {
    private let text: [UInt8]
    private let spans: [Span]
    private let fillIns: [FillInSpan]
    private let style: TextStyle
    private let indent: Length
    private let place: Range<Length>

    /// The part of a span that decides how it is set.
    private struct Span: Hashable {
      let range: Range<Int>
      let style: SpanStyle
      /// The first span of the same origin: only words that come from one place are drawn as one.
      let origin: Int
    }

    /// Creates the key of a text without places of seals, which each document has for itself.
    init?(_ block: TextBlock, indent: Length, in place: FlowPlace) {
      guard block.text.stamps.isEmpty else { return nil }
      // Equal strings may be spelt differently, and each is printed as it is spelt.
      text = Array(block.text.text.utf8)
      let all = block.text.spans
      spans = all.map { span in
        let first = all.firstIndex { $0.origin == span.origin } ?? 0
        return Span(range: span.range, style: span.style, origin: first)
      }
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

  /// A paragraph set before.
  private struct Paragraph {
    let lines: Lines
    let origins: [Origin]
  }

  private let capacity = 1024
  private var paragraphs: [Key: Paragraph] = [:]

  /// Returns the lines of `key` as those of `block`, which says where its words come from.
  func lines(_ key: Key, of block: TextBlock) -> Lines? {
    guard let known = paragraphs[key] else { return nil }
    return known.lines.map { items in
      items.map { item in
        let marked = item.marked(block.mark)
        guard case .glyphs(var run) = marked,
          let span = known.origins.firstIndex(of: run.source)
        else { return marked }
        run.source = block.text.spans[span].origin
        return .glyphs(run)
      }
    }
  }

  /// Keeps the lines of `block`; a full cache is emptied before it takes another, so that memory stays flat.
  mutating func keep(_ lines: Lines, as key: Key, of block: TextBlock) {
    if paragraphs.count >= capacity { paragraphs.removeAll(keepingCapacity: true) }
    paragraphs[key] = Paragraph(lines: lines, origins: block.text.spans.map(\.origin))
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
