import Geometry
import Pages

/// The content streams of what stands alike on many pages, which those share (ISO 32000-1 §7.8.2).
///
/// Only the last few are known, so that memory stays flat; what comes again after that is written again.
struct StandingContents {
  private struct Known {
    /// As long as they are held, nothing else can be taken for them.
    let items: StandingItems
    let pageHeight: Length
    let reference: Reference
  }

  private static let most = 8

  private var known: [Known] = []

  /// The stream that shows `items` on pages of a height; nothing where there is none yet.
  func reference(of items: StandingItems, pageHeight: Length) -> Reference? {
    known.first { $0.items === items && $0.pageHeight == pageHeight }?.reference
  }

  /// Notes the stream that shows `items` on pages of a height.
  mutating func add(_ items: StandingItems, pageHeight: Length, as reference: Reference) {
    if known.count == Self.most { known.removeFirst() }
    known.append(Known(items: items, pageHeight: pageHeight, reference: reference))
  }
}
