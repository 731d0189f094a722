import Diagnostics
import Testing

@Test(arguments: [
  ("e.nmae", "e.name"), ("margin", "margins"), ("字体", "字休"), ("c.wage.montly", "c.wage.monthly"),
])
func aSlipOfTheFingerFindsItsName(_ word: String, _ expected: String) {
  let names = ["e.name", "e.sex", "margins", "paper", "字休", "c.wage.monthly", "c.wage.hourly"]
  #expect(closestName(to: word, in: names) == expected)
}

@Test func aStrangeWordFindsNothing() {
  #expect(closestName(to: "weather", in: ["e.name", "margins"]) == nil)
  #expect(closestName(to: "x", in: ["y", "z"]) == nil)
  #expect(closestName(to: "anything", in: []) == nil)
}

@Test func equallyNearNamesAreChosenInCodePointOrder() {
  #expect(closestName(to: "c.dat", in: ["c.day", "c.dab"]) == "c.dab")
  #expect(closestName(to: "c.dat", in: ["c.dab", "c.day"]) == "c.dab")
}
