import Geometry
import TestSupport
import Testing

@Test func millimetresAreExact() {
  #expect(Length.mm(0.1) * 3 == .mm(0.3))
  #expect(Length.mm(297) - .mm(210) == .mm(87))
  #expect(Length.mm(25.4) == .pt(72))
  #expect(Length.mm(1.5).nanometres == 1_500_000)
  #expect(Length.mm(-2).millimetres == -2)
}

@Test func pointsAreThoseOfThePageDescription() {
  #expect(Length.pt(10.5).nanometres == 3_704_167)
  #expect(abs(Length.mm(210).points - 595.275_59) < 0.000_01)
  #expect(abs(Length.pt(12).points - 12) < 0.000_01)
}

@Test func lengthsAddSubtractAndScale() {
  var length = Length.mm(10)
  length += .mm(5)
  length -= .mm(2)
  #expect(length == .mm(13))
  #expect(-length == .mm(-13))
  #expect(length * 0.5 == .mm(6.5))
  #expect(length / .mm(2) == 6.5)
  #expect(Length(nanometres: 10) / 4 == Length(nanometres: 2))
  #expect(Length(nanometres: -10) / 4 == Length(nanometres: -2))
  #expect(Length(nanometres: 3) * 0.5 == Length(nanometres: 2))
}

@Test func lengthsAreOrdered() {
  #expect(Length.mm(-1) < .zero)
  #expect(Length.pt(72) > .mm(25))
  #expect([Length.mm(2), .mm(-3), .zero].sorted() == [.mm(-3), .zero, .mm(2)])
}

@Test(arguments: [
  (0, "0"), (1_000_000, "1"), (1_500_000, "1.5"), (1_050_000, "1.05"), (12_345_678, "12.346"),
  (-250_000, "-0.25"), (400, "0"), (-400, "0"), (500, "0.001"), (999_999, "1"),
  (-1_000_000, "-1"), (210_000_000, "210"),
])
func aLengthIsPrintedInMillimetres(_ nanometres: Int, _ text: String) {
  #expect(Length(nanometres: nanometres).description == text)
}

@Test func manySmallStepsDoNotDrift() {
  for seed in 1...50 as ClosedRange<UInt64> {
    var random = SeededGenerator(seed: seed)
    let steps = (0..<500).map { _ in Length(nanometres: .random(in: -9_999...9_999, using: &random))
    }
    let forth = steps.reduce(Length.zero, +)
    #expect(steps.reversed().reduce(forth, -) == .zero, "seed \(seed)")
  }
}
