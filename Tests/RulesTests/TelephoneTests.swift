import Testing

@testable import Rules

@Test(arguments: [
  "0431-88888888", "010-88888888", "04318888888", "043188888888", "0431-8888888", "010-88888888-1",
  "0431-88888888-123456", "01088888888-12",
])
func aLandlineHasAnAreaCode(_ text: String) {
  #expect(Telephone.isLandline(text))
}

@Test(arguments: [
  "", "0", "88888888", "0431-888888", "0431-888888888", "04-88888888", "04310-88888888",
  "0431-88888888-", "0431-88888888-1234567", "0431 88888888", "0431-8888888x", "-0431",
  "0431--8888",
  "13500000001", "01088888888-", "0431888888x", "0431-88888888-12x",
])
func anythingElseIsNone(_ text: String) {
  #expect(!Telephone.isLandline(text))
}

@Test(arguments: [
  ("13500000001", true), ("19912345678", true), ("12912345678", false), ("1350000000", false),
  ("135000000012", false), ("1350000000a", false), ("", false),
])
func aMobileHasElevenDigits(_ vector: (String, Bool)) {
  #expect(Telephone.isMobile(vector.0) == vector.1)
}

@Test(arguments: [
  ("期限为二年", 24), ("三年", 36), ("十二个月", 12), ("二十四个月", 24), ("24个月", 24), ("2 年", 24),
  ("两年", 24), ("二十年", 240), ("2021年起一年", 12), ("半年", nil), ("2021年", nil), ("", nil),
])
func periodsAreReadFromClauses(_ vector: (String, Int?)) {
  #expect(longestPeriod(in: vector.0) == vector.1)
}

@Test func aWordIsFoundByteByByte() {
  #expect("离职后竞业限制二年".holds("竞业限制"))
  #expect(!"离职后竞业".holds("竞业限制"))
  #expect(!"".holds("竞业限制"))
}
