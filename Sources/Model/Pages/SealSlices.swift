public import Geometry

/// Where the slices of a cross-page seal (骑缝章) stand: one on each page, at its right edge, all of the same seal.
///
/// Pages are taken together in groups of at most ten, as even as can be, each with a whole seal of its own; a group stands
/// a little higher or lower than the one before, so that pages cannot pass from one into another. No slice is narrower
/// than 3.8 mm, which holds a tenth of a seal of 38 mm. One page has no seam. Where paper is printed on both sides, its
/// sheets count instead of pages, and slices stand on the fronts, pages 1, 3, 5 and so on: from behind, the edge is another.
public struct SealSlices: Sendable, Hashable {
  /// One slice.
  public struct Slice: Sendable, Hashable {
    /// What is to be seen of the seal on the page.
    public var window: Rectangle
    /// Where the seal's top left corner lies, mostly beside the page.
    public var corner: Point
  }

  /// On which sides of the paper pages are printed.
  public enum Sides: Sendable, Hashable {
    /// Every page on a sheet of its own.
    case one
    /// Two pages on a sheet.
    case both
  }

  /// The most pages, or sheets, that share a seal.
  public static let most = 10
  /// The narrowest slice.
  public static let least = Length.mm(3.8)

  private let seal: Size
  private let pagesOfSheet: Int
  /// The sheets that share a seal.
  private let groups: [Range<Int>]

  /// Shares out `seal` over `pages` that are printed on these `sides`.
  public init(of seal: Size, over pages: Int, printedOn sides: Sides = .one) {
    self.seal = seal
    pagesOfSheet = sides == .both ? 2 : 1
    let sheets = (pages + pagesOfSheet - 1) / pagesOfSheet
    let size = max(2, min(SealSlices.most, Int(seal.width / SealSlices.least)))
    let count = sheets > 1 ? (sheets + size - 1) / size : 0
    groups = (0..<count).map { sheets * $0 / count..<sheets * ($0 + 1) / count }
  }

  /// Returns the slice on page `index`, counted from 0, of the size `paper`; nothing where there is no seam.
  public func slice(onPage index: Int, paper: Size) -> Slice? {
    let sheet = index / pagesOfSheet
    guard index.isMultiple(of: pagesOfSheet),
      let number = groups.firstIndex(where: { $0.contains(sheet) })
    else { return nil }
    let group = groups[number]
    let (start, end) = (
      edge(sheet - group.lowerBound, of: group), edge(sheet + 1 - group.lowerBound, of: group)
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

  /// How far from the seal's left edge the slice of the sheet begins that has `index` sheets of its group before it.
  private func edge(_ index: Int, of group: Range<Int>) -> Length {
    seal.width * index / group.count
  }

  /// Half height for the first group, then by turns lower and higher.
  private static func shift(ofGroup number: Int) -> Length {
    .mm([0, 6, -6, 12, -12][number % 5])
  }
}
