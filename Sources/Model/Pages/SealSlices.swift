public import Geometry

/// Where the slices of a cross-page seal (骑缝章) stand: one on each page, at its right edge, all of the same seal.
///
/// Pages are taken together in groups of at most ten, as even as can be, each with a whole seal of its own; a group stands
/// a little higher or lower than the one before, so that pages cannot pass from one into another. No slice is narrower
/// than 3.8 mm, which holds a tenth of a seal of 38 mm. One page has no seam.
public struct SealSlices: Sendable, Hashable {
  /// One slice.
  public struct Slice: Sendable, Hashable {
    /// What is to be seen of the seal on the page.
    public var window: Rectangle
    /// Where the seal's top left corner lies, mostly beside the page.
    public var corner: Point
  }

  /// The most pages that share a seal.
  public static let most = 10
  /// The narrowest slice.
  public static let least = Length.mm(3.8)

  private let seal: Size
  private let groups: [Range<Int>]

  /// Shares out `seal` over `pages`.
  public init(of seal: Size, over pages: Int) {
    self.seal = seal
    let size = max(2, min(SealSlices.most, Int(seal.width / SealSlices.least)))
    let count = pages > 1 ? (pages + size - 1) / size : 0
    groups = (0..<count).map { pages * $0 / count..<pages * ($0 + 1) / count }
  }

  /// Returns the slice on page `index`, counted from 0, of the size `paper`; nothing where there is no seam.
  public func slice(onPage index: Int, paper: Size) -> Slice? {
    guard let number = groups.firstIndex(where: { $0.contains(index) }) else { return nil }
    let group = groups[number]
    let (start, end) = (
      edge(index - group.lowerBound, of: group), edge(index + 1 - group.lowerBound, of: group)
    )
    let top = paper.height / 2 - seal.height / 2 + SealSlices.shift(ofGroup: number)
    return Slice(
      window: Rectangle(
        x: paper.width - (end - start),
        y: top,
        width: end - start,
        height: seal.height
      ),
      corner: Point(x: paper.width - end, y: top)
    )
  }

  /// How far from the seal's left edge the slice of the page begins that has `index` pages of its group before it.
  private func edge(_ index: Int, of group: Range<Int>) -> Length {
    seal.width * index / group.count
  }

  /// Half height for the first group, then by turns lower and higher.
  private static func shift(ofGroup number: Int) -> Length {
    .mm([0, 6, -6, 12, -12][number % 5])
  }
}
