import Geometry
import Pages
import Testing

@Suite struct SealSlicesTests {
  private let seal = Size(width: .mm(40), height: .mm(40))
  private let paper = Size(width: .mm(210), height: .mm(297))

  private func slices(_ pages: Int, of seal: Size? = nil) -> [SealSlices.Slice] {
    let slices = SealSlices(of: seal ?? self.seal, over: pages)
    return (0..<pages).compactMap { slices.slice(onPage: $0, paper: paper) }
  }

  @Test func aSinglePageHasNoSeam() {
    #expect(slices(1).isEmpty && slices(0).isEmpty)
  }

  /// Laid side by side, the slices of a group are the whole seal, without gap or overlap, in the order of the pages.
  @Test(arguments: [2, 3, 7, 9, 10])
  func theSlicesOfUpToTenPagesMakeOneSeal(_ pages: Int) {
    let slices = slices(pages)
    #expect(slices.count == pages)
    var shown = Length.zero
    for slice in slices {
      #expect(slice.window.left - slice.corner.x == shown)
      #expect(slice.window.right == paper.width)
      #expect(slice.window.top == .mm(128.5) && slice.window.size.height == .mm(40))
      shown += slice.window.size.width
    }
    #expect(shown == .mm(40))
  }

  @Test(arguments: 2...60)
  func noGroupHasMoreThanTenPagesNorFewerThanTwo(_ pages: Int) {
    let slices = slices(pages)
    #expect(slices.count == pages)
    let starts = slices.indices.filter { slices[$0].window.left == slices[$0].corner.x }
    let counts = zip(starts, starts.dropFirst() + [pages]).map { $1 - $0 }
    #expect(counts.allSatisfy { (2...10).contains($0) }, "\(counts)")
    let heights = starts.map { slices[$0].window.top }
    for (one, next) in zip(heights, heights.dropFirst()) { #expect(one != next) }
  }

  @Test(arguments: [(1, 0), (2, 0), (3, 2), (4, 2), (20, 10), (21, 11), (22, 11)])
  func onPaperPrintedOnBothSidesTheFrontsOfTheSheetsCount(_ pages: Int, _ expected: Int) {
    let slices = SealSlices(of: seal, over: pages, printedOn: .both)
    let shown = (0..<pages).map { slices.slice(onPage: $0, paper: paper) }
    #expect(shown.compactMap { $0 }.count == expected)
    for (index, slice) in shown.enumerated() where !index.isMultiple(of: 2) {
      #expect(slice == nil)
    }
    // The same slices as on as many sheets that are printed on one side.
    #expect(shown.compactMap { $0 } == self.slices((pages + 1) / 2))
  }

  @Test func noSliceOfASmallSealIsTooNarrowToBeSeen() {
    let slices = slices(10, of: Size(width: .mm(36), height: .mm(36)))
    #expect(slices.allSatisfy { $0.window.size.width >= SealSlices.least })
  }
}
