import Diagnostics
import Seals
import TestSupport
import Testing

private func codes(_ design: SealDesign) -> [String] { design.problems.map(\.code) }

@Test(arguments: [(3, ["seal.name"]), (4, []), (40, []), (41, ["seal.name"])])
func anArcTakesFourToFortyCharacters(_ count: Int, _ expected: [String]) {
  let design = SealDesign(kind: .company, name: String(repeating: "国", count: count))
  #expect(codes(design) == expected)
}

@Test func noEnterpriseSealIsWiderThanTheLawAllows() throws {
  let design = SealDesign(kind: .company, name: "长春示例公司", side: 46)
  let problem = try #require(design.problems.first)
  #expect(problem.code == "seal.side" && problem.found == "46毫米")
  #expect(problem.expected == "36至45毫米")
  #expect(problem.citation?.contains("国发〔1999〕25号") == true)
}

@Test(arguments: ["123456789", "1234567890123456789", "22010400A2345", "２２０１０４００１２３４５"])
func aCodeIsTenToEighteenDigits(_ code: String) {
  #expect(codes(SealDesign(kind: .company, name: "长春示例公司", code: code)) == ["seal.code"])
}

@Test func allProblemsAreToldAtOnce() {
  let design = SealDesign(kind: .special(purpose: "非常非常非常长的用途专用章"), name: "国", code: "1", side: 1)
  #expect(codes(design) == ["seal.name", "seal.purpose", "seal.code", "seal.side"])
}

@Test(
  arguments: [
    ("公章", SealKind.company), ("法定代表人名章", .personal),
    ("合同专用章", .special(purpose: "合同专用章")),
  ]
)
func kindsAreReadAsTheyAreWritten(_ label: String, _ kind: SealKind) {
  #expect(SealKind(label) == kind)
  #expect(kind.label == label)
}

@Test(arguments: ["专用章", "印章", ""])
func otherWordsAreNoKind(_ label: String) {
  #expect(SealKind(label) == nil)
}
