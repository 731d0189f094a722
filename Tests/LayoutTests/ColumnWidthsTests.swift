import DocumentTree
import Geometry
import TestSupport
import Testing

@testable import Layout

/// How the width of a table is shared.
struct ColumnWidthsTests {
  private func widths(
    _ shares: [Double?],
    natural: [Double] = [],
    least: [Double] = [],
    width: Length = .mm(100)
  ) -> [Length] {
    var widths = ColumnWidths(shares.map { Column(share: $0) }, width: width)
    for (index, wish) in natural.enumerated() {
      widths.wishes[index] = .init(
        natural: .mm(wish),
        least: .mm(index < least.count ? least[index] : 0)
      )
    }
    let edges = widths.edges(from: .mm(5))
    #expect(edges.first == .mm(5))
    #expect(edges.last == .mm(5) + width)
    return zip(edges, edges.dropFirst()).map { $1 - $0 }
  }

  @Test func sharesAreProportional() {
    #expect(widths([1, 3, 1]) == [.mm(20), .mm(60), .mm(20)])
    #expect(widths([22, 22]) == [.mm(50), .mm(50)])
  }

  @Test func nonsenseSharesStillGiveColumns() {
    #expect(widths([0, 0]) == [.mm(50), .mm(50)])
    #expect(widths([-3, 1]).allSatisfy { $0 > .zero })
  }

  @Test func contentThatFitsIsWidenedInProportion() {
    #expect(widths([nil, nil], natural: [10, 30]) == [.mm(25), .mm(75)])
  }

  @Test func contentThatDoesNotFitKeepsItsLeastWidth() {
    let found = widths([nil, nil], natural: [20, 400], least: [20, 30])
    #expect(found == [.mm(20), .mm(80)])
  }

  @Test func leastWidthsThatDoNotFitAreCut() {
    let found = widths([nil, nil], natural: [90, 400], least: [90, 90])
    #expect(found.reduce(.zero, +) == .mm(100))
    #expect(found.allSatisfy { $0 >= .mm(45) })
  }

  @Test func columnsWithoutShareCountAsAverageOnes() {
    let found = widths([1, nil, 1], natural: [0, 10, 0], width: .mm(90))
    #expect(found == [.mm(30), .mm(30), .mm(30)])
  }

  /// The widths in millimetres of columns that name millimetres or, as negative numbers, shares.
  private func fixed(_ columns: [Double?], width: Double = 100) -> [Double] {
    let columns = columns.map { number in
      number.map { $0 < 0 ? Column(share: -$0) : Column(millimetres: $0) } ?? Column()
    }
    let edges = ColumnWidths(columns, width: .mm(width)).edges(from: .zero).map(\.millimetres)
    return zip(edges, edges.dropFirst()).map { (($1 - $0) * 1000).rounded() / 1000 }
  }

  @Test func millimetresAreKeptAndTheRestIsShared() {
    #expect(fixed([20, -1, -3]) == [20, 20, 60])
    #expect(fixed([20, nil, 30, nil]) == [20, 25, 30, 25])
    #expect(fixed([40, 60]) == [40, 60])
    #expect(fixed([20.5, -1]) == [20.5, 79.5])
  }

  @Test func millimetresThatDoNotFitAreShrunk() {
    #expect(fixed([100, 300]) == [25, 75])
    #expect(fixed([100, 200, -1]) == [30, 60, 10])
    #expect(fixed([500, nil]) == [90, 10])
  }

  @Test func millimetresThatDoNotFillTheTableLeaveTheRestToTheLastColumn() {
    #expect(fixed([20, 30]) == [20, 80])
  }

  @Test func anEmptyTableIsSharedEvenly() {
    #expect(widths([nil, nil]) == [.mm(50), .mm(50)])
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func columnsNeverOverlap(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let count = Int.random(in: 1...14, using: &random)
    let shares = (0..<count).map { _ in
      Bool.random(using: &random) ? Double.random(in: 0...50, using: &random) : nil
    }
    let natural = (0..<count).map { _ in Double.random(in: 0...200, using: &random) }
    let least = natural.map { $0 * Double.random(in: 0...1, using: &random) }
    let found = widths(shares, natural: natural, least: least)
    #expect(found.allSatisfy { $0 >= .zero }, "seed \(seed)")
  }
}
