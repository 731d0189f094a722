import Records
import Testing

@Test func aSumIsExactUpToTheLastFen() {
  var sum = ExactSum()
  for fen in [1, 99, 350_000] { sum.add(fen) }
  #expect(sum.total == 350_100)
  sum.add(1_000_000_000_000_000_000 - 1 - 350_100)
  #expect(sum.total == 999_999_999_999_999_999)
  #expect(Money(fen: sum.total ?? 0).capitals == "玖仟玖佰玖拾玖万亿玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分")
}

@Test(arguments: [
  [1_000_000_000_000_000_000], [Int.max, 1], [Int.max, Int.max, Int.min], [Int.min],
])
func aSumBeyondThatIsNoneForGood(_ numbers: [Int]) {
  var sum = ExactSum()
  for number in numbers { sum.add(number) }
  sum.add(1)
  #expect(sum.total == nil)
}

@Test(arguments: [
  (3, 250, 750), (0, Int.max, 0), (10, 99_999_999_999_999_999, 999_999_999_999_999_990),
  (10, 100_000_000_000_000_000, nil), (Int.max, 2, nil), (Int.max, Int.max, nil),
])
func aProductIsExactOrNone(_ count: Int, _ number: Int, _ total: Int?) {
  #expect(ExactSum(count, times: number).total == total)
}
