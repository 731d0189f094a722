import Geometry
import Pages
import Testing

@Suite struct FreePlaceTests {
  private let seal = Rectangle(x: .mm(80), y: .mm(200), width: .mm(40), height: .mm(40))
  private let paper = Size(width: .mm(210), height: .mm(297))
  private let size = Size(width: .mm(30), height: .mm(9))

  private func rule(_ x: Double, _ y: Double, _ right: Double, _ bottom: Double) -> PageItem {
    .rule(
      Rule(
        from: Point(x: .mm(x), y: .mm(y)),
        to: Point(x: .mm(right), y: .mm(bottom)),
        thickness: .pt(1)
      )
    )
  }

  @Test func onAnEmptyPageItStandsBelowTheMiddle() throws {
    let place = try #require(FreePlace().place(for: size, beside: seal, on: paper))
    #expect(place == Rectangle(x: .mm(85), y: .mm(241), width: .mm(30), height: .mm(9)))
  }

  /// A line below, one to the right, one to the left and so on push it around the seal.
  @Test func whatIsTakenIsNotCovered() throws {
    var free = FreePlace()
    free.take([rule(20, 245, 190, 245)])
    let right = try #require(free.place(for: size, beside: seal, on: paper))
    #expect(right.left == .mm(121))
    free.take([rule(125, 20, 125, 280)])
    let left = try #require(free.place(for: size, beside: seal, on: paper))
    #expect(left.right == .mm(79))
    free.take([rule(60, 20, 60, 280)])
    let above = try #require(free.place(for: size, beside: seal, on: paper))
    #expect(above.bottom == .mm(199))
    free.take([rule(20, 195, 190, 195)])
    let farther = try #require(free.place(for: size, beside: seal, on: paper))
    #expect(farther.top > .mm(245) || farther.bottom < .mm(195))
    free.take(Rectangle(x: .zero, y: .zero, width: paper.width, height: paper.height))
    #expect(free.place(for: size, beside: seal, on: paper) == nil)
  }

  @Test func atTheFootOfThePageItStaysOnThePaper() throws {
    let low = Rectangle(x: .mm(165), y: .mm(245), width: .mm(40), height: .mm(40))
    let place = try #require(FreePlace().place(for: size, beside: low, on: paper))
    #expect(place.right <= .mm(200) && place.bottom <= .mm(287))
    #expect(place.right < low.left || place.bottom < low.top)
  }
}
